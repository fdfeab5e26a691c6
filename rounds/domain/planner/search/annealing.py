"""Makes plans better: focused annealing.

Take a person who has a bad meeting or an open wish, price all exchanges of partners inside that
round in one pass ((a,b), (c,d) become (a,c), (b,d)), and draw one with a probability that falls
with its price (Metropolis). A meeting that is ruled out, and a second meeting of one pair, are
only dear while the search goes on, so that it can pass through them; only clean plans are kept.
The search stops at once when the cost reaches a bound that no plan can beat.

Effort is counted in sweeps, never in seconds: same seed, same plan, on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from rounds.domain.planner.prices import COMPANY, EARLIER, INDUSTRY, NEVER, WISH
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.rests import NOBODY, Turns
from rounds.domain.planner.search.first_deal import Deal

WINDOW = 256
"""How many people one look around takes in."""

STIR = 0.05
"""The share of people without a reason to change who are looked at all the same."""

MIXES = 2
"""With how many others a round is mixed before every sweep."""

PASSES = (
    ((2.0, 0.2), (1.2, 0.3)),
    ((1.2, 0.2), (1.2, 0.4)),
    ((4.0, 0.5), (10.0, 0.5)),
)
"""Price of a repeated meeting and first heat, in units of the meetings that matter most; searches
take the rows in turn."""

LIMIT = 5
"""By how many heats an exchange may be too dear to ask what else it would change."""

HOT, COLD = 0.6, 0.15
"""First and last heat of the search for a first plan, in units of a repeated meeting."""

REST_EXCHANGED = 100
"""Points for an exchange of rests, times the rounds in which somebody rests."""

VISIT, LOOK, LOOK_AT_PLACES = 6, 30, 60
"""Points (see `budget`) for visiting a person, and for a look around, which costs one more for
each person who is looked at, and more where somebody rests or sits in a trio."""


class Search:
    """A plan that changes; `best` is the cost of the best clean plan so far, `kept` that plan.

    `points` counts the work done.
    """

    def __init__(
        self, problem: Problem, deals: list[Deal], rnd: Callable[[], float], goal: int
    ) -> None:
        self.problem, self.rnd, self.goal = problem, rnd, goal
        self.size = problem.size
        self.width = problem.width
        self.deals = [deal[:] for deal in deals]
        self.prices = problem.prices()
        self.cost = problem.missed
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
            [i for i in (*sitting.here, *sitting.helpers) if deal[i] != i]
            for sitting, deal in zip(problem.sittings, self.deals, strict=True)
        ]
        resting = [problem.resting(deal) for deal in self.deals]
        self.trios = [
            out if sitting.trio else []
            for out, sitting in zip(resting, problem.sittings, strict=True)
        ]
        self.places = [problem.places(sitting) for sitting in problem.sittings]
        may = [sitting.may if problem.in_turn else () for sitting in problem.sittings]
        self.turns = Turns(problem.counts, may, resting)
        self.hard = self.turns.total
        self.in_turn = problem.in_turn
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
        """Add a meeting of two, or the seat of one on a place to rest."""
        if a >= self.size or b >= self.size:
            price = self.prices[a][b]
            self.cost += price if price < NEVER else 0
            self.hard += price >= NEVER
            return
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
        """Undo a meeting of two, or the seat of one on a place to rest."""
        if a >= self.size or b >= self.size:
            price = self.prices[a][b]
            self.cost -= price if price < NEVER else 0
            self.hard -= price >= NEVER
            return
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
        self.join(a, c)
        self.join(b, d)
        deal[a], deal[c], deal[b], deal[d] = c, a, d, b
        if not self.places[r]:
            return
        rest = self.places[r]
        leave = {x for x, y in ((a, b), (b, a), (c, d), (d, c)) if y in rest and x < self.size}
        come = {x for x, y in ((a, c), (c, a), (b, d), (d, b)) if y in rest and x < self.size}
        for leaves in leave - come:
            self._rest_instead(r, leaves, next(iter(come - leave), NOBODY), trio)
        if come and not leave:
            self._rest_instead(r, NOBODY, come.pop(), trio)

    def _rest_instead(self, r: int, leaves: int, comes: int, trio: list[int]) -> None:
        """Note that one rests (or sits in the trio) instead of another."""
        if self.in_turn:
            self.hard -= self.turns.total
            self.turns.exchange(r, leaves, comes)
            self.hard += self.turns.total
        if trio:
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
                now = row[b] - (2 * dear if b < self.size else dear)
                if trio and b >= self.size:
                    now += sum(row[i] - dear for i in trio if i != a)
                unfair = b >= self.size and self.turns.wrong[r]
                if now > -dear or unfair or rnd() < stir:
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
        return LOOK + min(self.size, WINDOW) + (LOOK_AT_PLACES if self.places[r] else 0)

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
        if self.places[r] or self.problem.helpers:
            who = near if near is not None else range(first, first + len(values))
            # While all rests are fair no change makes them fairer: only good exchanges matter.
            limit = now + LIMIT * heat if not self.turns.total else NEVER
            self._with_places(r, a, b, values, who, limit)
            if self.trios[r]:
                self._with_trio(r, a, b, values, who)
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

    def _with_places(
        self, r: int, a: int, b: int, values: list[int], who: Sequence[int], limit: float
    ) -> None:
        """Add what the exchanges change in who rests, by how unfair that is."""
        deal, dear, size, turns = self.deals[r], self.dear, self.size, self.turns
        places = self.places[r]
        change = turns.change if self.in_turn else _fair
        nth = {c: k for k, c in enumerate(who)} if self.size > WINDOW or type(who) is list else None
        for place in range(size, self.width):
            d = deal[place]
            if d == place or b == place or size <= d < place:
                continue
            resting = place in places
            for c, comes in ((d, b), (place, a)):  # the place goes to b, or to a
                k = c if nth is None else nth.get(c, -1)
                if k < 0:
                    continue
                values[k] -= dear
                if resting and b in places:
                    values[k] = NEVER
                elif resting and b < size and d < size and values[k] < limit:
                    values[k] += dear * change(r, d, comes)
        if b in places and self.in_turn:
            may = turns.may[r]
            for k, c in enumerate(who):
                d = deal[c]
                if d < size and c < size and d != c and values[k] < limit:
                    values[k] += dear * change(r, a, d) if d in may else NEVER

    def _with_trio(self, r: int, a: int, b: int, values: list[int], who: Sequence[int]) -> None:
        """Add to the prices of the exchanges what they change among the three at one table."""
        deal, prices, trio, dear = self.deals[r], self.prices, self.trios[r], self.dear
        if b >= self.size:
            e, f = (prices[i] for i in trio if i != a)
            for k, c in enumerate(who):
                d = deal[c]
                if c >= self.size or d >= self.size:
                    values[k] = NEVER
                elif values[k] < NEVER:
                    values[k] += e[d] + f[d]
            return
        for k, c in enumerate(who):
            leaves, comes = (c, b) if c in trio else (deal[c], a)
            if leaves in trio and leaves != a:
                for i in trio:
                    if i != leaves:
                        values[k] += prices[comes][i] - prices[leaves][i] + dear

    def mix(self, r: int, q: int, start: int) -> None:
        """Let two rounds exchange the chain of pairs around a person; that costs nothing.

        The pairs of two rounds form rings, and paths between people who rest in one of them. Who
        meets whom stays the same, but who could exchange with whom is new (Kempe's chains). Two who
        rest may exchange the rounds in which they do, if that is no less fair.
        """
        one, other, size = self.deals[r], self.deals[q], self.size
        chain = [start]
        ends: list[int] = []
        for first, second in ((one, other), (other, one)):
            at = start
            while True:
                following = first[at]
                if following == at:
                    return
                if following >= size:
                    ends.append(at)
                    break
                if following == start:
                    break
                chain.append(following)
                at, first, second = following, second, first
            if not ends:
                break
        if ends and not self._exchange_rests(r, q, *ends):
            return
        for i in chain:
            one[i], other[i] = other[i], one[i]
        for deal in (one, other) if ends else ():
            for i in ends:
                if deal[i] >= size:
                    deal[deal[i]] = i

    def _exchange_rests(self, r: int, q: int, a: int, b: int) -> bool:
        """Let two people exchange the rounds in which they rest, if that is no less fair."""
        one, other, places = self.deals[r], self.deals[q], self.places
        if one[a] not in places[r]:
            a, b = b, a
        if a == b or one[a] not in places[r] or other[b] not in places[q]:
            return False
        if self.trios[r] or self.trios[q]:
            return False
        if self.in_turn:
            before, turns = self.turns.total, self.turns
            self.points += REST_EXCHANGED * len(turns.rounds)
            turns.exchange(r, a, b)
            turns.exchange(q, b, a)
            if turns.total > before:
                turns.exchange(r, b, a)
                turns.exchange(q, a, b)
                return False
            self.hard += turns.total - before
        # Each takes the other's place; the exchange of the chain moves it into the other round.
        one[a], other[b] = other[b], one[a]
        return True

    def shuffle(self) -> None:
        """Mix every round with a few others."""
        rnd, rounds = self.rnd, len(self.deals)
        if rounds < 2:
            return
        for r, who in enumerate(self.playing):
            for _ in range(MIXES if who else 0):
                q = int(rnd() * (rounds - 1))
                self.mix(r, q + (q >= r), who[int(rnd() * len(who))])

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

    def find(self, sweeps: int) -> bool:
        """Search for any plan that breaks no rule; return whether there is one."""
        self.reprice(INDUSTRY)
        for s in range(0 if self.done else sweeps):
            self.shuffle()
            if self.sweep(INDUSTRY * HOT * (COLD / HOT) ** (s / sweeps), STIR):
                break
        return self.best is not None

    def anneal(
        self, sweeps: int, bound: Callable[[int, int], int], turn: int = 0, points: int = NEVER
    ) -> None:
        """Search from hot to cold until the goal is reached, no more can be expected, or the
        points are used up.

        A best plan that is still worse than the goal by a dearer kind of meeting is searched
        again at the scale of that kind. `bound` raises the goal towards a cost, if it can.
        """
        end = self.points + points
        units = [unit for unit in (INDUSTRY, WISH, EARLIER, COMPANY) if unit >= self.unit]
        for unit in units:
            if self.best is not None and unit > units[0] and self.best - self.goal < unit:
                break
            for dear, hot in PASSES[turn % len(PASSES)]:
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
        if self.best is not None:
            self.goal = bound(self.best, self.goal)


def _fair(_round: int, _leaves: int, _comes: int) -> int:
    """Return the change of unfairness where nobody takes turns."""
    return 0
