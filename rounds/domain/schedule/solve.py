"""One problem solved: a deal, a search, and a reason when there is no plan.

The cheap questions come first: most rosters are settled by a few sweeps downhill. Only when no
clean plan turns up is the reason looked for, and only when there is none does the search go on
with more effort and from other deals.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from rounds.domain.schedule.bounds import Bound, least
from rounds.domain.schedule.dual import Dual
from rounds.domain.schedule.exact import GivenUp, settle
from rounds.domain.schedule.keep import restore
from rounds.domain.schedule.limits import Block, first_block
from rounds.domain.schedule.problem import COMPANY, NEVER, Problem
from rounds.domain.schedule.search import Search
from rounds.domain.schedule.start import Deal, deal

EFFORT = (1, 1, 2, 2)
"""How hard each search for a first clean plan tries, one after the other from a new deal."""

NEAR = 500
"""A plan that is dearer than the bound by one part in so many is good enough."""

TINY, SMALL = 150, 600
"""Up to so many places (people times rounds) a complete search is tried where no plan turns up:
at once in tiny rooms, after the first failure in small ones."""


@dataclass(frozen=True)
class Solution:
    """A plan without a broken rule: the deals of all rounds, its cost, and the least there is."""

    deals: list[Deal]
    cost: int
    bound: Bound


def solve(
    problem: Problem, warm: list[Deal] | None = None, *, any_plan: bool = False
) -> Solution | Block:
    """Return a plan of all rounds, or what makes it impossible.

    `warm` is a deal to begin with, where there is one; a plan close to it is preferred. With
    `any_plan` the first plan that breaks no rule will do.
    """
    bound = Bound(NEVER, 0) if any_plan else least(problem)
    if not problem.sittings:
        return Solution([], problem.missed, bound)
    nobody = _nobody(problem)
    if nobody is not None:
        return nobody
    block = first_block(problem, thorough=False)
    if block is not None:
        return block
    work = sum(len(sitting.here) ** 2 for sitting in problem.sittings) or 1
    sweeps = max(10, min(650, 5_000_000 // work))
    again = min(3, 1 + 20_000 // work)
    dual: Dual | None = None
    places = problem.size * len(problem.sittings)
    best: Search | None = None
    first = warm
    for turn, effort in enumerate(EFFORT):
        rnd = Random(problem.seed + 1000 * turn).random
        search = Search(problem, deal(problem, rnd) if first is None else first, rnd, bound.cost)
        if first is not None:
            search.descend(min(12, sweeps), calmly=True)
        search.descend(min(20, sweeps))
        if search.done and warm is not None and first is warm:
            restore(search, warm)
            search.keep()
        first = None
        if turn == 0 and search.best is None:
            block = first_block(problem, thorough=True)
            if block is not None:
                return block
            if places <= TINY:
                first = _settled(problem)
                if first is None:
                    return Block(len(problem.sittings) - 1, "search")
                if first:
                    search = Search(problem, first, rnd, bound.cost)
        if not search.done:
            dual = dual or Dual(problem, problem.prices(), problem.missed)
            search.anneal(sweeps * (effort if best is None else 1), dual.raise_to)
            bound = replace(bound, cost=max(bound.cost, search.goal))
        if search.best is not None and (
            best is None or best.best is None or search.best < best.best
        ):
            best = search
        if best is not None and best.best is not None:
            near = (best.best - bound.cost) * NEAR <= best.best
            if best.done or near or turn >= again:
                break
        if turn == 0 and best is None and TINY < places <= SMALL:
            first = _settled(problem)
            if first is None:
                return Block(len(problem.sittings) - 1, "search")
        first = first or None
        if best is None and turn and places <= TINY:
            break
    if best is None or best.best is None:
        return Block(len(problem.sittings) - 1, "search", proven=False)
    return Solution(best.kept, best.best, bound)


def _nobody(problem: Problem) -> Block | None:
    """Return the first round in which there is not even one pair to be made."""
    for r, sitting in enumerate(problem.sittings):
        if not sitting.pinned and len(sitting.here) < 2 + (
            0 if sitting.trio else len(sitting.aside)
        ):
            return Block(r, "empty")
    return None


def _settled(problem: Problem) -> list[Deal] | None:
    """Return a plan by complete search, None where there is none, [] where that is not known."""
    for below in (COMPANY, NEVER):
        try:
            found = settle(problem, below)
        except GivenUp:
            continue
        if found is not None or below == NEVER:
            return found
    return []
