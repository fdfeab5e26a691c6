"""The lock of the notes: after some time without a key nothing private stays on the screen."""

from __future__ import annotations

from collections.abc import Callable

LOCKS_AFTER = 20.0
"""Seconds without a key after which the notes lock."""

WRITING = 60.0
"""The same while a line is written: an input method sends nothing until a phrase is complete."""


class IdleLock:
    """Counts the seconds since the last key; `now` gives the time in seconds.

    `writing` tells whether a line is being written. The lock is due until it is touched for the
    first time.
    """

    def __init__(self, now: Callable[[], float], writing: Callable[[], bool]) -> None:
        self._now = now
        self._writing = writing
        self._touched_at = float("-inf")

    def touch(self) -> None:
        """Start counting again: somebody is there."""
        self._touched_at = self._now()

    @property
    def seconds_left(self) -> float:
        """Seconds until the notes lock, not above zero if they should be locked."""
        allowed = WRITING if self._writing() else LOCKS_AFTER
        return allowed - (self._now() - self._touched_at)

    @property
    def due(self) -> bool:
        """Whether the notes should be locked."""
        return self.seconds_left <= 0
