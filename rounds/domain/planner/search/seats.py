"""The seats of all rounds while a plan changes: what they cost, what is wrong, and two changes.

An exchange lets two people of one round meet, and their partners each other. A chain lets two
rounds exchange some of their pairs. A second meeting of one pair has a price of its own, which
the search sets; whether a plan breaks a rule says `hard`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.rests import NOBODY, Turns
from rounds.domain.planner.search.first_deal import Deal

REST_EXCHANGED = 30
"""Points for an exchange of rests, times the rounds in which somebody rests."""


class Seats:
    """The deals of all rounds, with their `cost`, and how many things break a rule (`hard`).

    `prices` of meetings have all uses of a pair added, at a price of `dear` for each. `wanted` are
    the people whom each should still meet, `trios` and `places` those of the rounds. `points`
    counts the work of exchanging rests.
    """

    def __init__(self, problem: Problem, deals: Sequence[Deal], dear: int) -> None:
        self.problem = problem
        self.size, self.width = problem.size, problem.width
        self.deals = [deal[:] for deal in deals]
        self.prices = problem.prices()
        self.cost = problem.missed
        self.wanted: list[set[int]] = [set() for _ in range(self.width)]
        self.sought = {a * self.width + b for a, b in problem.wishes}
        for a, b in problem.wishes:
            self.wanted[a].add(b)
            self.wanted[b].add(a)
        self.needed = [0] * self.width
        self.shut = problem.ruled_out()
        self.used = {a * self.width + b: 1 for a, b in self.shut}
        self.dear = self.points = 0
        self.reprice(dear)
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

    def reprice(self, dear: int) -> None:
        """Make every use of a pair beyond its first dearer or cheaper."""
        prices, step = self.prices, dear - self.dear
        for key, times in self.used.items():
            if times:
                a, b = divmod(key, self.width)
                prices[a][b] += times * step
                prices[b][a] += times * step
        self.dear = dear

    def weigh(self, needed: Sequence[int]) -> bool:
        """Take off the price of every meeting what a meeting with each of the two is worth.

        Return whether anything is known of that.

        Everybody sits in each of their rounds whatever the plan is, so that plans cost as much as
        before. But it shows which meetings a cheap plan has to do without, though they are free,
        and whom people should meet for that.
        """
        if self.needed[: self.size] == needed or any(self.trios):
            return any(self.needed)
        size, width, prices = self.size, self.width, self.prices
        more = [new - old for new, old in zip(needed, self.needed, strict=False)]
        more += [0] * (width - size)
        for a, (row, mine) in enumerate(zip(prices, more, strict=True)):
            for b, price in enumerate(row):
                if a != b and price < NEVER and (mine or more[b]):
                    row[b] = price - mine - more[b]
        self.needed = [*needed, *[0] * (width - size)]
        self.wanted = [set() for _ in range(width)]
        self.sought = set()
        for a in range(size):
            row = prices[a]
            for b in range(a + 1, size):
                times = self.used.get(a * width + b, 0)
                if row[b] < times * self.dear and (a, b) not in self.shut:
                    self.sought.add(a * width + b)
                    if not times:
                        self.wanted[a].add(b)
                        self.wanted[b].add(a)
        return True

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
        if not times and key in self.sought:
            self.wanted[a].add(b)
            self.wanted[b].add(a)

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

    def with_places(
        self, r: int, a: int, b: int, values: list[int], who: Sequence[int], limit: float
    ) -> None:
        """Add what the exchanges change in who rests, by how unfair that is."""
        deal, dear, size, turns = self.deals[r], self.dear, self.size, self.turns
        places = self.places[r]
        change = turns.change if self.in_turn else _fair
        everybody = isinstance(who, range) and len(who) == self.width
        nth = None if everybody else {c: k for k, c in enumerate(who)}
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

    def with_trio(self, r: int, a: int, b: int, values: list[int], who: Sequence[int]) -> None:
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


def _fair(_round: int, _leaves: int, _comes: int) -> int:
    """Return the change of unfairness where nobody takes turns."""
    return 0
