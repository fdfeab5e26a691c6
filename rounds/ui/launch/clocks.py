"""Which clock an evening runs by: the system's, or that of a practice."""

from __future__ import annotations

from pathlib import Path

from rounds import steady_clock
from rounds.domain.event import Event
from rounds.domain.sentence import Sentence, sentence
from rounds.store.state import practice_clock
from rounds.store.state.practice_clock import PracticeClock
from rounds.ui.rehearsal.clocks import FastClocks

PRACTICE_GOES_ON = sentence(
    "This evening was practised: its clock goes on from there. --new begins it afresh."
)
"""What the host should know whose stage may show another time than the wall."""


def practice_clocks(path: Path, event: Event, speed: float) -> FastClocks | None:
    """Return the clocks of an evening that is or was practised, None for the system's own.

    An evening whose record was made at another speed goes on by the clock of that record, at
    whatever speed it is started again; one without a record begins by the system's clock.
    """
    now = steady_clock.wall()
    earlier = practice_clock.find(path) if event.clock else None
    if speed == 1.0 and earlier is None:
        practice_clock.forget(path)
        return None
    shown = earlier.at(now) if earlier else now
    practice_clock.keep(path, PracticeClock(now, shown, speed))
    return FastClocks(speed, wall_start=shown)


def news_of_the_clock(clocks: FastClocks | None) -> tuple[Sentence, ...]:
    """Return what a host should know who starts with these clocks."""
    return (PRACTICE_GOES_ON,) if clocks is not None and clocks.speed == 1.0 else ()
