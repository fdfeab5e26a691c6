"""The evenings of the desk as one series, put together again only when people or rounds change."""

from __future__ import annotations

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from rounds.session.desk import Desk


class SeriesKept:
    """Gives the series of a desk; what was done about a note or an introduction changes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made_from: list[tuple[object, ...]] = []
        self._series = Series(())

    def series(self) -> Series:
        """Return the series of the evenings as they are now."""
        made_from = [_looked_at(event) for event in self._desk.events]
        same = len(made_from) == len(self._made_from) and all(
            one is other
            for now, before in zip(made_from, self._made_from, strict=True)
            for one, other in zip(now, before, strict=True)
        )
        if not same:
            self._made_from, self._series = made_from, Series(self._desk.events)
        return self._series


def _looked_at(event: Event) -> tuple[object, ...]:
    """Return the parts of an event that a series is made from; of notes, who wrote any."""
    return (
        *(event.settings, event.participants, event.walk_ins, event.attendance),
        *(event.corrections, event.kept_apart, event.changes, event.rounds),
    )
