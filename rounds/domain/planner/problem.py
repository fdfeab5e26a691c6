"""The problem of planning an evening: people by round, pairs ruled out, prices of meetings.

A person who does not sit in a pair (a rest, or
a place in a trio) sits on a *chair*: a number above all people, one for each level of rest
(see `rests`), so that "rests for the first time" is a meeting like any other, and "never twice"
holds for it as for any pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rounds.domain.event import PersonKey, Round
from rounds.domain.planner import history
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.prices import COMPANY, NEVER

RULES = ("met", "earlier", "apart", "tables", "pins")
"""What can rule a pair out; `sides` is the only rule that is not a list of pairs."""


@dataclass(frozen=True)
class Sitting:
    """One round to be planned.

    `here` are the people the search places, `pinned` the pairs the host has already put
    together (not in `here`), `aside` a fair choice of people to rest or to sit in the trio,
    each with a chair; `may` are the people that choice was made from.
    """

    number: int
    here: tuple[int, ...]
    pinned: tuple[Pair, ...] = ()
    may: tuple[int, ...] = ()
    aside: tuple[tuple[int, int], ...] = ()
    trio: bool = False


@dataclass(frozen=True)
class Problem:
    """Everything the search needs to know.

    `closed` lists by rule the pairs that must not meet; `earlier` prices those of earlier
    events, which are closed too unless `forgiving`. `wishes` holds what is saved by each
    meeting that would honour a wish, `missed` is the price of missing all wishes that are not
    honoured yet.
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
    chairs: int
    counts: tuple[int, ...]
    levels: tuple[int, ...]
    industry_price: int
    tables: Mapping[int, str]
    seed: int

    @property
    def size(self) -> int:
        """How many people are on the roster; the first chair has this number."""
        return len(self.keys)

    def ruled_out(self) -> set[Pair]:
        """Return the pairs that no plan may contain."""
        return {met for rule in RULES if self.in_force(rule) for met in self.closed[rule]}

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
            pair(index[a], index[b])
            for round_ in rounds
            for pairing in round_.pairings
            for a, b in history.pairs_of(pairing)
        ]

    def prices(self) -> list[list[int]]:
        """Return the price of every meeting, people and chairs; lists of one length."""
        size, chairs = self.size, self.chairs
        rows: dict[tuple[int, int], list[int]] = {}
        out: list[list[int]] = []
        for i in range(size):
            kind = self.industry[i], self.side[i] if self.side else 0
            if kind not in rows:
                row = [self.industry_price if kind[0] == other else 0 for other in self.industry]
                if self.side:
                    row = [
                        NEVER if kind[1] == other else price
                        for other, price in zip(self.side, row, strict=True)
                    ]
                rows[kind] = row + [0] * chairs
            out.append(rows[kind][:])
        out.extend([0] * (size + chairs) for _ in range(chairs))
        self._add_people(out)
        self._add_chairs(out)
        for i in range(size):
            out[i][i] = -100 * NEVER  # an exchange with somebody absent is never cheap
        return out

    def _add_people(self, out: list[list[int]]) -> None:
        teams: dict[int, list[int]] = defaultdict(list)
        for i, firm in enumerate(self.company):
            for j in teams[firm]:
                out[i][j] += COMPANY
                out[j][i] += COMPANY
            teams[firm].append(i)
        for (a, b), saved in self.wishes.items():
            out[a][b] -= saved
            out[b][a] -= saved
        if self.forgiving:
            for (a, b), price in self.earlier.items():
                out[a][b] += price
                out[b][a] += price

    def _add_chairs(self, out: list[list[int]]) -> None:
        size = self.size
        may = {i for sitting in self.sittings if sitting.aside for i in sitting.may}
        for c, level in enumerate(self.levels):
            for i in range(size):
                if i not in may or self.counts[i] > level:
                    out[i][size + c] = out[size + c][i] = NEVER
        for c in range(size, size + self.chairs):
            for d in range(size, size + self.chairs):
                out[c][d] = 100 * NEVER
