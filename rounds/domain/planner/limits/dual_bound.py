"""A finer lower bound: what a plan costs when everybody has a price of his own.

Forget the rounds and ask only that everybody has as many different partners as rounds. Give
every person a price that is paid for each meeting: whatever the prices are, the cheapest such
set of meetings is no dearer than the best plan (Lagrange). Prices of people who have too few
meetings in it rise, the others fall, by steps that shrink (Polyak), and the bound climbs, mostly
to the cost of the best plan itself: then the search can stop.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil, gcd

from rounds.domain.planner.limits.feasibility import partners
from rounds.domain.planner.problem import Problem

PAIRS = 20_000
"""Above so many possible meetings the bound is not worth its time."""
STEPS = 300


class Dual:
    """The bound of a problem; it remembers how far it has climbed."""

    def __init__(self, problem: Problem, prices: Sequence[Sequence[int]], base: int) -> None:
        self.base = base
        self.rows: list[list[tuple[int, int]]] = []
        self.chairs: list[tuple[int, int]] = []
        self.need: list[int] = []
        self.climbed = float("-inf")
        self.points = 0
        people = {i for sitting in problem.sittings for i in sitting.here}
        kinds = {sitting.trio for sitting in problem.sittings if sitting.aside}
        # Who rests has a meeting less than rounds, who sits in a trio one more.
        self.sign = 1 if True in kinds else -1
        if len(kinds) <= 1 and len(people) ** 2 <= 2 * PAIRS:
            self._read(problem, prices)
        self.own = [0.0] * len(self.need)

    def _read(self, problem: Problem, prices: Sequence[Sequence[int]]) -> None:
        sittings, size = problem.sittings, problem.size
        near = partners(problem, len(sittings))
        need = Counter(i for sitting in sittings for i in sitting.here)
        places = Counter(chair for sitting in sittings for _i, chair in sitting.aside)
        nodes = [*sorted(need), *sorted(places)]
        place = {i: k for k, i in enumerate(nodes)}
        self.need = [(need if i < size else places)[i] for i in nodes]
        self.rows = [
            [(place[j], prices[i][j]) for j in near[i] if i < j < size] for i in sorted(need)
        ]
        may = {i for sitting in sittings if sitting.aside for i in sitting.may}
        self.chairs = [
            (place[i], place[chair])
            for i in sorted(may)
            for chair in sorted(places)
            if problem.counts[i] <= problem.levels[chair - size]
        ]
        self.pairs = sum(len(row) for row in self.rows) + len(self.chairs)
        self.step = gcd(*(price for row in self.rows for _j, price in row)) or 1

    def raise_to(self, target: int, start: int) -> int:
        """Return a bound of at least `start`, climbing on until it reaches `target` or sticks."""
        if not self.rows:
            return start
        bound, pace, stuck = start, 1.0, 0
        for _ in range(min(STEPS, 2_000_000 // (self.pairs + 1))):
            value, wrong = self._value()
            self.points += self.pairs
            if value > self.climbed + 1e-6:
                self.climbed, stuck = value, 0
                # The bound is a sum of prices, so it is a multiple of what divides them all.
                steps = ceil((value - 1e-4) / self.step)
                bound = max(bound, self.base + steps * self.step)
            elif (stuck := stuck + 1) == 8:
                pace, stuck = pace * 0.6, 0
            length = sum(x * x for x in wrong)
            if bound >= target or not length:
                break
            by = pace * max(1.0, target - self.base - value) / length
            self.own = [mine + by * x for mine, x in zip(self.own, wrong, strict=True)]
        return bound

    def _value(self) -> tuple[float, list[int]]:
        """Return the cost at the present prices, and how many meetings everybody is short of."""
        own, wrong, sign = self.own, self.need[:], self.sign
        value = 0.0
        for times, price in zip(self.need, own, strict=True):
            value += times * price  # not sum(): it rounds differently from Python 3.12 on
        for i, row in enumerate(self.rows):
            mine = own[i]
            for j, left in [(j, x - mine - own[j]) for j, x in row if x - mine < own[j]]:
                wrong[i] -= 1
                wrong[j] -= 1
                value += left
        for i, chair in self.chairs:
            left = sign * own[i] - own[chair]
            if left < 0:
                wrong[i] += sign
                wrong[chair] -= 1
                value += left
        return value, wrong
