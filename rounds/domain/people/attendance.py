"""People who come and go during the evening, and corrections of their names.

Every function takes an event and returns a new one; `now` is the time of day. What the host
says is recorded below the marker and never changes the host's own part of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from rounds.domain.errors import RosterError
from rounds.domain.event import Attendance, Correction, Event, PersonKey, WalkIn
from rounds.domain.people.roster import RosterIndex, State


def mark(event: Event, keys: Iterable[PersonKey], state: State, now: datetime) -> Event:
    """Return the event with the presence of some people changed; RosterError for unknown ones."""
    known = RosterIndex(event).by_key
    chosen = list(dict.fromkeys(keys))
    for key in chosen:
        if key not in known:
            raise RosterError("{name} is not on the roster.", name=key)
    kept = tuple(entry for entry in event.attendance if entry.person not in chosen)
    added = tuple(Attendance(person=key, state=state, at=now) for key in chosen)
    return event.with_(attendance=(*kept, *added))


def check_in(event: Event, key: PersonKey, now: datetime) -> Event:
    """Return the event with this person here."""
    return mark(event, [key], "here", now)


def check_in_all(event: Event, now: datetime) -> Event:
    """Return the event with everybody here who was expected."""
    states = RosterIndex(event).states
    expected = [key for key, state in states.items() if state == "expected"]
    return mark(event, expected, "here", now)


def mark_absent(event: Event, key: PersonKey, now: datetime) -> Event:
    """Return the event with this person not coming."""
    return mark(event, [key], "absent", now)


def leave(event: Event, key: PersonKey, now: datetime) -> Event:
    """Return the event with this person gone home (or away until checked in again)."""
    return mark(event, [key], "left", now)


def add_walk_in(
    event: Event, name: str, now: datetime, details: Mapping[str, object] | None = None
) -> tuple[Event, PersonKey]:
    """Return the event with one more person, and that person's key.

    If somebody of the same name is there already, the newcomer gets a different id.
    """
    name = name.strip()
    if not name:
        raise RosterError("A walk-in needs a name: type it, then press Enter.")
    taken = set(RosterIndex(event).by_key)
    fields: dict[str, object] = {**(details or {}), "name": name, "joined_at": now}
    if name in taken:
        fields["id"] = next(
            wanted for n in range(2, len(taken) + 3) if (wanted := f"{name} ({n})") not in taken
        )
    walk_in = WalkIn.checked(fields)
    return event.with_(walk_ins=(*event.walk_ins, walk_in)), walk_in.key


def correct_name(event: Event, key: PersonKey, name: str, now: datetime) -> Event:
    """Return the event with a corrected name; what is recorded of the person stays theirs."""
    name = name.strip()
    if key not in RosterIndex(event).by_key:
        raise RosterError("{name} is not on the roster.", name=key)
    if not name:
        raise RosterError("A name cannot be empty.")
    kept = tuple(entry for entry in event.corrections if entry.person != key)
    correction = Correction.checked({"person": key, "name": name, "at": now})
    return event.with_(corrections=(*kept, correction))
