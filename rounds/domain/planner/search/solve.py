"""Solves one problem: a deal, a search, and a reason when there is no plan.

The cheap questions come first: most rosters are settled by a few sweeps downhill. Only when no
clean plan turns up is the reason looked for, and only when there is none does the search go on
with more effort and from other deals. Each plan is given as soon as it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from random import Random
from typing import Any, TypeVar

from rounds.domain.planner.budget import Budget, sweeps_within
from rounds.domain.planner.limits.dual_bound import Dual
from rounds.domain.planner.limits.feasibility import Obstacle, first_obstacle
from rounds.domain.planner.limits.lower_bound import Bound, least
from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.annealing import PASSES, Search
from rounds.domain.planner.search.exact import GivenUp, cheapest_below, solve_exactly
from rounds.domain.planner.search.first_deal import Deal, first_deal
from rounds.domain.planner.search.warm_start import restore

EFFORT = (1.0, 1.0, 2.0, 2.0)
"""How hard each search for a better plan tries, one after the other from a new deal."""

EFFORT_IN_TINY_ROOMS = (0.15,) * 60
"""In tiny rooms, where plans lie far apart, many short searches find more than a few long ones."""

LEAST_SWEEPS = 40
"""How long each of them is at least: in large rooms, too, a wish is worth a search."""

NEAR, FAR = 300, 50
"""A plan that is dearer than the bound by one part in NEAR is good enough; one that is dearer by
more than one part in FAR is worth another search."""

SHARE = 7
"""Which part of the work that is left the search for a first plan may use."""

AT_ONCE = 300_000
"""Points for a first look for a plan; before a longer one, some of the rounds are planned."""

SEARCHES, SWEEPS = 6, 60
"""How many searches for a first plan there are, and how long the first one is; each one is longer
by half than the one before."""

TINY, SMALL = 150, 600
"""The number of places (people times rounds) up to which a complete search is tried where no plan
turns up: after the first failure in tiny rooms, after the last in small ones."""

COMPLETE = 10
"""Which part of the work that is left a complete search for a first plan may use."""

OTHERS = 10
"""Which part of the work the first search of a tiny room gets, and which part the complete one
after it leaves to the others."""


Result = TypeVar("Result")


@dataclass(frozen=True)
class Solution:
    """A plan without a broken rule: the deals of all rounds, its cost, and the least there is."""

    deals: list[Deal]
    cost: int
    bound: Bound


def solve(
    problem: Problem,
    warm: list[Deal] | None = None,
    *,
    found: list[Deal] | None = None,
    any_plan: bool = False,
    tries: int = len(EFFORT),
    budget: Budget | None = None,
    share: int = SHARE,
    thorough: bool = True,
) -> Solution | Obstacle:
    """Return the best plan of all rounds (see `solutions`), or what makes it impossible."""
    return result_of(
        solutions(
            problem,
            warm,
            found=found,
            any_plan=any_plan,
            tries=tries,
            budget=budget,
            share=share,
            thorough=thorough,
        )
    )


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
    warm: list[Deal] | None = None,
    *,
    found: list[Deal] | None = None,
    any_plan: bool = False,
    tries: int = len(EFFORT),
    budget: Budget | None = None,
    share: int = SHARE,
    thorough: bool = True,
) -> Generator[Solution | None, None, Solution | Obstacle]:
    """Yield plans of all rounds, each better than the one before; return the best of them, or
    what makes it impossible. A plan that ends the search is only returned. Yields None before a
    long search for a first plan.

    `warm` is a deal to begin with, where there is one; a plan close to it is preferred. With
    `any_plan` the first plan that breaks no rule will do. After `tries` rounds of searches without
    any such plan it is given up, and likewise when the `budget` is spent. `found` is a plan that
    breaks no rule, to be made better. Unless `thorough`, only the search for a plan is made, with
    one part in `share` of the work that is left, and no proof that there is none.
    """
    budget = budget or Budget()
    bound = Bound(NEVER, 0) if any_plan else least(problem)
    if not problem.sittings:
        return Solution([], problem.missed, bound)
    block = _nobody(problem) or first_obstacle(problem, thorough=False)
    if block is not None:
        return block
    work = sum(len(sitting.here) ** 2 for sitting in problem.sittings) or 1
    sweeps = max(10, min(650, 2_000_000 // work))
    again = min(3, 1 + 20_000 // work)
    rnd = Random(problem.seed).random
    if found:
        search = Search(problem, found, rnd, bound.cost)
    else:
        points = budget.share(2 if thorough else share)
        search = _begun(problem, warm, rnd, bound.cost, sweeps, min(points, AT_ONCE))
        if search.best is None and thorough:
            yield None
        if AT_ONCE < search.points < points and not search.done:
            search.descend(min(20, sweeps), points - search.points)
        budget.spend(search.points)
    if search.best is None:
        legal = _first_plan(problem, budget, tries, share, thorough=thorough)
        if isinstance(legal, Obstacle):
            return legal
        search = Search(problem, legal, rnd, bound.cost)
        search.descend(min(20, sweeps), budget.share(2))
        budget.spend(search.points)
    best = search
    if best.done:
        return Solution(best.kept, best.cheapest, bound)
    told = best.cheapest
    yield Solution(best.kept, told, bound)
    tiny = problem.size * len(problem.sittings) <= TINY

    def finer(target: int, start: int) -> int:
        return bound.raised(dual.raise_to(target, start)).cost

    dual = Dual(problem, problem.prices(), problem.missed)
    for turn, effort in enumerate(EFFORT_IN_TINY_ROOMS if tiny else EFFORT):
        if turn:
            rnd = Random(problem.seed + 1000 * turn).random
            deals = _legal_deals(problem, rnd, sweeps, budget.share(SHARE), budget)
            if deals is None and not tiny:
                break
            if deals is None:
                continue
            search = Search(problem, deals, rnd, bound.cost)
        given = sweeps_within(
            budget.share(1),
            int(max(sweeps, LEAST_SWEEPS) * effort),
            len(PASSES[0]) * search.price_of_sweep(),
        )
        if not given:
            break
        before = search.points + dual.points
        part = OTHERS if tiny and not turn else 1
        search.anneal(given, finer, turn, budget.share(part))
        budget.spend(search.points + dual.points - before)
        bound = bound.raised(search.goal)
        if search.cheapest < best.cheapest or search is best:
            best = search
            if best.cheapest < told and not best.done:
                told = best.cheapest
                yield Solution(best.kept, told, bound)
        if tiny and not turn and not best.done:
            best, bound = _proven(problem, best, bound, dual, budget)
        gap = best.cheapest - bound.cost
        if gap <= 0 or (
            not tiny
            and (gap * NEAR <= best.cheapest or (turn >= again and gap * FAR <= best.cheapest))
        ):
            break
    return Solution(best.kept, best.cheapest, bound)


def _proven(
    problem: Problem, best: Search, bound: Bound, dual: Dual, budget: Budget
) -> tuple[Search, Bound]:
    """Return the best plan a complete search finds, and the bound if it comes to an end."""
    points = budget.share(1) - budget.share(OTHERS)
    needed = dual.prices(problem.size)
    deals, certain = cheapest_below(problem, best.cheapest, bound.cost, budget, points, needed)
    if deals is not None:
        best = Search(problem, deals, best.rnd, bound.cost)
    if certain:
        bound = replace(bound, cost=max(bound.cost, best.cheapest))
    return best, bound


def _first_plan(
    problem: Problem, budget: Budget, tries: int, share: int, *, thorough: bool
) -> list[Deal] | Obstacle:
    """Return a plan that breaks no rule, at whatever price, or what makes it impossible."""
    if thorough:
        block = first_obstacle(problem, thorough=True)
        if block is not None:
            return block
    places = problem.size * len(problem.sittings)
    points = budget.share(share)
    for nth in range(SEARCHES * tries):
        rnd = Random(problem.seed + 77 * nth + 1).random
        sweeps = int(SWEEPS * 1.5 ** (nth % SEARCHES))
        before = budget.points
        deals = _legal_deals(problem, rnd, sweeps, points, budget)
        points -= before - budget.points
        if deals is not None:
            return deals
        if thorough and nth == (0 if places <= TINY else SEARCHES - 1) and places <= SMALL:
            settled = _settled(problem, budget)
            if settled is None:
                return Obstacle(len(problem.sittings) - 1, "search")
            if settled:
                return settled
        if points <= 0:
            break
    return Obstacle(len(problem.sittings) - 1, "search", proven=False)


def _legal_deals(
    problem: Problem, rnd: Callable[[], float], sweeps: int, points: int, budget: Budget
) -> list[Deal] | None:
    """Return a plan that breaks no rule if a search that knows no prices finds one."""
    free = problem.without_prices()
    search = Search(free, first_deal(problem, rnd), rnd, 0)
    given = sweeps_within(points, sweeps, search.price_of_sweep())
    search.find(given)
    budget.spend(search.points)
    return search.kept if search.best is not None else None


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


def _nobody(problem: Problem) -> Obstacle | None:
    """Return the round after the last one in which there is a pair to be made, if it is asked for.

    A round in which somebody is alone does not end the evening while others come later.
    """
    last = max((r for r, sitting in enumerate(problem.sittings) if sitting.pairs), default=-1)
    return Obstacle(last + 1, "empty") if last + 1 < len(problem.sittings) else None


def _settled(problem: Problem, budget: Budget) -> list[Deal] | None:
    """Return a plan by complete search, None where there is none, [] where that is not known."""
    try:
        return solve_exactly(problem, budget, budget.share(COMPLETE))
    except GivenUp:
        return []
