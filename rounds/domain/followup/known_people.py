"""The same person at several evenings, by one number."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.event import Event, Participant, PersonKey
from rounds.domain.people.recognition import recognised
from rounds.domain.people.roster import RosterIndex

Person = int
"""A person by number, counted over all evenings in the order in which they appeared."""


class KnownPeople:
    """Everybody of several evenings; `profiles` are the latest roster entries, by number."""

    def __init__(self) -> None:
        self.profiles: list[Participant] = []
        self._rosters: list[tuple[Sequence[Participant], dict[PersonKey, Person]]] = []

    def numbers(self, people: Sequence[Participant]) -> dict[PersonKey, Person]:
        """Return the number of everybody of the next evening; whoever is new gets a new one."""
        found: dict[PersonKey, Person] = {}
        for before, numbers in reversed(self._rosters):
            taken = set(found.values())
            for then, now in recognised(people, before).items():
                if now not in found and numbers[then] not in taken:
                    found[now] = numbers[then]
        for person in people:
            if person.key in found:
                self.profiles[found[person.key]] = person
            else:
                found[person.key] = len(self.profiles)
                self.profiles.append(person)
        self._rosters.append((people, found))
        return found


def numbered(events: Sequence[Event]) -> tuple[dict[PersonKey, Person], ...]:
    """Return for each of the evenings, in their order, the number of everybody on its roster."""
    known = KnownPeople()
    return tuple(known.numbers(RosterIndex(event).people) for event in events)
