"""What has already happened, tonight and at earlier events: meetings and rests.

A pairing counts as met when its round has begun, unless somebody did not appear or they
talked less than half of the round. How people are recognised at earlier events is in
`people.recognition`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from rounds.domain.event import Event, Pairing, PersonKey, Round
from rounds.domain.people.recognition import recognised
from rounds.domain.people.roster import people
from rounds.domain.planner import prices

Person = TypeVar("Person", PersonKey, int)
Pair = tuple[int, int]
"""Two people by number, in ascending order."""


def pair(a: Person, b: Person) -> tuple[Person, Person]:
    """Return two people, by key or by number, in ascending order."""
    return (a, b) if a <= b else (b, a)


def pairs_of(pairing: Pairing) -> Iterator[tuple[PersonKey, PersonKey]]:
    """Return the pairs that meet at a table: one, or the three of a trio."""
    return pairs_among(pairing.people)


def pairs_among(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield every two of these people, by key or by number."""
    return (pair(a, b) for a, b in combinations(people, 2))


def counts_as_met(pairing: Pairing, round_minutes: float) -> bool:
    """Return whether the people of a begun round's pairing have met."""
    if pairing.held == "no-show":
        return False
    return not (
        pairing.held == "short"
        and pairing.minutes is not None
        and pairing.minutes < round_minutes / 2
    )


def met_tonight(event: Event) -> dict[tuple[PersonKey, PersonKey], int]:
    """Return the pairs that met in the rounds begun so far, each with the number of its round."""
    minutes = event.in_force.round_minutes
    return {
        met: round_.number
        for round_ in event.rounds
        for pairing in round_.pairings
        if counts_as_met(pairing, minutes)
        for met in pairs_of(pairing)
    }


def first_met(event: Event) -> dict[tuple[PersonKey, PersonKey], int]:
    """Return the pairs that met so far, each with the number of the round in which they first did.

    It is another one than that of `met_tonight` where they met again in a rematch round.
    """
    backwards = sorted(event.rounds, key=lambda round_: -round_.number)
    return met_tonight(event.with_(rounds=tuple(backwards)))


def rests_in(rounds: tuple[Round, ...]) -> Counter[PersonKey]:
    """Return how often each person rested in these rounds."""
    return Counter(key for round_ in rounds for key in round_.resting)


def trios_in(rounds: tuple[Round, ...]) -> Counter[PersonKey]:
    """Return how often each person sat in a trio in these rounds."""
    return Counter(
        key
        for round_ in rounds
        for pairing in round_.pairings
        if len(pairing.people) == 3
        for key in pairing.people
    )


def met_earlier(event: Event) -> dict[tuple[PersonKey, PersonKey], int]:
    """Return the pairs that met at earlier events, with the price of meeting again."""
    ages: dict[tuple[PersonKey, PersonKey], set[int]] = defaultdict(set)
    for age, earlier in enumerate(reversed(event.earlier)):
        now = recognised(people(event), people(earlier))
        for a, b in met_tonight(earlier):
            if a in now and b in now and now[a] != now[b]:
                ages[pair(now[a], now[b])].add(age)
    return {met: prices.earlier(ago) for met, ago in ages.items()}


def earlier_rests(event: Event, *, trios: bool) -> Counter[PersonKey]:
    """Return how often each person rested (or sat in a trio) at earlier events."""
    total: Counter[PersonKey] = Counter()
    for earlier in event.earlier:
        now = recognised(people(event), people(earlier))
        counted = trios_in(earlier.rounds) if trios else rests_in(earlier.rounds)
        for key, times in counted.items():
            if key in now:
                total[now[key]] += times
    return total


def regulars(event: Event) -> set[PersonKey]:
    """Return the people of tonight who took part in a round of an earlier event."""
    found: set[PersonKey] = set()
    for earlier in event.earlier:
        now = recognised(people(event), people(earlier))
        for round_ in earlier.rounds:
            seated = [key for pairing in round_.pairings for key in pairing.people]
            found.update(now[key] for key in (*seated, *round_.resting) if key in now)
    return found
