"""The people of an event as numbers: who they are, who has met, who is kept apart, who is there.

People are numbered in the order of the roster.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from random import Random

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import RosterIndex, people
from rounds.domain.people.sameness import industry
from rounds.domain.people.wishes import wished_industries
from rounds.domain.planner import history
from rounds.domain.planner.budget import Budget
from rounds.domain.planner.fits import Fit, fits
from rounds.domain.planner.history import Pair, pair
from rounds.text.fold import fold


def seed_of(event: Event, seed: int | None = None) -> int:
    """Return the seed of the plan: the one asked for, the host's, else one from the roster."""
    if seed is not None:
        return seed
    if event.settings.seed is not None:
        return event.settings.seed
    return zlib.crc32("\n".join(person.key for person in people(event)).encode())


EITHER = 2
"""The side of staff who have none: they may face both."""


class PlannerPeople:
    """The people of an event by number, and what is the same in every round and every problem."""

    def __init__(self, event: Event, seed: int) -> None:
        self.event = event
        self.seed = seed
        self.budget = Budget()
        self._roster = RosterIndex(event)
        self.people = self._roster.people
        self.index = {person.key: i for i, person in enumerate(self.people)}
        self.named: dict[str, list[int]] = defaultdict(list)
        for i, person in enumerate(self.people):
            self.named[person.name].append(i)
        for original in (*event.participants, *event.walk_ins):
            if original.key in self.index and self.index[original.key] not in self.named.get(
                original.name, ()
            ):
                self.named[original.name].append(self.index[original.key])
        self.side, self.sideless = self._sides()
        self.met = self._pairs(history.met_tonight(event))
        self.earlier = {
            pair(self.index[a], self.index[b]): price
            for (a, b), price in history.met_earlier(event).items()
        }
        self.apart = self._pairs(entry.people for entry in event.kept_apart) | {
            pair(i, j)
            for i, person in enumerate(self.people)
            for name in person.avoid
            for j in self.find(name)
            if i != j
        }
        self.industry = labelled(industry(person.industry) for person in self.people)
        self.wishes = [
            tuple(dict.fromkeys(j for name in person.wishes for j in self.find(name) if i != j))
            for i, person in enumerate(self.people)
        ]
        self.groups = [
            tuple(self._of_industry(name, i) for name in dict.fromkeys(wished_industries(person)))
            for i, person in enumerate(self.people)
        ]
        self.staff = [self.index[key] for key in self._roster.staff]
        self.first = max((round_.number for round_ in event.rounds), default=0) + 1
        draw = Random(seed).random
        self.lot = [draw() for _ in self.people]

    @cached_property
    def fits(self) -> dict[Pair, Fit]:
        """Who can be helped by whom: the one who seeks, the one who can help."""
        return fits(self.people)

    @cached_property
    def newcomers(self) -> set[int]:
        """Those who took part in no earlier event, where others did."""
        known = {self.index[key] for key in history.regulars(self.event) if key in self.index}
        return set(range(len(self.people))).difference(known, self.staff) if known else set()

    def _of_industry(self, name: str, but: int) -> frozenset[int]:
        wanted = industry(name)
        return frozenset(
            j
            for j, person in enumerate(self.people)
            if j != but and industry(person.industry) == wanted
        )

    def find(self, name: str) -> list[int]:
        """Return the people that a name in a list of wishes or of people to avoid stands for."""
        found = self.index.get(name)
        return [found] if found is not None else self.named.get(name, [])

    def here(self, number: int) -> list[int]:
        """Return the people who need a place in a round."""
        return [self.index[key] for key in self._roster.present(number)]

    def planned_before(self, number: int) -> frozenset[Pair]:
        """Return the pairs that are planned to meet before a round, in rounds yet to begin."""
        return frozenset(
            self._pairs(
                two
                for round_ in self.event.plan
                if round_.number < number
                for pairing in round_.pairings
                for two in history.pairs_of(pairing)
            )
        )

    def helpers(self, number: int) -> list[int]:
        """Return the staff who could make a round's number even: of the side that is short."""
        found = self.here(number)
        if len(found) % 2 == 0:
            return []
        short = None
        if self.side is not None:
            short = 1 if 2 * sum(self.side[i] for i in found) < len(found) else 0
        return [
            i
            for i in self.staff
            if (self.people[i].from_round or 1) <= number
            and (self.people[i].until_round or number) >= number
            and (self.side is None or self.side[i] in (short, EITHER))
        ]

    def _sides(self) -> tuple[list[int] | None, set[int]]:
        names = self.event.settings.sides
        if names is None:
            return None, set()
        wanted = {fold(name): k for k, name in enumerate(names)}
        found = [wanted.get(fold(person.side), -1) for person in self.people]
        staff_of = {i for i, person in enumerate(self.people) if person.staff}
        without = {i for i, side in enumerate(found) if side < 0}
        for i in without & staff_of:
            found[i] = EITHER
        without -= staff_of
        for i in sorted(without):
            found[i] = 1 if found.count(1) < found.count(0) else 0
        return found, without

    def _pairs(self, keys: Iterable[tuple[PersonKey, PersonKey]]) -> set[Pair]:
        return {
            pair(self.index[a], self.index[b])
            for a, b in keys
            if a in self.index and b in self.index and a != b
        }


def labelled(values: Iterable[str]) -> tuple[int, ...]:
    """Return a number for every distinct text as it is compared; an empty one is like no other."""
    known: dict[str, int] = {}
    out = []
    for place, text in enumerate(values):
        out.append(known.setdefault(text, len(known)) if text else -1 - place)
    return tuple(out)
