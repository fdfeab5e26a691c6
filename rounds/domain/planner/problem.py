"""The problem of planning an evening: people by round, pairs ruled out, prices of meetings.

Whoever does not sit in a pair (a rest, or a place in a trio) is paired with a *place to rest*: a
number above all people. Staff who could help and are not needed are paired with *spare places*.
So in every round everybody is paired with something, and one kind of exchange does for all. Whose
turn it is to rest is counted apart (see `rests`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rounds.domain.event import PersonKey, Round
from rounds.domain.planner.history import Pair, pairs_among
from rounds.domain.planner.prices import COMPANY, NEVER, NEWCOMERS
from rounds.domain.planner.shares import Shares

RULES = ("met", "earlier", "apart", "tables", "pins")
"""What can rule a pair out; `sides` is the only rule that is not a list of pairs."""


NEEDLESS = 20_000
"""The price of a rest in a round in which staff could help, if one of them could sit."""


@dataclass(frozen=True)
class Sitting:
    """One round to be planned.

    `here` are the people the search places, `pinned` the pairs the host has already put
    together (not in `here`), `helpers` the staff of whom one makes the number even. `aside` people
    rest, or sit in the trio, and `may` are those of whom they are chosen; `optional` says
    that one more may rest instead of sitting with a helper.
    """

    number: int
    here: tuple[int, ...]
    pinned: tuple[Pair, ...] = ()
    helpers: tuple[int, ...] = ()
    may: tuple[int, ...] = ()
    aside: int = 0
    trio: bool = False
    optional: bool = False

    @property
    def pairs(self) -> int:
        """How many tables there are in this round."""
        beside = 1 if self.trio else self.aside
        return len(self.pinned) + (len(self.here) - beside + bool(self.helpers)) // 2


@dataclass(frozen=True)
class Problem:
    """Everything the search needs to know.

    `closed` lists by rule the pairs that must not meet; `earlier` prices those of earlier
    events, which are closed too unless `forgiving`. `wishes` holds what is saved by each
    meeting that would honour a wish, `missed` is the price of missing all wishes that are not
    honoured yet. `newcomers` are to meet others, `shares` says what counts for each person.
    `counts` says how often everybody rested so far, `rests` how often they can rest in these
    rounds at most, and `in_turn` whether people take turns.
    """

    keys: tuple[PersonKey, ...]
    sittings: tuple[Sitting, ...]
    company: tuple[int, ...]
    industry: tuple[int, ...]
    side: tuple[int, ...] | None
    closed: Mapping[str, frozenset[Pair]]
    earlier: Mapping[Pair, int]
    forgiving: bool
    wishes: Mapping[Pair, int]
    missed: int
    newcomers: frozenset[int]
    shares: Shares
    counts: tuple[int, ...]
    rests: tuple[int, ...]
    in_turn: bool
    lot: tuple[float, ...]
    industry_price: int
    mixing_price: int
    tables: Mapping[int, str]
    seed: int
    needless: int = NEEDLESS

    @cached_property
    def helpers(self) -> frozenset[int]:
        """The staff who help in any round."""
        return frozenset(i for sitting in self.sittings for i in sitting.helpers)

    @cached_property
    def chairs(self) -> int:
        """How many places to rest are needed in one round; they come after the people."""
        return max((sitting.aside for sitting in self.sittings), default=0)

    @cached_property
    def spare(self) -> int:
        """The number of the first place that is no rest; the one before it may be optional."""
        return self.size + self.chairs + any(sitting.optional for sitting in self.sittings)

    @cached_property
    def width(self) -> int:
        """How many people and places there are in all."""
        return self.spare + max(
            (len(s.helpers) - 1 + s.optional for s in self.sittings if s.helpers), default=0
        )

    def places(self, sitting: Sitting) -> list[int]:
        """Return the places to rest in a round, the optional one last."""
        return [*range(self.size, self.size + sitting.aside)] + [self.spare - 1] * sitting.optional

    def spares(self, sitting: Sitting) -> range:
        """Return the places of staff who are not needed in a round."""
        if not sitting.helpers:
            return range(0)
        return range(self.spare, self.spare + len(sitting.helpers) - 1 + sitting.optional)

    def resting(self, deal: Sequence[int]) -> list[int]:
        """Return the people of a round's deal who rest, or sit in its trio."""
        return [i for i, j in enumerate(deal[: self.size]) if self.size <= j < self.spare]

    @property
    def size(self) -> int:
        """How many people are on the roster; the first chair has this number."""
        return len(self.keys)

    def ruled_out(self) -> set[Pair]:
        """Return the pairs that no plan may contain."""
        return set(self._ruled_out)

    @cached_property
    def _ruled_out(self) -> frozenset[Pair]:
        return frozenset().union(*(self.closed[rule] for rule in RULES if self.in_force(rule)))

    @cached_property
    def never(self) -> list[frozenset[int]]:
        """Whom everybody may not meet in any round, by the rules or by the sides."""
        sides = self.side or range(self.size)
        own = {side: {i for i in range(self.size) if sides[i] == side} for side in {*sides}}
        found = [own[side].copy() for side in sides]
        for a, b in self._ruled_out:
            found[a].add(b)
            found[b].add(a)
        return [frozenset(others) for others in found]

    def without_prices(self) -> Problem:
        """Return the problem with all its rules, but without anything that costs."""
        nobody = tuple(-1 - i for i in range(self.size))
        return replace(
            self,
            company=nobody,
            industry=nobody,
            earlier={},
            wishes={},
            missed=0,
            industry_price=0,
            needless=0,
        )

    def in_force(self, rule: str) -> bool:
        """Return whether a rule closes pairs (meetings of earlier events may only be dear)."""
        return not (rule == "earlier" and self.forgiving)

    def facing(self, a: int, b: int) -> bool:
        """Return whether the sides allow two people to face each other."""
        return self.side is None or self.side[a] != self.side[b]

    def pairs_in(self, rounds: Sequence[Round]) -> list[Pair]:
        """Return the pairs that meet in these rounds."""
        index = {key: i for i, key in enumerate(self.keys)}
        return [
            two
            for round_ in rounds
            for pairing in round_.pairings
            for two in pairs_among([index[key] for key in pairing.people])
        ]

    def price(self, two: Pair) -> int:
        """Return the price of one meeting that the rules allow."""
        a, b = two
        same = self.industry[a] == self.industry[b]
        return (
            COMPANY * (self.company[a] == self.company[b])
            + self.earlier.get(two, 0)
            + (self.industry_price if same else self.mixing_price)
            + NEWCOMERS * self.newcomers.issuperset(two)
            - self.wishes.get(two, 0)
        )

    def prices(self) -> list[list[int]]:
        """Return the price of every meeting, people and places; lists of one length."""
        size, more = self.size, self.width - self.size
        rows: dict[tuple[int, int], list[int]] = {}
        out: list[list[int]] = []
        for i in range(size):
            kind = self.industry[i], self.side[i] if self.side else 0
            if kind not in rows:
                same, other_price = self.industry_price, self.mixing_price
                row = [same if kind[0] == other else other_price for other in self.industry]
                if self.side:
                    row = [
                        NEVER if kind[1] == other else price
                        for other, price in zip(self.side, row, strict=True)
                    ]
                rows[kind] = row + [0] * more
            out.append(rows[kind][:])
        out.extend([0] * self.width for _ in range(more))
        self._add_people(out)
        self._add_places(out)
        for i in range(self.width):
            out[i][i] = -100 * NEVER  # an exchange with somebody absent is never cheap
        return out

    def _add_people(self, out: list[list[int]]) -> None:
        teams: dict[int, list[int]] = defaultdict(list)
        for i, firm in enumerate(self.company):
            for j in teams[firm]:
                out[i][j] += COMPANY
                out[j][i] += COMPANY
            teams[firm].append(i)
        for a in self.newcomers:
            for b in self.newcomers:
                out[a][b] += NEWCOMERS
        for (a, b), saved in self.wishes.items():
            out[a][b] -= saved
            out[b][a] -= saved
        if self.forgiving:
            for (a, b), price in self.earlier.items():
                out[a][b] += price
                out[b][a] += price

    def _add_places(self, out: list[list[int]]) -> None:
        size, spare, width = self.size, self.spare, self.width
        for i in range(size):
            staff = i in self.helpers
            for place in range(size, width):
                if staff == (place < spare):
                    out[i][place] = out[place][i] = NEVER
            for other in self.helpers if staff else ():
                out[i][other] = NEVER
        for place in range(size, width):
            for other in range(size, width):
                out[place][other] = 100 * NEVER
        if any(sitting.optional for sitting in self.sittings):
            free = spare - 1
            for i in range(size):
                if i not in self.helpers:
                    out[i][free] = out[free][i] = self.needless
            for other in range(spare, width):
                out[free][other] = out[other][free] = 0
