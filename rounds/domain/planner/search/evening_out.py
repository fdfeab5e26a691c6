"""Makes a plan fairer and more varied at the same cost, or a lower one.

Two pairs of one round exchange partners, drawn by chance, where that is no worse by cost and by
what `shares` counts. Steps are counted, so that the same plan comes out on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp

from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.prices import NEVER, ONLY, WISH
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.first_deal import Deal
from rounds.domain.planner.shares import MAIN, Partners

STEPS, LEAST_STEPS, MOST_STEPS = 25, 2_000, 20_000
"""How many exchanges are tried for each place in a pair, at least, and at most."""

SMALL = 80
"""In how many places a search from several beginnings is short enough for all."""

SEARCHED = 4
"""One exchange in so many brings together two of whom one wishes to meet or can help the other."""

TRIES, HEAT = 3, 30 * MAIN
"""In small rooms, and where limits or wishes for an industry count among the cost (the search
before this one does not know them), so many tries begin at this heat and cool down half-way."""


def evened_out(
    problem: Problem,
    deals: Sequence[Deal],
    rnd: Callable[[], float],
    *,
    calmly: bool = False,
) -> list[Deal]:
    """Return a plan in which meetings, wishes and help are shared more evenly.

    `calmly` makes only exchanges that are better, and none in the first round.
    """
    places = [
        [] if calmly and not r else [i for i in sitting.here if i != deal[i] < problem.size]
        for r, (sitting, deal) in enumerate(zip(problem.sittings, deals, strict=True))
    ]
    if all(len(who) <= 2 for who in places):
        return list(deals)
    best, least = list(deals), 0
    small = sum(map(len, places)) <= SMALL
    hot = (small or problem.shares.costs) and not calmly
    for _turn in range(TRIES if hot else 1):
        found, by = _improved(problem, deals, places, rnd, HEAT if hot else 0, equal=not calmly)
        if by <= least:
            best, least = found, by
    return best


def _improved(
    problem: Problem,
    before: Sequence[Deal],
    places: Sequence[Sequence[int]],
    rnd: Callable[[], float],
    hot: int,
    *,
    equal: bool,
) -> tuple[list[Deal], int]:
    """Return a plan after many exchanges, and by how much it is dearer than before.

    `equal` allows exchanges that are neither better nor worse.
    """
    size = problem.size
    deals = [deal[:] for deal in before]
    met = _meetings(problem, deals)
    partners = Partners(problem.shares, met | problem.closed["met"])
    taken = {a * size + b for two in problem.ruled_out() | met for a, b in (two, two[::-1])}
    price = problem.prices()
    sought = _sought(problem)
    limit = NEVER - 1 if hot else WISH + ONLY if problem.shares.costs else 0
    rounds = [r for r, who in enumerate(places) if len(who) > 2]
    steps = min(MOST_STEPS, max(LEAST_STEPS, STEPS * sum(len(places[r]) for r in rounds)))
    dearer = 0
    for step in range(steps):
        r = rounds[int(rnd() * len(rounds))]
        deal, who = deals[r], places[r]
        if sought and step % SEARCHED == 0:
            a, c = sought[int(rnd() * len(sought))]
            if not (a != deal[a] < size and c != deal[c] < size):
                continue
        else:
            a, c = who[int(rnd() * len(who))], who[int(rnd() * len(who))]
        b, d = deal[a], deal[c]
        if a in (c, d) or a * size + c in taken or b * size + d in taken:
            continue
        more = price[a][c] + price[b][d] - price[a][b] - price[c][d]
        if more > limit:
            continue
        by = MAIN * more + partners.dearer(a, b, c, d)
        heat = hot * (1 - 2 * step / steps)
        if by > 0 and (heat <= 0 or rnd() >= exp(-by / heat)):
            continue
        if not (by or equal):
            continue
        dearer += by
        for x, y in ((a, b), (c, d)):
            partners.remove(x, y)
            taken -= {x * size + y, y * size + x}
        for x, y in ((a, c), (b, d)):
            partners.add(x, y)
            taken |= {x * size + y, y * size + x}
            deal[x], deal[y] = y, x
    return deals, dearer


def _meetings(problem: Problem, deals: Sequence[Deal]) -> set[Pair]:
    """Return who meets whom in a plan, pinned pairs and trios included."""
    size = problem.size
    met = {(i, j) for deal in deals for i, j in enumerate(deal) if i < j < size}
    for deal, sitting in zip(deals, problem.sittings, strict=True):
        three = [i for i in sitting.here if deal[i] >= size] if sitting.trio else []
        met.update((i, j) for i in three for j in three if i < j)
        met.update(sitting.pinned)
    return met


def _sought(problem: Problem) -> list[tuple[int, int]]:
    """Return who should be brought together for somebody's sake."""
    shares = problem.shares
    found: dict[tuple[int, int], None] = {}
    for i in range(problem.size):
        for j in (*sorted(shares.wishes[i]), *shares.fits[i]):
            found[i, j] = None
        for group, _price in shares.any_of[i]:
            found.update(((i, j), None) for j in sorted(group))
    shut = problem.ruled_out()
    return [two for two in found if pair(*two) not in shut]
