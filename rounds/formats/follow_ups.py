"""What is open after one evening or several, overdue first: as text and for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from rounds.domain.event import Event, PersonKey, Settings
from rounds.domain.followup.due import HOST, Due, open_until
from rounds.domain.followup.referral_list import first_balls
from rounds.domain.people.roster import shown_names
from rounds.formats.columns import aligned
from rounds.formats.history.as_csv import table
from rounds.formats.history.labels import due_name
from rounds.formats.sheets.texts import what_is_due
from rounds.i18n import _, shown_day

WEEK = timedelta(days=7)
"""How far ahead a week reaches."""


@dataclass(frozen=True)
class Open:
    """One thing that is still to be done, with the evening that it comes from."""

    settings: Settings
    due: Due
    names: dict[PersonKey, str]

    def called(self, key: PersonKey) -> str:
        """Return the name of somebody at that evening."""
        return _("the host") if key == HOST else self.names.get(key, key)


def still_open(
    events: Iterable[tuple[Event, PersonKey | None]], last: date | None
) -> tuple[Open, ...]:
    """Return what is open and due up to a day (without one: ever), overdue first.

    With each event comes the one person whose steps are wanted, None for those of everybody.
    """
    found = []
    asked = list(events)
    firsts = first_balls([event for event, _only in asked])
    for (event, only), first in zip(asked, firsts, strict=True):
        names = shown_names(event)
        found += [
            Open(event.in_force, due, names)
            for due in open_until(event, last, first)
            if only is None or due.by == only
        ]
    return tuple(sorted(found, key=lambda one: (one.due.day, one.called(one.due.by))))


def as_text(found: Sequence[Open], today: date) -> str:
    """Return the list to read, under headings that say how urgent it is."""
    if not found:
        return _("Nothing is due.") + "\n"
    titles = len({one.settings.title for one in found}) > 1
    lines: list[str] = []
    for when, group in groupby(found, key=lambda one: _when(one.due.day, today)):
        rows = [
            [
                shown_day(one.due.day),
                one.called(one.due.by),
                *([one.settings.title] if titles else []),
                what_is_due(one.due, one.names),
            ]
            for one in group
        ]
        lines += [when, *aligned(rows), ""]
    return "\n".join(lines).rstrip() + "\n"


def as_csv(found: Sequence[Open]) -> str:
    """Return the list for a spreadsheet."""
    rows = [
        [
            one.due.day.isoformat(),
            one.called(one.due.by),
            due_name(one.due),
            one.called(one.due.about),
            one.settings.title,
        ]
        for one in found
    ]
    return table([[_("day"), _("participant"), _("next step"), _("partner"), _("event")], *rows])


def _when(day: date, today: date) -> str:
    if day < today:
        return _("Overdue")
    if day == today:
        return _("Today")
    return _("In the next 7 days") if day <= today + WEEK else _("After that")
