"""Finds a plan that breaks no rule, at whatever price, or what makes it impossible.

Short searches come first, longer ones after them; small rooms are settled by a complete search.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from rounds.domain.planner.budget import LEAST, Budget, sweeps_within
from rounds.domain.planner.limits.feasibility import Obstacle, first_obstacle
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.annealing import Search
from rounds.domain.planner.search.exact import GivenUp, solve_exactly
from rounds.domain.planner.search.first_deal import Deal, first_deal

SHARE = 7
"""Which part of the work that is left the search for a first plan may use."""

AT_ONCE = 60_000
"""Points for a first look for a plan; after it any plan will do, to be there in time."""

SEARCHES, SWEEPS = 6, 60
"""How many searches for a first plan there are, and how long the first one is; each one is longer
by half than the one before."""

TINY, SMALL = 150, 600
"""The number of places (people times rounds) up to which a complete search is tried where no plan
turns up: after the first failure in tiny rooms, after the last in small ones."""

COMPLETE = 10
"""Which part of the work that is left a complete search for a first plan may use."""


@dataclass(frozen=True)
class Aim:
    """What a search is made for, and how much work it is worth.

    With `any_plan` the first plan that breaks no rule will do. After `tries` rounds of searches
    without any such plan it is given up. Unless `thorough`, only the search for a plan is made,
    with one part in `share` of the work that is left, and no proof that there is none.
    """

    any_plan: bool = False
    tries: int = 1
    share: int = SHARE
    thorough: bool = True


def first_plan(problem: Problem, budget: Budget, aim: Aim) -> list[Deal] | Obstacle:
    """Return a plan that breaks no rule, at whatever price, or what makes it impossible."""
    if aim.thorough:
        block = first_obstacle(problem, thorough=True)
        if block is not None:
            return block
    places = problem.size * len(problem.sittings)
    points = budget.share(aim.share) // (2 if places <= TINY else 1)
    for nth in range(SEARCHES * aim.tries):
        rnd = Random(problem.seed + 77 * nth + 1).random
        sweeps = int(SWEEPS * 1.5 ** (nth % SEARCHES))
        before = budget.points
        deals = legal_deals(problem, rnd, sweeps, points, budget)
        points -= before - budget.points
        if deals is not None:
            return deals
        if aim.thorough and nth == (0 if places <= TINY else SEARCHES - 1) and places <= SMALL:
            settled = _settled(problem, budget)
            if settled is None:
                return Obstacle(len(problem.sittings) - 1, "search")
            if settled:
                return settled
        if points <= 0:
            break
    return Obstacle(len(problem.sittings) - 1, "search", proven=False)


def legal_deals(
    problem: Problem, rnd: Callable[[], float], sweeps: int, points: int, budget: Budget
) -> list[Deal] | None:
    """Return a plan that breaks no rule if a search that knows no prices finds one."""
    free = problem.without_prices()
    search = Search(free, first_deal(problem, rnd), rnd, 0)
    # A sweep costs much less than its price where little is wrong: a few are always worth trying.
    given = sweeps_within(points, sweeps, search.price_of_sweep()) or LEAST
    search.find(given, points)
    budget.spend(search.points)
    return search.kept if search.best is not None else None


def nobody(problem: Problem) -> Obstacle | None:
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
