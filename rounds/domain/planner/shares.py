"""What each person gets out of the evening: even shares, help, variety.

The price of a meeting (see `prices`) does not depend on the others. This one does: the third
meeting with somebody of insurance says less than the first, and a fit means more to somebody who
has none yet. So it is counted per person, and a change of partner is priced by what it changes
for that person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rounds.domain.planner.prices import TOO_MANY

MAIN = 10_000
"""How much one point of a plan's cost weighs against what decides among plans of one cost."""

FIRST_WISH, SAME, FIRST_FIT, FIT, VARIETY = 600, 60, 80, 2, 1
"""What decides among plans of one cost, in this order: that nobody is left without a wish, that
meetings within an industry are shared evenly (by their square), that nobody is left without a fit,
how much the fits are worth (the second one a quarter, the third one a ninth: else whoever fits
many meets one industry only), and that everybody meets many industries (by the square, too)."""


@dataclass(frozen=True)
class Shares:
    """What counts for each person, by number.

    `kind` is everybody's industry (below zero where it is like no other), `evenly` whether
    meetings within it are to be shared evenly. `wishes` holds whom somebody wishes to meet,
    `any_of` groups of whom they wish to meet one, each with the price of meeting none of it.
    `fits` holds with whom somebody fits, and how much that is worth, `most` how many of an
    industry everybody is to meet at most.
    """

    kind: tuple[int, ...]
    evenly: bool
    wishes: tuple[frozenset[int], ...]
    any_of: tuple[tuple[tuple[frozenset[int], int], ...], ...]
    fits: tuple[Mapping[int, int], ...]
    most: Mapping[int, int]

    @property
    def costs(self) -> bool:
        """Whether anything here counts among the cost of a plan."""
        return bool(self.most) or any(self.any_of)


class Partners:
    """Whom everybody meets in a plan that changes, and what that is worth.

    `more` holds for each person and industry what the next meeting with it costs, `less` what is
    saved without the last one; the last place of both is for people who are like no others.
    """

    def __init__(self, shares: Shares, met: Iterable[tuple[int, int]]) -> None:
        self.shares = shares
        size, kinds = len(shares.kind), max(shares.kind, default=-1) + 1
        self.kind = [max(-1, kind) for kind in shares.kind]
        self.of: list[set[int]] = [set() for _ in range(size)]
        self.times = [[0] * kinds for _ in range(size)]
        self.more = [[self._price(i, k, 0) for k in range(kinds)] + [0] for i in range(size)]
        self.less = [[0] * (kinds + 1) for _ in range(size)]
        self.special = [
            bool(shares.wishes[i] or shares.any_of[i] or shares.fits[i]) for i in range(size)
        ]
        for a, b in met:
            self.add(a, b)

    def add(self, a: int, b: int) -> None:
        """Let two meet."""
        self.of[a].add(b)
        self.of[b].add(a)
        self._count(a, self.kind[b], 1)
        self._count(b, self.kind[a], 1)

    def remove(self, a: int, b: int) -> None:
        """Take back that two meet."""
        self.of[a].remove(b)
        self.of[b].remove(a)
        self._count(a, self.kind[b], -1)
        self._count(b, self.kind[a], -1)

    def dearer(self, a: int, b: int, c: int, d: int) -> int:
        """Return what it costs if (a, b) and (c, d) become (a, c) and (b, d)."""
        kind, more, less = self.kind, self.more, self.less
        ka, kb, kc, kd = kind[a], kind[b], kind[c], kind[d]
        price = 0
        if kb != kc:
            price += more[a][kc] - less[a][kb] + more[d][kb] - less[d][kc]
        if ka != kd:
            price += more[b][kd] - less[b][ka] + more[c][ka] - less[c][kd]
        special = self.special
        if special[a]:
            price += self._instead(a, b, c)
        if special[b]:
            price += self._instead(b, a, d)
        if special[c]:
            price += self._instead(c, d, a)
        if special[d]:
            price += self._instead(d, c, b)
        return price

    def cost(self) -> int:
        """Return what counts among the cost of the plan: limits passed, groups not met."""
        shares, total = self.shares, 0
        for met, times, groups in zip(self.of, self.times, shares.any_of, strict=True):
            if met:
                total += TOO_MANY * sum(
                    max(0, times[kind] - most) for kind, most in shares.most.items()
                )
            total += sum(price for group, price in groups if met.isdisjoint(group))
        return total

    def _count(self, person: int, kind: int, by: int) -> None:
        if kind >= 0:
            self.times[person][kind] += by
            times = self.times[person][kind]
            self.more[person][kind] = self._price(person, kind, times)
            self.less[person][kind] = self._price(person, kind, times - 1) if times else 0

    def _price(self, person: int, kind: int, times: int) -> int:
        """Return the price of one more meeting with an industry that was met so many times."""
        shares, square = self.shares, 2 * times + 1
        price = VARIETY * square
        if shares.evenly and kind == shares.kind[person]:
            price += SAME * square
        if shares.most and times >= shares.most.get(kind, times + 1):
            price += MAIN * TOO_MANY
        return price

    def _instead(self, person: int, lost: int, won: int) -> int:
        """Return what wishes and fits lose if somebody meets one person instead of another."""
        met = self.of[person]
        return self._worth(person, met) - self._worth(person, met - {lost} | {won})

    def _worth(self, person: int, met: set[int]) -> int:
        shares = self.shares
        worth = 0 if met.isdisjoint(shares.wishes[person]) else FIRST_WISH
        for group, price in shares.any_of[person]:
            if not met.isdisjoint(group):
                worth += MAIN * price
        fits = shares.fits[person]
        found = sorted((fits[j] for j in met if j in fits), reverse=True)
        if found:
            worth += FIRST_FIT + sum(FIT * fit // k**2 for k, fit in enumerate(found, 1))
        return worth
