"""Makes plans better: focused annealing.

Take a person who has a bad meeting or an open wish, price all exchanges of partners inside that
round in one pass ((a,b), (c,d) become (a,c), (b,d)), and draw one with a probability that falls
with its price (Metropolis). A meeting that is ruled out, and a second meeting of one pair, are
only dear while the search goes on, so that it can pass through them; only clean plans are kept.
The search stops at once when the cost reaches a bound that no plan can beat.

Effort is counted in sweeps, never in seconds: same seed, same plan, on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from rounds.domain.planner.prices import COMPANY, EARLIER, INDUSTRY, NEVER, WISH
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.first_deal import Deal

WINDOW = 256
"""How many people one look around takes in."""

STIR = 0.05
"""The share of people without a reason to change who are looked at all the same."""

MIXES = 2
"""With how many others a round is mixed before every sweep."""

PASSES = (
    ((2.0, 0.2), (1.2, 0.3), (2.5, 0.5), (8.0, 0.5), (150.0, 0.5)),
    ((1.2, 0.2), (1.2, 0.4), (2.0, 0.5), (8.0, 0.5), (150.0, 0.5)),
)
"""Price of a repeated meeting and first heat, in units of the meetings that matter most.

The first row finds clean plans, the second good ones; searches take them in turn.
"""


VISIT, LOOK, LOOK_IN_TRIO = 6, 18, 12
"""Points (see `budget`) for visiting a person, and for a look around, which costs one more for
each person who is looked at."""


class Search:
    """A plan that changes; `best` is the cost of the best clean plan so far, `kept` that plan.

    `points` counts the work done.
    """

    def __init__(
        self, problem: Problem, deals: list[Deal], rnd: Callable[[], float], goal: int
    ) -> None:
        self.problem, self.rnd, self.goal = problem, rnd, goal
        self.size = problem.size
        self.width = problem.size + problem.chairs
        self.deals = [deal[:] for deal in deals]
        self.prices = problem.prices()
        self.cost, self.hard = problem.missed, 0
        self.best: int | None = None
        self.kept: list[Deal] = []
        self.wanted: list[set[int]] = [set() for _ in range(self.width)]
        for a, b in problem.wishes:
            self.wanted[a].add(b)
            self.wanted[b].add(a)
        self.used = {a * self.width + b: 1 for a, b in problem.ruled_out()}
        self.dear = 0
        self.points = 0
        self.unit = EARLIER if problem.forgiving else WISH if problem.wishes else INDUSTRY
        self.reprice(self.unit * 5 // 2)
        self.playing = [
            [i for i in sitting.here if deal[i] != i]
            for sitting, deal in zip(problem.sittings, self.deals, strict=True)
        ]
        self.trios = [
            [i for i in who if deal[i] >= self.size] if sitting.trio else []
            for who, deal, sitting in zip(self.playing, self.deals, problem.sittings, strict=True)
        ]
        self.uneven = [
            len({chair for _i, chair in sitting.aside}) > 1 for sitting in problem.sittings
        ]
        for deal, who, trio in zip(self.deals, self.playing, self.trios, strict=True):
            for a in who:
                if a < deal[a]:
                    self.join(a, deal[a])
            for k, a in enumerate(trio):
                for b in trio[:k]:
                    self.join(a, b)
        self.note()

    @property
    def cheapest(self) -> int:
        """The cost of the best clean plan; dearer than any where there is none yet."""
        return NEVER**2 if self.best is None else self.best

    @property
    def done(self) -> bool:
        """Whether no plan can be better than the best so far."""
        return self.best is not None and self.best <= self.goal

    def reprice(self, dear: int) -> None:
        """Make every use of a pair beyond its first dearer or cheaper."""
        prices, step = self.prices, dear - self.dear
        for key, times in self.used.items():
            if times:
                a, b = divmod(key, self.width)
                prices[a][b] += times * step
                prices[b][a] += times * step
        self.dear = dear

    def join(self, a: int, b: int) -> None:
        """Add a meeting of two."""
        key = a * self.width + b if a < b else b * self.width + a
        times = self.used.get(key, 0)
        price = self.prices[a][b]
        self.cost += price - times * self.dear
        self.hard += times > 0 or price >= NEVER
        self.used[key] = times + 1
        self.prices[a][b] += self.dear
        self.prices[b][a] += self.dear
        if b in self.wanted[a]:
            self.wanted[a].discard(b)
            self.wanted[b].discard(a)

    def part(self, a: int, b: int) -> None:
        """Undo a meeting of two."""
        key = a * self.width + b if a < b else b * self.width + a
        times = self.used[key] = self.used[key] - 1
        self.prices[a][b] -= self.dear
        self.prices[b][a] -= self.dear
        price = self.prices[a][b]
        self.cost -= price - times * self.dear
        self.hard -= times > 0 or price >= NEVER
        if not times and (min(a, b), max(a, b)) in self.problem.wishes:
            self.wanted[a].add(b)
            self.wanted[b].add(a)

    def note(self) -> None:
        """Keep the plan if it is clean and better than all before."""
        if self.hard == 0 and (self.best is None or self.cost < self.best):
            self.best, self.kept = self.cost, [deal[:] for deal in self.deals]

    def keep(self) -> None:
        """Keep the plan as it is now, if it is as good as the best."""
        if self.hard == 0 and (self.best is None or self.cost <= self.best):
            self.best, self.kept = self.cost, [deal[:] for deal in self.deals]

    def exchange(self, r: int, a: int, c: int) -> None:
        """Let `a` meet `c` in round `r`, and their partners each other."""
        deal, trio = self.deals[r], self.trios[r]
        b, d = deal[a], deal[c]
        self.part(a, b)
        self.part(c, d)
        if b >= self.size and d >= self.size:  # both rest: they exchange their chairs
            self.join(a, d)
            self.join(b, c)
            deal[a], deal[c] = d, b
            return
        self.join(a, c)
        self.join(b, d)
        deal[a], deal[c] = c, a
        if b < self.size:
            deal[b] = d
        if d < self.size:
            deal[d] = b
        if trio and (b >= self.size or d >= self.size):
            leaves, comes = (a, d) if b >= self.size else (c, b)
            others = [i for i in trio if i != leaves]
            for i in others:
                self.part(leaves, i)
                self.join(comes, i)
            self.trios[r] = [*others, comes]

    def sweep(self, heat: float, stir: float) -> bool:
        """Visit everybody in every round once; return whether the goal is reached.

        Only people with a reason to change are looked at, and a share `stir` of the others.
        """
        rnd, wanted, dear = self.rnd, self.wanted, self.dear
        for r, (deal, who) in enumerate(zip(self.deals, self.playing, strict=True)):
            trio = self.trios[r]
            looks = 0
            for a in who:
                b = deal[a]
                row = self.prices[a]
                now = row[b] - 2 * dear
                if trio and b >= self.size:
                    now += sum(row[i] - dear for i in trio if i != a)
                if now > -dear or rnd() < stir:
                    c = self._look(r, a, b, now, heat)
                elif wanted[a]:
                    c = self._look(r, a, b, now, heat, [c for c in wanted[a] if deal[c] != c])
                else:
                    continue
                looks += 1
                if c >= 0:
                    self.exchange(r, a, c)
                    if self.hard == 0 and (self.best is None or self.cost < self.best):
                        self.note()
                        if self.done:
                            return True
            self.points += len(who) * VISIT + looks * self._price_of_look(r)
        return False

    def _price_of_look(self, r: int) -> int:
        return LOOK + min(self.size, WINDOW) + (LOOK_IN_TRIO if self.trios[r] else 0)

    def price_of_sweep(self) -> int:
        """Return the points of a sweep that looks around for every second person."""
        return sum(
            len(who) * (VISIT + self._price_of_look(r) // 2) for r, who in enumerate(self.playing)
        )

    def _look(
        self, r: int, a: int, b: int, now: float, heat: float, near: list[int] | None = None
    ) -> int:
        """Return the person that `a` exchanges partners with in round `r`, -1 for nobody."""
        deal, prices, rnd = self.deals[r], self.prices, self.rnd
        row, theirs = prices[a], prices[b]
        first = 0
        if near is not None:
            if not near:
                return -1
            near = sorted(near)
            values = [row[c] + theirs[deal[c]] - prices[c][deal[c]] for c in near]
        else:
            if self.size <= WINDOW:
                values = [x + theirs[d] - y[d] for x, d, y in zip(row, deal, prices, strict=False)]
            else:
                first = int(rnd() * (self.size - WINDOW))
                last = first + WINDOW
                values = [
                    x + theirs[d] - y[d]
                    for x, d, y in zip(
                        row[first:last], deal[first:last], prices[first:last], strict=True
                    )
                ]
            for x in (a, b):
                if first <= x < first + len(values):
                    values[x - first] = NEVER
        if self.trios[r]:
            self._with_trio(r, a, b, values, near, first)
        if b >= self.size and self.uneven[r]:
            self._with_chairs(r, a, b, values, near, first)
        low = min(values)
        if low > now and rnd() >= exp((now - low) / heat):
            return -1
        edge = low + 3 * heat
        close = [(k, v) for k, v in enumerate(values) if v <= edge]
        k = close[0][0]
        if len(close) > 1:
            # Whole numbers add up to the same on every machine and every Python.
            weights = [1 + int(1e9 * exp((low - v) / heat)) for _k, v in close]
            drawn = rnd() * sum(weights)
            for (candidate, _v), weight in zip(close, weights, strict=True):
                k = candidate
                drawn -= weight
                if drawn <= 0:
                    break
        c = near[k] if near is not None else first + k
        return -1 if c in (a, b) or deal[c] == c or low >= NEVER else c

    def _with_trio(
        self, r: int, a: int, b: int, values: list[int], near: list[int] | None, first: int
    ) -> None:
        """Add to the prices of the exchanges what they change among the three at one table."""
        deal, prices, trio = self.deals[r], self.prices, self.trios[r]
        who = near if near is not None else range(first, first + len(values))
        if b >= self.size:
            e, f = (prices[i] for i in trio if i != a)
            for k, c in enumerate(who):
                values[k] = NEVER if deal[c] >= self.size else values[k] + e[deal[c]] + f[deal[c]]
            return
        for k, c in enumerate(who):
            if c in trio and c != a:
                for i in trio:
                    if i != c:
                        values[k] += prices[b][i] - prices[c][i] + self.dear

    def mix(self, r: int, q: int, start: int) -> None:
        """Let two rounds exchange the chain of pairs around a person; that costs nothing.

        The pairs of two rounds form cycles, and paths between people who rest in one of
        them. Who meets whom stays the same, but who could exchange with whom is new
        (Kempe's chains).
        """
        one, other = self.deals[r], self.deals[q]
        chain: list[int] = []
        ends: list[int] = []
        for first, second in ((one, other), (other, one)):
            at = start
            while True:
                if one[at] == at or other[at] == at:
                    return
                chain.append(at)
                following = first[at]
                if following >= self.size:
                    ends.append(following)
                    break
                if following == start:
                    break
                at, first, second = following, second, first
            if not ends:
                break
        if ends and (ends[0] != ends[-1] or self.trios[r] or self.trios[q]):
            return
        for i in dict.fromkeys(chain):
            one[i], other[i] = other[i], one[i]

    def shuffle(self) -> None:
        """Mix every round with a few others."""
        rnd, rounds = self.rnd, len(self.deals)
        if rounds < 2:
            return
        for r, who in enumerate(self.playing):
            for _ in range(MIXES if who else 0):
                q = int(rnd() * (rounds - 1))
                self.mix(r, q + (q >= r), who[int(rnd() * len(who))])

    def _with_chairs(
        self, r: int, a: int, b: int, values: list[int], near: list[int] | None, first: int
    ) -> None:
        """Add the prices of exchanging chairs with others who rest in this round."""
        deal, prices = self.deals[r], self.prices
        who = near if near is not None else range(first, first + len(values))
        same = sum(prices[a][i] - self.dear for i in self.trios[r] if i != a)
        for k, c in enumerate(who):
            d = deal[c]
            if d >= self.size and d != b:
                values[k] = prices[a][d] + prices[c][b] - prices[c][d] + same

    def descend(self, sweeps: int, points: int = NEVER, *, calmly: bool = False) -> bool:
        """Go downhill; easy rosters end here. Return whether the goal is reached.

        `calmly` touches only people who have a reason to change, so that the rest of a plan
        made before stays as it is.
        """
        if self.done:
            return True
        end = self.points + points
        for s in range(sweeps):
            if self.points > end:
                break
            if s > 4 and not calmly:
                self.shuffle()
            if self.sweep(0.2, 0.0) if calmly else self.sweep(0.7, 0.02):
                return True
        return False

    def anneal(
        self, sweeps: int, bound: Callable[[int, int], int], turn: int = 0, points: int = NEVER
    ) -> None:
        """Search from hot to cold until the goal is reached, no more can be expected, or the
        points are used up.

        A best plan that is still worse than the goal by a dearer kind of meeting is searched
        again at the scale of that kind. The dearest passes are only for those who have not
        found a clean plan yet. `bound` raises the goal towards a cost, if it can.
        """
        end = self.points + points
        units = [unit for unit in (INDUSTRY, WISH, EARLIER, COMPANY) if unit >= self.unit]
        for unit in units:
            if self.best is not None and unit > units[0] and self.best - self.goal < unit:
                break
            for nth, (dear, hot) in enumerate(PASSES[turn % 2]):
                if nth > 1 and self.best is not None:
                    break
                self.goal = bound(self.cost if self.best is None else self.best, self.goal)
                self.reprice(round(dear * unit))
                # Dear meetings come along with cheap ones: from hotter, through all their scales.
                heat = hot * unit * (1 if unit <= WISH else 2)
                for s in range(0 if self.done else sweeps):
                    self.shuffle()
                    if self.sweep(heat * (0.5 / heat) ** (s / sweeps), STIR):
                        return
                    if self.points > end:
                        return
                if self.done:
                    return
            if self.best is None:
                break
        if self.best is not None:
            self.goal = bound(self.best, self.goal)
