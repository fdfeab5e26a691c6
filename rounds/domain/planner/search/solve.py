"""Solves one problem: a deal, a search, and a reason when there is no plan.

The cheap questions come first: most rosters are settled by a few sweeps downhill. Only when no
clean plan turns up is the reason looked for, and only when there is none does the search go on
with more effort and from other deals. Each plan is given as soon as it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from rounds.domain.planner.budget import Budget, sweeps_within
from rounds.domain.planner.limits.dual_bound import Dual
from rounds.domain.planner.limits.feasibility import Obstacle, first_obstacle
from rounds.domain.planner.limits.lower_bound import Bound, least
from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.annealing import PASSES, Search
from rounds.domain.planner.search.exact import cheapest_below
from rounds.domain.planner.search.first_deal import Deal, first_deal
from rounds.domain.planner.search.first_plan import (
    AT_ONCE,
    SHARE,
    SWEEPS,
    TINY,
    Aim,
    first_plan,
    legal_deals,
    nobody,
)
from rounds.domain.planner.search.seats import Seats
from rounds.domain.planner.search.warm_start import restore

EFFORT = (1.0, 1.0, 2.0)
"""How hard the searches for a better plan try, one after the other from a new deal; those after
these try as hard as the last one."""

IN_TINY_ROOMS = 0.15
"""In tiny rooms, where plans lie far apart, many short searches find more than a few long ones."""

SEARCHES = 60
"""How many of them there are at most."""

LEAST_SWEEPS = 40
"""How long each of them is at least: in large rooms, too, a wish is worth a search."""

TINIEST, COMPLETE_AFTER = 100, 3
"""Up to so many places (people times rounds) a complete search comes after the first of them, in
other tiny rooms after so many more."""

FIRST, OTHERS = 10, 20
"""Which part of the work the first search of the tiniest rooms gets, and which part the complete
one after it leaves to the others."""


CLOSEST, CLOSE_FIRST = 16, 3
"""Complete searches look for a plan close to the bound first: for how small a part of the way from
there to the best plan, and how many eighths of the work they may use."""


Result = TypeVar("Result")


@dataclass(frozen=True)
class Solution:
    """A plan without a broken rule: the deals of all rounds, its cost, and the least there is."""

    deals: list[Deal]
    cost: int
    bound: Bound


def solve(
    problem: Problem, aim: Aim, budget: Budget, *, warm: list[Deal] | None = None
) -> Solution | Obstacle:
    """Return the best plan of all rounds (see `solutions`), or what makes it impossible."""
    return result_of(solutions(problem, aim, budget, warm=warm))


def result_of(search: Generator[Any, None, Result]) -> Result:
    """Return what a search returns in the end, without what it finds on the way."""
    while True:
        try:
            next(search)
        except StopIteration as end:
            result: Result = end.value
            return result


def solutions(
    problem: Problem,
    aim: Aim,
    budget: Budget,
    *,
    warm: list[Deal] | None = None,
    found: list[Deal] | None = None,
) -> Generator[Solution | None, None, Solution | Obstacle]:
    """Yield plans of all rounds as they are found; return the best of them, or what makes it
    impossible. A plan that ends the search is only returned. Yields None before a long search for
    a first plan.

    `warm` is a deal to begin with, where there is one; a plan close to it is preferred. `found` is
    a plan that breaks no rule, to be made better. When the `budget` is spent, the search ends.
    """
    bound = Bound(NEVER, 0) if aim.any_plan else least(problem)
    if not problem.sittings:
        return Solution([], problem.missed, bound)
    block = nobody(problem) or first_obstacle(problem, thorough=False)
    if block is not None:
        return block
    work = sum(len(sitting.here) ** 2 for sitting in problem.sittings) or 1
    sweeps = max(10, min(650, 2_000_000 // work))
    search = (
        Search(problem, found, Random(problem.seed).random, bound.cost)
        if found
        else (yield from _downhill(problem, aim, budget, bound, sweeps, warm))
    )
    if isinstance(search, Obstacle):
        return search
    best, cost = search, search.cheapest
    if best.done:
        return Solution(best.kept, cost, bound)
    yield Solution(best.kept, cost, bound)
    places = problem.size * len(problem.sittings)
    tiny, tiniest = places <= TINY, places <= TINIEST

    def finer(target: int, start: int) -> int:
        return bound.raised(dual.raise_to(target, start)).cost

    dual = Dual(problem, problem.prices(), problem.missed)
    for turn in range(SEARCHES):
        if turn:
            rnd = Random(problem.seed + 1000 * turn).random
            # Where it is known what meetings are worth, every other search goes on from the best.
            goes_on = not tiny and turn % 2 and any(search.seats.needed)
            points = 0 if goes_on else budget.share(SHARE)
            deals = legal_deals(problem, rnd, sweeps, points, budget) if points else None
            search = Search(problem, deals or best.kept, rnd, bound.cost)
        effort = IN_TINY_ROOMS if tiny else EFFORT[min(turn, len(EFFORT) - 1)]
        given = sweeps_within(
            budget.share(1),
            int(max(sweeps, LEAST_SWEEPS) * effort),
            len(PASSES[0]) * search.price_of_sweep(),
        )
        if not given:
            break
        before = search.points + dual.points
        points = budget.share(FIRST if tiniest and not turn else 2)
        search.anneal(given, finer, dual.prices, turn, points)
        budget.spend(search.points + dual.points - before)
        bound = bound.raised(search.goal)
        if search.cheapest < cost:
            best, cost = search, search.cheapest
            if not best.done:
                yield Solution(best.kept, cost, bound)
        if tiny and turn == (0 if tiniest else COMPLETE_AFTER) and cost > bound.cost:
            points = budget.share(1) - budget.share(OTHERS if tiniest else 2)
            best, bound = _proven(problem, best, bound, dual, budget, points)
            cost = best.cheapest
        if cost <= bound.cost:
            break
    return Solution(best.kept, cost, bound)


def _downhill(
    problem: Problem,
    aim: Aim,
    budget: Budget,
    bound: Bound,
    sweeps: int,
    warm: list[Deal] | None,
) -> Generator[Solution | None, None, Search | Obstacle]:
    """Return a search that has gone downhill to its first good plan, or what makes it impossible.

    Yields the first plan there is, at whatever price; None before a long search for one.
    """
    points = budget.share(2 if aim.thorough else aim.share)
    rnd = Random(problem.seed).random
    search = _begun(problem, warm, rnd, bound.cost, sweeps, min(points, AT_ONCE))
    budget.spend(search.points)
    legal: list[Deal] | None = None
    told = search.cheapest
    if search.best is not None and not search.done:
        yield Solution(search.kept, told, bound)
    elif search.best is None and aim.thorough:
        chance = Random(problem.seed + 1).random
        if problem.size * len(problem.sittings) > TINY:
            legal = legal_deals(problem, chance, SWEEPS, AT_ONCE, budget)
        if legal is None:
            yield None
        else:
            told = Seats(problem, legal, 0).cost
            yield Solution(legal, told, bound)
    if AT_ONCE < search.points < points and not search.done:
        before = search.points
        search.descend(min(20, sweeps), points - before)
        budget.spend(search.points - before)
    if search.best is not None and search.best <= told:
        return search
    first = legal if legal is not None else first_plan(problem, budget, aim)
    if isinstance(first, Obstacle):
        return first
    search = Search(problem, first, rnd, bound.cost)
    search.descend(min(20, sweeps), budget.share(2))
    budget.spend(search.points)
    return search


def _proven(
    problem: Problem, best: Search, bound: Bound, dual: Dual, budget: Budget, points: int
) -> tuple[Search, Bound]:
    """Return the best plan complete searches find, and the bound as far as they come to an end.

    A search for plans close to the bound is short; each one looks twice as far as the one before.
    The last one takes any plan that is better, whether it comes to an end or not.
    """
    needed = dual.prices(problem.size)
    end = budget.points - points
    part = CLOSEST
    while best.cheapest > bound.cost:
        limit = bound.cost + -((bound.cost - best.cheapest) // part)
        given = (budget.points - end) * (8 if part == 1 else CLOSE_FIRST) // 8
        deals, certain = cheapest_below(problem, limit, bound.cost, budget, given, needed)
        if deals is not None:
            best = Search(problem, deals, best.rnd, bound.cost)
        if certain:
            bound = bound.raised(min(limit, best.cheapest))
        elif part == 1:
            break
        part = part // 2 if certain else 1
    return best, bound


def _begun(
    problem: Problem,
    warm: list[Deal] | None,
    rnd: Callable[[], float],
    goal: int,
    sweeps: int,
    points: int,
) -> Search:
    """Return a search that has gone downhill, from the plan so far or from a new deal."""
    if warm is None:
        search = Search(problem, first_deal(problem, rnd), rnd, goal)
        search.descend(min(20, sweeps), points)
        return search
    search = Search(problem, warm, rnd, goal)
    search.descend(min(12, sweeps), points, calmly=True)
    search.descend(min(20, sweeps), points)
    if search.done:
        restore(search, warm)
        search.keep()
    return search
