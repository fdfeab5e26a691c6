"""Who is on the roster, who is there, and how that changes during the evening.

Every function takes an event and returns a new one; `now` is the time of day. What the host
says is recorded below the marker and never changes the host's own part of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from rounds.domain.errors import RosterError
from rounds.domain.event import (
    Attendance,
    Correction,
    Event,
    Participant,
    PersonKey,
    WalkIn,
)

State = Literal["expected", "here", "absent", "left"]


def people(event: Event) -> tuple[Participant, ...]:
    """Return everybody of the roster, walk-ins last, with the host's corrections of names.

    Staff are among them (`staff` is true); a number on the board is the position here.
    """
    spelled = {entry.person: entry.name for entry in sorted(event.corrections, key=_at)}
    everybody: tuple[Participant, ...] = (*event.participants, *event.walk_ins)
    if not spelled:
        return everybody
    return tuple(
        # The key must outlive the correction, so it becomes an explicit id.
        person.with_(name=spelled[person.key], id=person.key) if person.key in spelled else person
        for person in everybody
    )


def by_key(event: Event) -> dict[PersonKey, Participant]:
    """Return the roster by key."""
    return {person.key: person for person in people(event)}


def numbers(event: Event) -> dict[PersonKey, int]:
    """Return each person's number, counted from 1 in the order of the roster."""
    return {person.key: number for number, person in enumerate(people(event), 1)}


def states(event: Event) -> dict[PersonKey, State]:
    """Return what is known of everybody's presence; a walk-in is here from the start."""
    found: dict[PersonKey, State] = {person.key: "expected" for person in event.participants}
    found.update({person.key: "here" for person in event.walk_ins})
    for entry in sorted(event.attendance, key=_at):
        if entry.person in found:
            found[entry.person] = entry.state
    return found


def checked_in(event: Event) -> bool:
    """Return whether the host checks people in at all this evening."""
    walk_ins = {person.key for person in event.walk_ins}
    return any(entry.state == "here" and entry.person not in walk_ins for entry in event.attendance)


def present(event: Event, number: int) -> tuple[PersonKey, ...]:
    """Return who can be planned into round `number`, in the order of the roster, without staff.

    As soon as anybody is checked in only those count who are here, or expected and had a place
    in a round; before that (or where the host does not check in) everybody counts who is not
    absent or gone.
    """
    known = states(event)
    seen = _seen(event) if checked_in(event) else known
    here = {
        key
        for key, state in known.items()
        if state == "here" or (state == "expected" and key in seen)
    }
    return tuple(
        person.key
        for person in people(event)
        if not person.staff
        and person.key in here
        and (person.from_round or 1) <= number
        and (person.until_round is None or number <= person.until_round)
    )


def _seen(event: Event) -> set[PersonKey]:
    """Return who had a place in a round that has begun."""
    seated = {key for each in event.rounds for two in each.pairings for key in two.people}
    return seated.union(*(each.resting for each in event.rounds))


def staff(event: Event) -> tuple[PersonKey, ...]:
    """Return the staff who are there to fill in for an odd number."""
    known = states(event)
    return tuple(
        person.key
        for person in people(event)
        if person.staff and known[person.key] not in {"absent", "left"}
    )


def mark(event: Event, who: Iterable[PersonKey], state: State, now: datetime) -> Event:
    """Return the event with somebody's presence changed; the last word for each person holds."""
    known = by_key(event)
    chosen = list(dict.fromkeys(who))
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
    """Return the event with everybody here who is expected."""
    expected = [key for key, state in states(event).items() if state == "expected"]
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

    Somebody of the same name may be there already: then the newcomer gets an id of its own.
    """
    name = name.strip()
    if not name:
        raise RosterError("A walk-in needs a name: type it, then press Enter.")
    taken = set(by_key(event))
    fields: dict[str, object] = {**(details or {}), "name": name, "joined_at": now}
    if name in taken:
        fields["id"] = next(
            wanted for n in range(2, len(taken) + 3) if (wanted := f"{name} ({n})") not in taken
        )
    walk_in = WalkIn.checked(fields)
    return event.with_(walk_ins=(*event.walk_ins, walk_in)), walk_in.key


def correct_name(event: Event, key: PersonKey, name: str, now: datetime) -> Event:
    """Return the event with a name spelled right; everything recorded stays this person's."""
    name = name.strip()
    if key not in by_key(event):
        raise RosterError("{name} is not on the roster.", name=key)
    if not name:
        raise RosterError("A name cannot be empty.")
    kept = tuple(entry for entry in event.corrections if entry.person != key)
    correction = Correction.checked({"person": key, "name": name, "at": now})
    return event.with_(corrections=(*kept, correction))


def shown_names(event: Event) -> dict[PersonKey, str]:
    """Return how each person is called on a screen.

    Two of one name get their company, or their number where the company is the same, too.
    """
    everybody = people(event)
    of_name = Counter(person.name for person in everybody)
    of_both = Counter((person.name, person.company) for person in everybody)

    def called(number: int, person: Participant) -> str:
        if of_name[person.name] == 1:
            return person.name
        alike = of_both[person.name, person.company] > 1
        more = [person.company, str(number) if alike or not person.company else ""]
        return f"{person.name} ({', '.join(filter(None, more))})"

    return {person.key: called(number, person) for number, person in enumerate(everybody, 1)}


def _at(entry: Attendance | Correction) -> datetime:
    return entry.at
