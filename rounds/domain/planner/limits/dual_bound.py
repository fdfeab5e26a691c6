"""A finer lower bound of the cost: a price for every person and class of rounds (Lagrange).

Rounds with the same people are one class. Forget how the rounds of a class are made up, and ask
only that everybody has as many meetings in it as it has rounds, and that no pair meets twice in
all. Give every person a price in every class that is paid for each meeting there: whatever the
prices are, the cheapest such set of meetings is no dearer than the best plan. Prices of people who
have too few meetings in it rise, the others fall, by steps that shrink (Polyak), and the bound
climbs, mostly to the cost of the best plan itself: then the search can stop. A person has the same
price in all classes until that leads no further.

A rest is a meeting with the place to rest of its class; a seat in a trio asks for one meeting more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil, gcd

from rounds.domain.planner.history import pair
from rounds.domain.planner.limits.feasibility import fewest_aside, most_aside, partners
from rounds.domain.planner.problem import Problem, Sitting

PAIRS = 40_000
"""With more possible meetings than these the bound is not worth its time."""

STEPS = 300
"""How many times the prices are changed at most in one climb."""

PATIENCE, HASTE, FAR, SHORTEST = 30, 10, 0.3, 0.001
"""After so many steps that led no higher the steps get half as long, after fewer where no step of
this length did; how far down (in lengths of a step) it goes back to where it was highest; and what
remains of a step in the end."""

WORK, IN_ALL = 1_000_000, 2_000_000
"""How many meetings are looked at in one climb at most, and in all of them."""


class Dual:
    """The bound of a problem; it remembers how far it has climbed, and counts its `points`."""

    def __init__(self, problem: Problem, prices: Sequence[Sequence[int]], base: int) -> None:
        self.base = base
        self.need: list[int] = []
        self.who: list[int] = []
        self.once: list[tuple[int, int, int]] = []
        self.often: list[tuple[int, list[tuple[int, int]]]] = []
        self.helped: list[tuple[int, int, int, int]] = []
        self.rests: list[tuple[int, int, list[tuple[int, int, int, int]]]] = []
        self.climbed = float("-inf")
        self.points = 0
        self.anywhere: list[tuple[int, int, int]] = []
        self.classes = 0
        classes = _classes(problem)
        if sum(len(here) ** 2 for here, *_rest in classes) <= 2 * PAIRS:
            self._read(problem, prices, classes)
        self.price = [0.0] * len(self.need)
        self.best = self.price
        self.alike = len(classes) > 1
        self.stuck = float("inf")

    def _read(
        self,
        problem: Problem,
        prices: Sequence[Sequence[int]],
        classes: dict[tuple[tuple[int, ...], tuple[int, ...], int, bool], list[Sitting]],
    ) -> None:
        near = partners(problem, len(problem.sittings))
        most = most_aside(problem, len(problem.sittings))
        together: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        rests: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
        for (here, helpers, aside, trio), sittings in classes.items():
            rounds = len(sittings)
            first = len(self.need)
            node = {i: first + k for k, i in enumerate(here)}
            rest, help_ = first + len(here), first + len(here) + 1
            self.need += [rounds] * len(here)
            self.need += [aside * rounds, rounds if helpers else 0]
            self.who += [*here, problem.size + trio, problem.size + 2]
            for i in here:
                for j in near[i]:
                    if i < j and j in node:
                        together[i, j].append((node[i], node[j]))
                    elif j in helpers:
                        together[pair(i, j)].append((node[i], help_))
            # A person who rests has one meeting less than rounds, a person in a trio one more.
            for i in sittings[0].may if aside else ():
                rests[i].append((rounds, 1 if trio else -1, node[i], rest))
            for i in sittings[0].may if sittings[0].optional else ():
                self.helped.append((0, node[i], help_, rounds))
        few = fewest_aside(problem)
        for sitting in problem.sittings:
            for i in () if _counts(sitting) else sitting.may:
                few[i] -= 1
        self.rests = [(few[i], most[i], options) for i, options in sorted(rests.items()) if most[i]]
        for (i, j), nodes in together.items():
            price = prices[i][j]
            if len(nodes) == 1:
                self.once.append((price, *nodes[0]))
            else:
                self.often.append((price, nodes))
        # While prices are alike in all classes, it does not matter in which of them a pair meets.
        self.anywhere = self.once + [(price, *nodes[0]) for price, nodes in self.often]
        self.classes = sum(len(nodes) for _price, nodes in self.often)
        found = [price for price, *_nodes in (*self.once, *self.helped)]
        self.step = gcd(*found, *(price for price, _nodes in self.often)) or 1

    def raise_to(self, target: int, start: int) -> int:
        """Return a bound of at least `start`, climbing on until it reaches `target` or sticks."""
        if not self.need or target >= self.stuck:
            return start
        bound, pace, stuck, climbed = start, 1.0, 0, self.climbed
        before: Sequence[float] = ()
        patience = HASTE
        pairs = len(self.anywhere if self.alike else self.once) + self.classes * (not self.alike)
        work = min(WORK, IN_ALL - self.points)
        for _ in range(min(STEPS, work // (pairs + 1))):
            value, wrong = self._value()
            if self.alike:
                wrong = self._shared(wrong)
            self.points += pairs
            if value > self.climbed + 1e-6:
                self.climbed, self.best, stuck, patience = value, self.price, 0, PATIENCE
                # The bound is a sum of prices, so it is a multiple of what divides them all.
                steps = ceil((value - 1e-4) / self.step)
                bound = max(bound, self.base + steps * self.step)
            elif (stuck := stuck + 1) >= patience:
                far = self.climbed - value > FAR * pace * (target - self.base - self.climbed)
                lost = patience == HASTE and far
                pace, stuck, patience = pace / 2, 0, HASTE
                if pace < SHORTEST:
                    if not self.alike and self.climbed <= climbed:
                        self.stuck = target  # a lower one makes for shorter steps
                    break
                if lost:
                    self.price, before = self.best, ()
                    continue
            before = ahead = _straightened(wrong, before)
            short = dict(zip(self.who, ahead, strict=True)).values() if self.alike else ahead
            length = _product(short, short)
            if bound >= target or not length:
                break
            by = pace * max(1.0, target - self.base - value) / length
            self.price = [mine + by * x for mine, x in zip(self.price, ahead, strict=True)]
        self.price = self.best
        self.alike = self.alike and self.climbed > climbed + self.step / 50
        return bound

    def prices(self, size: int) -> list[int]:
        """Return the price of a meeting of everybody, as far as the bound has climbed."""
        found = [0] * size
        for i, price in zip(self.who, self.best, strict=True):
            if i < size:
                found[i] = round(price)
        return found

    def _shared(self, wrong: list[int]) -> list[int]:
        """Return how many meetings everybody is short of in all classes together."""
        total: dict[int, int] = defaultdict(int)
        for i, x in zip(self.who, wrong, strict=True):
            total[i] += x
        return [total[i] for i in self.who]

    def _value(self) -> tuple[float, list[int]]:
        """Return the cost at the present prices, and how many meetings everybody is short of."""
        price_of, wrong = self.price, self.need[:]
        pairs = self.anywhere if self.alike else self.once
        value = 0.0
        for times, price in zip(self.need, price_of, strict=True):
            value += times * price  # not sum(): it rounds differently from Python 3.12 on
        for price, a, b in [one for one in pairs if one[0] < price_of[one[1]] + price_of[one[2]]]:
            wrong[a] -= 1
            wrong[b] -= 1
            value += price - price_of[a] - price_of[b]
        for price, nodes in () if self.alike else self.often:
            most = price_of[nodes[0][0]] + price_of[nodes[0][1]]
            at = nodes[0]
            for two in nodes:
                paid = price_of[two[0]] + price_of[two[1]]
                if paid > most:
                    most, at = paid, two
            if price < most:
                wrong[at[0]] -= 1
                wrong[at[1]] -= 1
                value += price - most
        for price, i, node, times in self.helped:
            left = price - price_of[i] - price_of[node]
            if left < 0:
                wrong[i] -= times
                wrong[node] -= times
                value += left * times
        for few, most, options in self.rests:
            taken = 0
            worth = [
                (sign * price_of[i] - price_of[node], sign, i, node, rounds)
                for rounds, sign, i, node in options
                if few > 0 or sign * price_of[i] < price_of[node]
            ]
            for left, sign, i, node, rounds in sorted(worth) if len(worth) > 1 else worth:
                times = min((most if left < 0 else few) - taken, rounds)
                if times > 0:
                    taken += times
                    wrong[i] += sign * times
                    wrong[node] -= times
                    value += left * times
        return value, wrong


def _straightened(wrong: Sequence[int], before: Sequence[float]) -> list[float]:
    """Return where to go on: not back from where the last step led (Camerini, Fratta, Maffioli)."""
    length = _product(before, before)
    turn = -1.5 * _product(wrong, before) / length if length else 0.0
    if turn <= 0:
        return [float(x) for x in wrong]
    return [x + turn * y for x, y in zip(wrong, before, strict=True)]


def _product(one: Iterable[float], other: Iterable[float]) -> float:
    total = 0.0  # not sum(): it rounds differently from Python 3.12 on
    for x, y in zip(one, other, strict=False):
        total += x * y
    return total


def _counts(sitting: Sitting) -> bool:
    """Return whether anybody meets in a round."""
    return bool(sitting.here and (sitting.pairs or sitting.trio))


def _classes(
    problem: Problem,
) -> dict[tuple[tuple[int, ...], tuple[int, ...], int, bool], list[Sitting]]:
    """Return the rounds in which there are pairs, by who is there."""
    found: dict[tuple[tuple[int, ...], tuple[int, ...], int, bool], list[Sitting]] = {}
    for sitting in problem.sittings:
        if _counts(sitting):
            key = sitting.here, sitting.helpers, sitting.aside, sitting.trio
            found.setdefault(key, []).append(sitting)
    return found
