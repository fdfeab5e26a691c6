"""Evenings as one series, put together again only when people or rounds change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rounds.domain.event import Event
from rounds.domain.followup.series import Series


class SeriesKept:
    """Gives the series of some evenings.

    What the host ticks off about a note, an introduction or a referral changes nothing in it.
    """

    def __init__(self, events: Callable[[], Sequence[Event]]) -> None:
        self._events = events
        self._made: tuple[list[tuple[object, ...]], Series] = ([], Series(()))

    def series(self) -> Series:
        """Return the series of the evenings as they are now."""
        events = self._events()
        made_from, series = self._made
        now = [_looked_at(event) for event in events]
        if not _same(now, made_from):
            series = Series(events)
            self._made = now, series
        return series


def _looked_at(event: Event) -> tuple[object, ...]:
    """Return the parts of an event from which a series is made, as far as the desk changes any."""
    return (
        *(event.settings, event.participants, event.walk_ins, event.attendance),
        *(event.corrections, event.kept_apart, event.changes, event.rounds),
    )


def _same(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> bool:
    return len(one) == len(other) and all(
        part is another
        for parts, others in zip(one, other, strict=True)
        for part, another in zip(parts, others, strict=True)
    )
