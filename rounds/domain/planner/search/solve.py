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

from rounds.domain.planner.budget import LEAST, Budget, sweeps_within
from rounds.domain.planner.limits.dual_bound import Dual
from rounds.domain.planner.limits.feasibility import Obstacle, first_obstacle
from rounds.domain.planner.limits.lower_bound import Bound, least
from rounds.domain.planner.prices import COMPANY, NEVER
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.annealing import Search
from rounds.domain.planner.search.exact import GivenUp, solve_exactly
from rounds.domain.planner.search.first_deal import Deal, first_deal
from rounds.domain.planner.search.warm_start import restore

EFFORT = (1, 1, 2, 2)
"""How hard each search for a first clean plan tries, one after the other from a new deal."""

NEAR, FAR = 300, 50
"""A plan that is dearer than the bound by one part in NEAR is good enough; one that is dearer by
more than one part in FAR is worth another search."""

SHARE = 7
"""Which part of the work that is left one search for a first clean plan may use."""

PASSES_WITHOUT, PASSES_WITH_A_PLAN = 5, 2
"""How many passes an annealing makes (see `annealing`)."""

TINY, SMALL = 150, 600
"""The number of places (people times rounds) up to which a complete search is tried where no plan
turns up: at once in tiny rooms, after the first failure in small ones."""

COMPLETE = 10
"""Which part of the work that is left a complete search may use."""


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
) -> Generator[Solution, None, Solution | Obstacle]:
    """Yield plans of all rounds, each better than the one before; return the best of them, or
    what makes it impossible. A plan that ends the search is only returned.

    `warm` is a deal to begin with, where there is one; a plan close to it is preferred. With
    `any_plan` the first plan that breaks no rule will do. After `tries` searches without any
    such plan it is given up, and likewise when the `budget` is spent. `found` is a plan that
    breaks no rule, to be made better. Unless `thorough`, only the search for a plan is made, with
    one part in `share` of the work that is left, and no proof that there is none.
    """
    budget = budget or Budget()
    bound = Bound(NEVER, 0) if any_plan else least(problem)
    if not problem.sittings:
        return Solution([], problem.missed, bound)
    nobody = _nobody(problem)
    if nobody is not None:
        return nobody
    block = first_obstacle(problem, thorough=False)
    if block is not None:
        return block
    work = sum(len(sitting.here) ** 2 for sitting in problem.sittings) or 1
    sweeps = max(10, min(650, 2_000_000 // work))
    again = min(3, 1 + 20_000 // work)
    places = problem.size * len(problem.sittings)
    dual: Dual | None = None
    best: Search | None = None
    told = NEVER**2
    for turn, effort in enumerate(EFFORT):
        if best is None and (turn >= tries or (turn > 1 and places <= TINY)):
            break
        if turn and not budget.points > 0:
            break
        rnd = Random(problem.seed + 1000 * turn).random
        if found and not turn:
            search = Search(problem, found, rnd, bound.cost)
        else:
            search = _begun(
                problem,
                warm if turn == 0 else None,
                rnd,
                bound.cost,
                sweeps,
                budget.share(2 if thorough else share),
            )
        budget.spend(search.points)
        if best is None and search.best is None and thorough:
            block = first_obstacle(problem, thorough=True) if turn == 0 else None
            if block is not None:
                return block
            if places <= SMALL and turn == (places > TINY):
                deals = _settled(problem, budget, COMPLETE)
                if deals is None:
                    return Obstacle(len(problem.sittings) - 1, "search")
                if deals:
                    search = Search(problem, deals, rnd, bound.cost)
        if search.cheapest < told and not search.done:
            told = search.cheapest
            yield Solution(search.kept, told, bound)
        for clean in (False, True):
            # A search that finds a plan with what it may use goes on with all that is left.
            if search.done or clean != (best is not None or search.best is not None):
                continue
            points = budget.share(1 if clean else share)
            passes = PASSES_WITH_A_PLAN if clean else PASSES_WITHOUT
            given = sweeps_within(points, sweeps * effort, passes * search.price_of_sweep())
            if not given and thorough and not turn and not clean:
                given, points = LEAST, budget.share(2)  # a large room's only chance
            if not given:
                continue
            dual = dual or Dual(problem, problem.prices(), problem.missed)
            before = search.points + dual.points
            search.anneal(given, dual.raise_to, turn, points)
            budget.spend(search.points + dual.points - before)
            bound = replace(bound, cost=max(bound.cost, search.goal))
            if search.cheapest < told and not search.done:
                told = search.cheapest
                yield Solution(search.kept, told, bound)
            if given == sweeps * effort:
                break
        if search.best is not None and (best is None or search.best < best.cheapest):
            best = search
        if best is not None:
            gap = best.cheapest - bound.cost
            if gap * NEAR <= best.cheapest or (turn >= again and gap * FAR <= best.cheapest):
                break
    if best is None:
        return Obstacle(len(problem.sittings) - 1, "search", proven=False)
    return Solution(best.kept, best.cheapest, bound)


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
    """Return the first round in which there is not even one pair to be made."""
    for r, sitting in enumerate(problem.sittings):
        if not sitting.pinned and len(sitting.here) < 2 + (
            0 if sitting.trio else len(sitting.aside)
        ):
            return Obstacle(r, "empty")
    return None


def _settled(problem: Problem, budget: Budget, share: int) -> list[Deal] | None:
    """Return a plan by complete search, None where there is none, [] where that is not known."""
    for below in (COMPANY, NEVER):
        try:
            found = solve_exactly(problem, below, budget, share)
        except GivenUp:
            continue
        if found is not None or below == NEVER:
            return found
    return []
