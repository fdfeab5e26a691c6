"""Finds the moments of a round that are heard: one tone in the last minute, two rising at the
swap, three falling at the end, and the end of an introduction.

A sound is never the only signal and never in the way: it is played in a thread of its own, and
a machine without sound rings the terminal's bell.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from rounds.domain.evening.clock import Run, remaining
from rounds.ui.sound.players import Sound, play

if TYPE_CHECKING:
    from rounds.session.session import Session

LATE = 2.0
"""Seconds after its moment for which a sound is still worth playing."""

REMINDER_AFTER = 10.0
"""Seconds of overtime after which the end sounds once more."""


def sound_between(
    before: Run, then: float, run: Run, now: float, *, halves: bool, warning: float
) -> Sound | None:
    """Return the sound whose moment lies between two looks at the clock, if there is one.

    `before` is the run as it stood at `then`. Of several only the last is returned, and none
    that is more than `LATE` seconds old, so a laptop that slept does not sound a whole round.
    """
    same = (before.phase, before.round, before.person) == (run.phase, run.round, run.person)
    if not same or run.paused or run.phase not in {"introductions", "talk"}:
        return None
    half = run.half
    moments: list[tuple[float, Sound]] = [(0.0, "end"), (-REMINDER_AFTER, "end")]
    if run.phase == "introductions":
        moments = [(0.0, "end")]
    elif halves:
        moments.append((half, "swap"))
    if run.phase == "talk" and warning > 0:
        moments.append((min(warning, half), "warning"))
    earlier = remaining(before, max(then, now - LATE))
    left = remaining(run, now)
    passed = [(moment, sound) for moment, sound in moments if left <= moment < earlier]
    return min(passed)[1] if passed else None


class Cues:
    """Plays the sounds of the evening as the clock comes to them.

    `start` begins a sound without waiting for it; `bell` rings where nothing can play it.
    """

    def __init__(
        self,
        bell: Callable[[], None] | None = None,
        start: Callable[[Sound], None] | None = None,
    ) -> None:
        self.bell = bell
        self._start = start or self._play_in_background
        self._last_look: tuple[Run, float] | None = None
        self._unheard = threading.Event()

    def follow(self, session: Session, now: float) -> None:
        """Play what has become due since the last call; called ten times a second."""
        last_look, self._last_look = self._last_look, (session.run, now)
        if self._unheard.is_set():
            self._unheard.clear()
            if self.bell and not session.muted:
                self.bell()
        if last_look is None or session.muted:
            return
        settings = session.event.in_force
        sound = sound_between(
            *last_look,
            session.run,
            now,
            halves=settings.listen_first,
            warning=settings.warning_seconds,
        )
        if sound:
            self._start(sound)

    def _play_in_background(self, sound: Sound) -> None:
        def play_or_ring() -> None:
            if play(sound) is None:
                self._unheard.set()  # the next call rings, in the terminal's own thread

        threading.Thread(target=play_or_ring, name=f"sound of {sound}", daemon=True).start()
