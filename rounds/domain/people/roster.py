"""The roster of an event: names, numbers, and who is there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from rounds.domain.event import (
    Attendance,
    Correction,
    Event,
    Participant,
    PersonKey,
)

State = Literal["expected", "here", "absent", "left"]


@dataclass(frozen=True, eq=False)
class RosterIndex:
    """The roster of one event for looking things up; each table is built once, on first use.

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
        """The name of each person on a screen.

        Namesakes are shown with their company, or with their number if that is the same, too.
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
        """The last known presence of each person; a walk-in is here from the start."""
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

        As soon as anybody is checked in, people count who are here, or who are expected and had
        a place in a round already. Before that (or if the host does not check people in),
        everybody counts who is not absent or gone.
        """
        return tuple(
            person.key
            for person in self._here
            if (person.from_round or 1) <= number
            and (person.until_round is None or number <= person.until_round)
        )

    @cached_property
    def staff(self) -> tuple[PersonKey, ...]:
        """The staff who are present and can make an odd number even."""
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


def states(event: Event) -> dict[PersonKey, State]:
    """Return the last known presence of each person, see `RosterIndex`."""
    return RosterIndex(event).states


def checked_in(event: Event) -> bool:
    """Return whether the host checks people in at all this evening."""
    return RosterIndex(event).checked_in


def shown_names(event: Event) -> dict[PersonKey, str]:
    """Return the name of each person on a screen, see `RosterIndex`."""
    return RosterIndex(event).names


def _seen(event: Event) -> set[PersonKey]:
    """Return everybody who had a place in a round that has begun."""
    seated = {key for round_ in event.rounds for two in round_.pairings for key in two.people}
    return seated.union(*(round_.resting for round_ in event.rounds))


def _at(entry: Attendance | Correction) -> datetime:
    return entry.at
