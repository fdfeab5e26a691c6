"""Who is on the roster, who is there, and how that changes during the evening.

Every function takes an event and returns a new one; `now` is the time of day. What the host
says is recorded below the marker and never changes the host's own part of the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
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


@dataclass(frozen=True, eq=False)
class RosterIndex:
    """The roster of one event, to be looked up in: each view is made once, when it is asked for.

    Walk-ins come last, and names are as the host corrected them.
    """

    event: Event

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """Everybody; staff are among them, and a number on the board is the position here."""
        spelled = {entry.person: entry.name for entry in sorted(self.event.corrections, key=_at)}
        everybody: tuple[Participant, ...] = (*self.event.participants, *self.event.walk_ins)
        if not spelled:
            return everybody
        return tuple(
            # The key must outlive the correction, so it becomes an explicit id.
            person.with_(name=spelled[person.key], id=person.key)
            if person.key in spelled
            else person
            for person in everybody
        )

    @cached_property
    def by_key(self) -> dict[PersonKey, Participant]:
        """Everybody by key."""
        return {person.key: person for person in self.people}

    @cached_property
    def numbers(self) -> dict[PersonKey, int]:
        """Each person's number, counted from 1 in the order of the roster."""
        return {key: number for number, key in enumerate(self.by_key, 1)}

    @cached_property
    def names(self) -> dict[PersonKey, str]:
        """How each person is called on a screen.

        Two of one name get their company, or their number where the company is the same, too.
        """
        of_name = Counter(person.name for person in self.people)
        of_both = Counter((person.name, person.company) for person in self.people)

        def called(number: int, person: Participant) -> str:
            if of_name[person.name] == 1:
                return person.name
            alike = of_both[person.name, person.company] > 1
            more = [person.company, str(number) if alike or not person.company else ""]
            return f"{person.name} ({', '.join(filter(None, more))})"

        return {person.key: called(number, person) for number, person in enumerate(self.people, 1)}

    @cached_property
    def states(self) -> dict[PersonKey, State]:
        """What is known of everybody's presence; a walk-in is here from the start."""
        found: dict[PersonKey, State] = {
            person.key: "expected" for person in self.event.participants
        }
        found.update({person.key: "here" for person in self.event.walk_ins})
        for entry in sorted(self.event.attendance, key=_at):
            if entry.person in found:
                found[entry.person] = entry.state
        return found

    @cached_property
    def checked_in(self) -> bool:
        """Whether the host checks people in at all this evening."""
        walk_ins = {person.key for person in self.event.walk_ins}
        return any(
            entry.state == "here" and entry.person not in walk_ins
            for entry in self.event.attendance
        )

    def present(self, number: int) -> tuple[PersonKey, ...]:
        """Return the people who can be planned into round `number`, in order, without staff.

        As soon as anybody is checked in only those count who are here, or expected and had a
        place in a round; before that (or where the host does not check in) everybody counts who
        is not absent or gone.
        """
        return tuple(
            person.key
            for person in self._here
            if (person.from_round or 1) <= number
            and (person.until_round is None or number <= person.until_round)
        )

    @cached_property
    def staff(self) -> tuple[PersonKey, ...]:
        """The staff who are there to fill in for an odd number."""
        return tuple(
            person.key
            for person in self.people
            if person.staff and self.states[person.key] not in {"absent", "left"}
        )

    @cached_property
    def _here(self) -> tuple[Participant, ...]:
        """The people who count as present in the rounds that they take part in."""
        seen = _seen(self.event) if self.checked_in else self.states
        return tuple(
            person
            for person in self.people
            if not person.staff
            for state in [self.states[person.key]]
            if state == "here" or (state == "expected" and person.key in seen)
        )


def people(event: Event) -> tuple[Participant, ...]:
    """Return everybody of the roster, see `RosterIndex`."""
    return RosterIndex(event).people


def by_key(event: Event) -> dict[PersonKey, Participant]:
    """Return the roster by key."""
    return RosterIndex(event).by_key


def numbers(event: Event) -> dict[PersonKey, int]:
    """Return each person's number, counted from 1 in the order of the roster."""
    return RosterIndex(event).numbers


def states(event: Event) -> dict[PersonKey, State]:
    """Return what is known of everybody's presence; a walk-in is here from the start."""
    return RosterIndex(event).states


def checked_in(event: Event) -> bool:
    """Return whether the host checks people in at all this evening."""
    return RosterIndex(event).checked_in


def present(event: Event, number: int) -> tuple[PersonKey, ...]:
    """Return the people who can be planned into round `number`, see `RosterIndex`."""
    return RosterIndex(event).present(number)


def staff(event: Event) -> tuple[PersonKey, ...]:
    """Return the staff who are there to fill in for an odd number."""
    return RosterIndex(event).staff


def shown_names(event: Event) -> dict[PersonKey, str]:
    """Return how each person is called on a screen, see `RosterIndex`."""
    return RosterIndex(event).names


def _seen(event: Event) -> set[PersonKey]:
    """Return everybody who had a place in a round that has begun."""
    seated = {key for round_ in event.rounds for two in round_.pairings for key in two.people}
    return seated.union(*(round_.resting for round_ in event.rounds))


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


def _at(entry: Attendance | Correction) -> datetime:
    return entry.at
