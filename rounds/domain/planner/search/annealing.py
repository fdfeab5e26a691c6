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
from rounds.domain.planner.search.first_deal import Deal
from rounds.domain.planner.search.seats import Seats

WINDOW = 256
"""How many people one look around takes in."""

STIR, STIR_LESS = 0.05, 0.01
"""The share of people without a reason to change who are looked at all the same: in the second
case it is known what meetings are worth (see `Seats.weigh`), so that the reasons tell more."""

CLOSE = 2 * INDUSTRY
"""How close to the goal a plan is for which that tells enough. Else it is every other pass that
knows what meetings are worth, since it misses what the goal leaves out."""

MIXES = 2
"""With how many others a round is mixed before every sweep."""

PASSES = (
    ((2.0, 0.2), (2.5, 0.6)),
    ((1.4, 0.2), (1.4, 0.3)),
    ((3.5, 1.0), (2.0, 0.2)),
    ((4.0, 0.5), (10.0, 0.5)),
)
"""Price of a repeated meeting and first heat, in units of the meetings that matter most; searches
take the rows in turn."""

LIMIT = 5
"""By how many heats an exchange may be too dear to ask what else it would change."""

HOT, COLD = 0.6, 0.15
"""First and last heat of the search for a first plan, in units of a repeated meeting."""

VISIT, LOOK, LOOK_AT_PLACES, REST_ASKED = 6, 30, 60, 4
"""Points (see `budget`) for visiting a person, and for a look around, which costs one more for
each person who is looked at, and more where somebody rests or sits in a trio; and for every round
that is looked at to see whether it would be less fair if another one rested."""


