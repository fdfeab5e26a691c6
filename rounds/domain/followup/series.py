"""One evening or several as numbers: who came, who met, and who is still to meet.

People are recognised from evening to evening as they are for planning, see `people.recognition`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rounds.domain.evening.free_partners import are_kept_apart
from rounds.domain.event import Event, Participant, PersonKey
from rounds.domain.followup.contacts import again_pairs, were_there
from rounds.domain.followup.known_people import KnownPeople, Person
from rounds.domain.people.roster import RosterIndex
from rounds.domain.people.sameness import industry
from rounds.domain.planner.history import counts_as_met, first_met, met_tonight, pair, pairs_of


@dataclass(frozen=True)
class EveningInNumbers:
    """What came of one evening.

    `pairings` were held; `acquaintances` are pairs that met for the first time, as far as the
    evenings and the earlier events that they name tell. `industries` were there, and
    `industries_met` is how many besides their own somebody met, on average. `rematches`
    counts the pairings of people who had met before on this evening, `again` the pairs of whom
    both want to talk again.
    """

    event: Event
    people: int
    pairings: int
    acquaintances: int
    industries: int
    industries_met: float
    rematches: int
    again: int


@dataclass(frozen=True)
class Acquainted:
    """One person over all evenings: how many they came to, how many they met, who is still to meet.

    Nobody is still to meet from whom this person is kept apart.
    """

    person: Person
    profile: Participant
    evenings: int
    met: int
    to_meet: tuple[Person, ...]


class Series:
    """Evenings in their order, looked at together."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._everybody = KnownPeople()
        self._met: set[tuple[Person, Person]] = set()
        self._apart: set[tuple[Person, Person]] = set()
        self._came: list[set[Person]] = []
        self._there: list[dict[Person, PersonKey]] = []
        self.evenings = tuple(self._take(event) for event in events)

    @cached_property
    def people(self) -> tuple[Acquainted, ...]:
        """Everybody who came to any of the evenings, those who came most often first."""
        came = set[Person]().union(*self._came)
        met, apart = _by_person(self._met), _by_person(self._apart)
        found = [
            Acquainted(
                person,
                self._everybody.profiles[person],
                sum(person in evening for evening in self._came),
                len(came & met[person]),
                tuple(sorted(came - met[person] - apart[person] - {person})),
            )
            for person in sorted(came)
        ]
        return tuple(sorted(found, key=lambda one: -one.evenings))

    def came_to(self, person: Person) -> tuple[tuple[int, PersonKey], ...]:
        """Return the evenings (counted from 0) to which a person came, each with the key there."""
        return tuple(
            (evening, keys[person]) for evening, keys in enumerate(self._there) if person in keys
        )

    def met(self, person: Person) -> tuple[Person, ...]:
        """Return those whom a person has met and who came to any of the evenings."""
        came = set[Person]().union(*self._came)
        return tuple(other for other in sorted(came) if self.have_met(person, other))

    def name(self, person: Person) -> str:
        """Return the name of a person."""
        return self._everybody.profiles[person].name

    def have_met(self, one: Person, other: Person) -> bool:
        """Return whether two people have met, at these evenings or at an earlier event."""
        return pair(one, other) in self._met

    def _take(self, event: Event) -> EveningInNumbers:
        for earlier in event.earlier:
            numbers = self._numbers(earlier)
            self._met |= {pair(numbers[a], numbers[b]) for a, b in _known(earlier, numbers)}
        roster = RosterIndex(event)
        numbers = self._numbers(event)
        some = {key for entry in event.kept_apart for key in entry.people}
        some |= {person.key for person in roster.people if person.avoid}
        self._apart |= {
            pair(numbers[a], numbers[b])
            for a in some & numbers.keys()
            for b in numbers
            if a != b and are_kept_apart(roster, a, b)
        }
        there = [key for key in were_there(roster) if not roster.by_key[key].staff]
        met = {pair(numbers[a], numbers[b]) for a, b in _known(event, numbers)}
        new = met - self._met
        self._met |= met
        self._came.append({numbers[key] for key in there})
        self._there.append({numbers[key]: key for key in there})
        trades = {
            numbers[key]: industry(roster.by_key[key].industry)
            for key in there
            if roster.by_key[key].industry
        }
        partners = _by_person(met)
        seen = [
            len({trades[b] for b in partners[a] if b in trades} - {trades.get(a)})
            for a in (numbers[key] for key in there)
        ]
        return EveningInNumbers(
            event=event,
            people=len(there),
            pairings=_held(event),
            acquaintances=len(new),
            industries=len({*trades.values()}),
            industries_met=sum(seen) / len(seen) if seen else 0.0,
            rematches=_met_again(event),
            again=len(again_pairs(event)),
        )

    def _numbers(self, event: Event) -> dict[PersonKey, Person]:
        return self._everybody.numbers(RosterIndex(event).people)


def _known(event: Event, numbers: dict[PersonKey, Person]) -> list[tuple[PersonKey, PersonKey]]:
    """Return the pairs that met, without people who are on the roster no more."""
    return [(a, b) for a, b in met_tonight(event) if a in numbers and b in numbers]


def _by_person(pairs: set[tuple[Person, Person]]) -> defaultdict[Person, set[Person]]:
    """Return for each person the others of their pairs."""
    found: defaultdict[Person, set[Person]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def _met_again(event: Event) -> int:
    """Return how many pairings, of those held, were of people who had met before."""
    minutes, first = event.in_force.round_minutes, first_met(event)
    return sum(
        any(first[two] < round_.number for two in pairs_of(pairing))
        for round_ in event.rounds
        for pairing in round_.pairings
        if counts_as_met(pairing, minutes)
    )


def _held(event: Event) -> int:
    minutes = event.in_force.round_minutes
    return sum(
        counts_as_met(pairing, minutes) for round_ in event.rounds for pairing in round_.pairings
    )
