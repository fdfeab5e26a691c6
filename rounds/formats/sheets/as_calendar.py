"""Next steps and promised answers as a calendar (RFC 5545) that every calendar program opens.

Each of them is a whole day, without a time zone: it stays on its date wherever somebody travels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.event import Note, PersonKey, Settings
from rounds.domain.followup.due import HOST, Due
from rounds.formats.sheets import texts
from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.version import __version__

MARK = b"PRODID:-//Rounds//"
"""Stands near the beginning of every calendar that the program writes."""

_REMINDER = timedelta(hours=9)


def render(settings: Settings, found: Iterable[Due], names: Mapping[PersonKey, str]) -> bytes:
    """Return a calendar with what is still open of one person, empty if nothing is."""
    return _calendar(
        _entry(settings, due, names, authors=False) for due in found if due.done_on is None
    )


def render_for_host(found: Iterable[tuple[Settings, Due, Mapping[PersonKey, str]]]) -> bytes:
    """Return a calendar with what is open at several evenings, each entry with who does it."""
    return _calendar(
        _entry(settings, due, names, authors=True)
        for settings, due, names in found
        if due.done_on is None
    )


def _calendar(entries: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Rounds//Rounds {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for entry in entries:
        calendar.add_component(entry)
    return calendar.to_ical() if calendar.subcomponents else b""


def _entry(settings: Settings, due: Due, names: Mapping[PersonKey, str], *, authors: bool) -> Event:
    what = texts.what_is_due(due, names)
    if authors:
        author = _("the host") if due.by == HOST else one_line(names.get(due.by, due.by))
        what = _("{person}: {what}").format(person=author, what=what)
    entry = Event()
    entry.add("uid", _uid(settings, due))
    entry.add("dtstamp", _written(due))
    entry.add("dtstart", due.day)
    if due.day < date.max:  # a day without an end is one day, too
        entry.add("dtend", due.day + timedelta(days=1))
    entry.add("summary", what)
    entry.add("transp", "TRANSPARENT")
    about = [one_line(settings.title)]
    if isinstance(due.entry, Note) and due.entry.can_do:
        about.append(_("I can do: {text}").format(text=one_line(due.entry.can_do)))
    entry.add("description", "\n".join(about))
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("trigger", _REMINDER)
    reminder.add("description", what)
    entry.add_component(reminder)
    return entry


def _written(due: Due) -> datetime:
    """Return when something was written down; of what has only a day, the beginning of it."""
    match due.entry:
        case Note(at=at):
            return at.astimezone(UTC)
        case Introduction(noted_on=day) | Referral(given_on=day):
            return datetime.combine(day, time(), UTC)


def _uid(settings: Settings, due: Due) -> str:
    """Return an identifier that stays the same, so that an entry is replaced and not doubled."""
    match due.entry:
        case Note(round=number):
            which = [str(number), due.by, due.about]
        case Introduction(people=people, noted_on=day):
            which = [str(day), *people, due.about]
        case Referral(giver=giver, receiver=receiver, client=client, given_on=day):
            which = [str(day), giver, receiver, client]
    told = [settings.title, str(settings.date), *which, due.kind]
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()[:32] + "@rounds"
