"""A finer lower bound of the cost: a price for every person instead of the rounds (Lagrange).

Forget the rounds and ask only that everybody has as many different partners as rounds. Give
every person a price that is paid for each meeting: whatever the prices are, the cheapest such
set of meetings is no dearer than the best plan. Prices of people who have too few
meetings in it rise, the others fall, by steps that shrink (Polyak), and the bound climbs, mostly
to the cost of the best plan itself: then the search can stop. That pays: 240 hard evenings at
random took 41 s instead of 66 s, and all plans but one were the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil, gcd

from rounds.domain.planner.limits.feasibility import most_aside, partners
from rounds.domain.planner.problem import Problem

PAIRS = 20_000
"""With more possible meetings than these the bound is not worth its time."""

STEPS = 300
"""How many times the prices are changed at most in one climb."""


class Dual:
    """The bound of a problem; it remembers how far it has climbed, and counts its `points`."""

    def __init__(self, problem: Problem, prices: Sequence[Sequence[int]], base: int) -> None:
        self.base = base
        self.rows: list[list[tuple[int, int]]] = []
        self.places: list[tuple[int, int, int, int, int]] = []
        self.need: list[int] = []
        self.climbed = float("-inf")
        self.points = 0
        people = {i for sitting in problem.sittings for i in sitting.here}
        kinds = {sitting.trio for sitting in problem.sittings if sitting.aside}
        optional = any(sitting.optional for sitting in problem.sittings)
        # A person who rests has one meeting less than rounds, a person in a trio one more.
        self.sign = 1 if True in kinds else -1
        if len(kinds) <= 1 and not optional and len(people) ** 2 <= 2 * PAIRS:
            self._read(problem, prices)
        self.price = [0.0] * len(self.need)

    def _read(self, problem: Problem, prices: Sequence[Sequence[int]]) -> None:
        sittings, size = problem.sittings, problem.size
        near = partners(problem, len(sittings))
        need = Counter(i for sitting in sittings for i in sitting.here)
        place = {i: k for k, i in enumerate(sorted(need))}
        self.need = [need[i] for i in place]
        self.rows = [
            [(place[j], prices[i][j]) for j in near[i] if i < j < size and j in place]
            for i in place
        ]
        rest, help_ = len(place), len(place) + 1
        self.need.append(sum(sitting.aside for sitting in sittings))
        self.need.append(sum(bool(sitting.helpers) for sitting in sittings))
        most = most_aside(problem, len(sittings))
        self.places = [(place[i], rest, self.sign, 0, most[i]) for i in place if most[i]]
        self.places += [
            (place[i], help_, -1, prices[i][j], 1)
            for i in place
            for j in near[i]
            if j in problem.helpers
        ]
        self.pairs = sum(len(row) for row in self.rows) + len(self.places)
        self.step = (
            gcd(
                *(price for row in self.rows for _j, price in row),
                *(price for _i, _node, _sign, price, _times in self.places),
            )
            or 1
        )

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
            self.price = [mine + by * x for mine, x in zip(self.price, wrong, strict=True)]
        return bound

    def _value(self) -> tuple[float, list[int]]:
        """Return the cost at the present prices, and how many meetings everybody is short of."""
        price_of, wrong = self.price, self.need[:]
        value = 0.0
        for times, price in zip(self.need, price_of, strict=True):
            value += times * price  # not sum(): it rounds differently from Python 3.12 on
        for i, row in enumerate(self.rows):
            mine = price_of[i]
            for j, left in [(j, x - mine - price_of[j]) for j, x in row if x - mine < price_of[j]]:
                wrong[i] -= 1
                wrong[j] -= 1
                value += left
        for i, node, sign, price, times in self.places:
            left = price + sign * price_of[i] - price_of[node]
            if left < 0:
                wrong[i] += sign * times
                wrong[node] -= times
                value += left * times
        return value, wrong
