"""The two clocks of a session, and what to tell the host when one of them jumps."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from rounds import steady_clock
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views.host_view import duration

CLOCK_JUMP = 2.0
"""Seconds by which the clocks may drift apart between two readings before the host is told."""
SLEEP = 30.0
"""Seconds between two readings that mean that the laptop has slept."""


class Clocks:
    """A steady clock for deadlines and a wall clock for the record.

    `speed` is the factor by which both run faster than those of the system.
    """

    def __init__(
        self,
        steady: Callable[[], float] = steady_clock.steady,
        wall: Callable[[], datetime] = steady_clock.wall,
        speed: float = 1.0,
    ) -> None:
        self.steady = steady
        self.wall = wall
        self.speed = speed
        self._last_look = (steady(), wall())

    def stamp(self) -> datetime:
        """Return the time of day to the second, as the record keeps it."""
        return self.wall().replace(microsecond=0)

    def unhurried(self) -> float:
        """Return the steady clock at the host's own pace: keys and hints never speed up."""
        return self.steady() / self.speed

    def look(self) -> tuple[Sentence | None, Sentence | None]:
        """Return what to tell the host since the last reading: a sleep, a moved clock.

        Deadlines are recorded as times of day, so after a move they must be recorded again.
        """
        steady, wall = self.steady(), self.wall()
        passed = steady - self._last_look[0]
        moved = (wall - self._last_look[1]).total_seconds() - passed
        self._last_look = (steady, wall)
        hurry = max(1.0, self.speed)
        return (
            _slept(passed) if passed > SLEEP * hurry else None,
            _moved(moved) if abs(moved) > CLOCK_JUMP * hurry else None,
        )


def _slept(seconds: float) -> Sentence:
    if seconds > 90:
        return sentence("The laptop slept for {span}.", span=duration(math.ceil(seconds / 60)))
    return sentence("The laptop slept for {seconds} s.", seconds=round(seconds))


def _moved(seconds: float) -> Sentence:
    return sentence(
        "The clock of this computer was changed by {seconds} s. The countdown is not affected.",
        seconds=round(seconds),
    )