class Search:
    """A plan that changes; `best` is the cost of the best clean plan so far, `kept` that plan.

    `points` counts the work done.
    """

    def __init__(
        self, problem: Problem, deals: list[Deal], rnd: Callable[[], float], goal: int
    ) -> None:
        self.problem, self.rnd, self.goal = problem, rnd, goal
        self.unit = EARLIER if problem.forgiving else WISH if problem.wishes else INDUSTRY
        self.seats = Seats(problem, deals, self.unit * 5 // 2)
        self.best: int | None = None
        self.kept: list[Deal] = []
        self.work = 0
        self.note()

    @property
    def points(self) -> int:
        """The work done so far."""
        return self.work + self.seats.points + REST_ASKED * self.seats.turns.asked

    @property
    def cheapest(self) -> int:
        """The cost of the best clean plan; dearer than any where there is none yet."""
        return NEVER**2 if self.best is None else self.best

    @property
    def done(self) -> bool:
        """Whether no plan can be better than the best so far."""
        return self.best is not None and self.best <= self.goal

    def note(self) -> None:
        """Keep the plan if it is clean and better than all before."""
        seats = self.seats
        if seats.hard == 0 and (self.best is None or seats.cost < self.best):
            self.best, self.kept = seats.cost, [deal[:] for deal in seats.deals]

    def keep(self) -> None:
        """Keep the plan as it is now, if it is as good as the best."""
        seats = self.seats
        if seats.hard == 0 and (self.best is None or seats.cost <= self.best):
            self.best, self.kept = seats.cost, [deal[:] for deal in seats.deals]

    def sweep(self, heat: float, stir: float, end: float = NEVER) -> bool:
        """Visit everybody in every round once; return whether the goal is reached.

        It stops where the points reach the `end`. Only people with a reason to change are looked
        at, and a share `stir` of the others.
        """
        seats = self.seats
        rnd, wanted, dear = self.rnd, seats.wanted, seats.dear
        for r, (deal, who) in enumerate(zip(seats.deals, seats.playing, strict=True)):
            if self.points > end:
                break
            trio = seats.trios[r]
            looks = 0
            for a in who:
                b = deal[a]
                row = seats.prices[a]
                now = row[b] - (2 * dear if b < seats.size else dear)
                if trio and b >= seats.size:
                    now += sum(row[i] - dear for i in trio if i != a)
                unfair = b >= seats.size and seats.turns.wrong[r]
                if now > -dear or unfair or rnd() < stir:
                    c = self._look(r, a, b, now, heat)
                elif wanted[a]:
                    c = self._look(r, a, b, now, heat, [c for c in wanted[a] if deal[c] != c])
                else:
                    continue
                looks += 1
                if c >= 0:
                    seats.exchange(r, a, c)
                    if seats.hard == 0 and (self.best is None or seats.cost < self.best):
                        self.note()
                        if self.done:
                            return True
            self.work += len(who) * VISIT + looks * self._price_of_look(r)
        return False

    def _price_of_look(self, r: int) -> int:
        seats = self.seats
        return LOOK + min(seats.size, WINDOW) + (LOOK_AT_PLACES if seats.places[r] else 0)

    def price_of_sweep(self) -> int:
        """Return the points of a sweep that looks around for every second person."""
        seats = self.seats
        return sum(
            len(who) * (VISIT + self._price_of_look(r) // 2) for r, who in enumerate(seats.playing)
        )

    def _look(
        self, r: int, a: int, b: int, now: float, heat: float, near: list[int] | None = None
    ) -> int:
        """Return the person that `a` exchanges partners with in round `r`, -1 for nobody."""
        seats = self.seats
        deal, prices, rnd = seats.deals[r], seats.prices, self.rnd
        row, theirs = prices[a], prices[b]
        first = 0
        if near is not None:
            if not near:
                return -1
            near = sorted(near)
            values = [row[c] + theirs[deal[c]] - prices[c][deal[c]] for c in near]
        else:
            if seats.size <= WINDOW:
                values = [x + theirs[d] - y[d] for x, d, y in zip(row, deal, prices, strict=False)]
            else:
                first = int(rnd() * (seats.size - WINDOW))
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
        if seats.places[r] or self.problem.helpers:
            who = near if near is not None else range(first, first + len(values))
            # While all rests are fair no change makes them fairer: only good exchanges matter.
            limit = now + LIMIT * heat if not seats.turns.total else NEVER
            seats.with_places(r, a, b, values, who, limit)
            if seats.trios[r]:
                seats.with_trio(r, a, b, values, who)
        low = min(values)
        if low > now and rnd() >= exp((now - low) / heat):
            return -1
        edge = low + 3 * heat
        close = [(k, v) for k, v in enumerate(values) if v <= edge]
        k = close[0][0]
        if len(close) > 1:
            # Whole numbers add up to the same on every machine and every Python.
            weight_of = {v: 1 + int(1e9 * exp((low - v) / heat)) for v in {v for _k, v in close}}
            weights = [weight_of[v] for _k, v in close]
            drawn = rnd() * sum(weights)
            for (candidate, _v), weight in zip(close, weights, strict=True):
                k = candidate
                drawn -= weight
                if drawn <= 0:
                    break
        c = near[k] if near is not None else first + k
        return -1 if c in (a, b) or deal[c] == c or low >= NEVER else c

    def shuffle(self) -> None:
        """Mix every round with a few others."""
        seats = self.seats
        rnd, rounds = self.rnd, len(seats.deals)
        if rounds < 2:
            return
        for r, who in enumerate(seats.playing):
            for _ in range(MIXES if who else 0):
                q = int(rnd() * (rounds - 1))
                seats.mix(r, q + (q >= r), who[int(rnd() * len(who))])

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
            if self.sweep(0.2, 0.0, end) if calmly else self.sweep(0.7, 0.02, end):
                return True
        return False

    def find(self, sweeps: int, points: int = NEVER) -> bool:
        """Search for any plan that breaks no rule; return whether there is one."""
        seats = self.seats
        seats.reprice(INDUSTRY)
        end = self.points + points
        for s in range(0 if self.done else sweeps):
            if self.points > end:
                break
            self.shuffle()
            if self.sweep(INDUSTRY * HOT * (COLD / HOT) ** (s / sweeps), STIR):
                break
        return self.best is not None

    def _dearest(self) -> int:
        """Return the price of the dearest meeting of the best plan, which may be unavoidable.

        To meet twice must be dearer than that, or no plan of the search is ever clean.
        """
        prices = self.problem.prices()
        return max(
            (
                prices[a][b]
                for deal in self.kept
                for a, b in enumerate(deal[: self.seats.size])
                if a < b < self.seats.size
            ),
            default=0,
        )

    def anneal(
        self,
        sweeps: int,
        bound: Callable[[int, int], int],
        needed: Callable[[int], Sequence[int]],
        turn: int = 0,
        points: int = NEVER,
    ) -> None:
        """Search from hot to cold until the goal is reached, no more can be expected, or the
        points are used up.

        A best plan that is still worse than the goal by a dearer kind of meeting is searched
        again at the scale of that kind. `bound` raises the goal towards a cost, if it can; `needed`
        says then what a meeting with each of so many people is worth.
        """
        seats = self.seats
        end = self.points + points
        left = len(PASSES[0])
        units = [unit for unit in (INDUSTRY, WISH, EARLIER, COMPANY) if unit >= self.unit]
        for unit in units:
            if self.best is not None and unit > units[0] and self.best - self.goal < unit:
                break
            for nth, (dear, hot) in enumerate(PASSES[turn % len(PASSES)]):
                self.goal = bound(seats.cost if self.best is None else self.best, self.goal)
                close = self.cheapest - self.goal <= CLOSE
                worth = needed(seats.size) if close or not nth else [0] * seats.size
                stir = STIR_LESS if seats.weigh(worth) else STIR
                seats.reprice(max(round(dear * unit), self._dearest() * 5 // 4))
                # Dear meetings come along with cheap ones: from hotter, through all their scales.
                heat = hot * unit * (1 if unit <= WISH else 2)
                start, room = self.points, (end - self.points) // left
                left = max(1, left - 1)
                for s in range(0 if self.done else sweeps):
                    self.shuffle()
                    cooled = max(s / sweeps, (self.points - start) / room) if room > 0 else 1
                    if cooled >= 1:
                        break
                    if self.sweep(heat * (0.5 / heat) ** cooled, stir):
                        return
                if self.done:
                    return
        if self.best is not None:
            self.goal = bound(self.best, self.goal)
