"""Makes a plan fairer and more varied at the same cost, or a lower one.

Two pairs of one round exchange partners, drawn by chance, where that is no worse by cost and by
what `shares` counts. Steps are counted, so that the same plan comes out on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rounds.domain.planner.history import pair
from rounds.domain.planner.prices import ONLY, WISH
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.first_deal import Deal
from rounds.domain.planner.shares import MAIN, Partners

STEPS, LEAST_STEPS, MOST_STEPS = 25, 2_000, 20_000
"""How many exchanges are tried for each place in a pair, at least, and at most."""

SEARCHED = 4
"""One exchange in so many brings together two of whom one wishes to meet or can help the other."""


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
    size, shares = problem.size, problem.shares
    deals = [deal[:] for deal in deals]
    places = [
        [] if calmly and not r else [i for i in sitting.here if i != deal[i] < size]
        for r, (sitting, deal) in enumerate(zip(problem.sittings, deals, strict=True))
    ]
    rounds = [r for r, who in enumerate(places) if len(who) > 2]
    if not rounds:
        return deals
    met = {(i, j) for deal in deals for i, j in enumerate(deal) if i < j < size}
    for deal, sitting in zip(deals, problem.sittings, strict=True):
        three = [i for i in sitting.here if deal[i] >= size] if sitting.trio else []
        met.update((i, j) for i in three for j in three if i < j)
        met.update(sitting.pinned)
    partners = Partners(shares, met | problem.closed["met"])
    taken = {a * size + b for a, b in problem.ruled_out() | met}
    taken |= {b * size + a for a, b in problem.ruled_out() | met}
    price = problem.prices()
    sought = _sought(problem)
    limit = WISH + ONLY if shares.costs else 0
    total = sum(len(places[r]) for r in rounds)
    steps = min(MOST_STEPS, max(LEAST_STEPS, STEPS * total))
    for step in range(steps):
        r = rounds[int(rnd() * len(rounds))]
        deal, who = deals[r], places[r]
        if sought and step % SEARCHED == 0:
            a, c = sought[int(rnd() * len(sought))]
            if not (deal[a] != a and deal[c] != c and deal[a] < size and deal[c] < size):
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
        if by > 0 or (calmly and not by):
            continue
        for x, y in ((a, b), (c, d)):
            partners.remove(x, y)
            taken -= {x * size + y, y * size + x}
        for x, y in ((a, c), (b, d)):
            partners.add(x, y)
            taken |= {x * size + y, y * size + x}
            deal[x], deal[y] = y, x
    return deals


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
