"""The people of an event as numbers: who they are, who has met, who is kept apart, who is there.

People are numbered in the order of the roster.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from random import Random

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import people, present, staff
from rounds.domain.planner import history
from rounds.domain.planner.budget import Budget
from rounds.domain.planner.history import Pair, pair
from rounds.text.fold import fold


def seed_of(event: Event, seed: int | None = None) -> int:
    """Return the seed of the plan: the one asked for, the host's, else one from the roster."""
    if seed is not None:
        return seed
    if event.settings.seed is not None:
        return event.settings.seed
    return zlib.crc32("\n".join(person.key for person in people(event)).encode())


class PlannerPeople:
    """The people of an event by number, and what is the same in every round and every problem."""

    def __init__(self, event: Event, seed: int) -> None:
        self.event = event
        self.seed = seed
        self.budget = Budget()
        self.people = people(event)
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
        self.wishes = [
            tuple(dict.fromkeys(j for name in person.wishes for j in self.find(name) if i != j))
            for i, person in enumerate(self.people)
        ]
        self.staff = [self.index[key] for key in staff(event)]
        self.first = max((round_.number for round_ in event.rounds), default=0) + 1
        draw = Random(seed).random
        self.lot = [draw() for _ in self.people]

    def find(self, name: str) -> list[int]:
        """Return the people that a name in a list of wishes or of people to avoid stands for."""
        found = self.index.get(name)
        return [found] if found is not None else self.named.get(name, [])

    def here(self, number: int) -> list[int]:
        """Return the people who need a place in a round: a helper joins an odd number."""
        found = [self.index[key] for key in present(self.event, number)]
        if len(found) % 2 and (helper := self._helper(found, number)) is not None:
            found.append(helper)
        return found

    def _helper(self, found: list[int], number: int) -> int | None:
        """Return the helper whose turn it is; a helper without a side takes the smaller one."""
        short = None
        if self.side is not None:
            ones = sum(self.side[i] for i in found)
            short = 1 if 2 * ones < len(found) else 0
        free = [
            i
            for i in self.staff
            if (self.people[i].from_round or 1) <= number
            and (self.people[i].until_round or number) >= number
            and (self.side is None or i in self.sideless or self.side[i] == short)
        ]
        if not free:
            return None
        helper = free[(number - 1) % len(free)]
        if self.side is not None and short is not None and helper in self.sideless:
            self.side[helper] = short
            self.sideless.discard(helper)
        return helper

    def _sides(self) -> tuple[list[int] | None, set[int]]:
        names = self.event.settings.sides
        if names is None:
            return None, set()
        wanted = {fold(name): k for k, name in enumerate(names)}
        found = [wanted.get(fold(person.side), -1) for person in self.people]
        without = {i for i, side in enumerate(found) if side < 0}
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
    """Return a number for every distinct text; an empty text is like no other."""
    known: dict[str, int] = {}
    out = []
    for place, value in enumerate(values):
        text = fold(value)
        out.append(known.setdefault(text, len(known)) if text else -1 - place)
    return tuple(out)
