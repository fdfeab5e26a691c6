"""One problem solved: a deal, a search, and a reason when there is no plan.

The cheap questions come first: most rosters are settled by a few sweeps downhill. Only when no
clean plan turns up is the reason looked for, and only when there is none does the search go on
with more effort and from other deals.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from rounds.domain.schedule.bounds import Bound, least
from rounds.domain.schedule.exact import GivenUp, settle
from rounds.domain.schedule.keep import restore
from rounds.domain.schedule.limits import Block, first_block
from rounds.domain.schedule.problem import Problem
from rounds.domain.schedule.search import Search
from rounds.domain.schedule.start import Deal, deal

TURNS = 4
"""How many times a search for a first clean plan begins anew, each time with twice the effort."""


@dataclass(frozen=True)
class Solution:
    """A plan without a broken rule: the deals of all rounds, its cost, and the least there is."""

    deals: list[Deal]
    cost: int
    bound: Bound


def solve(problem: Problem, warm: list[Deal] | None = None) -> Solution | Block:
    """Return a plan of all rounds, or what makes it impossible.

    `warm` is a deal to begin with, where there is one; a plan close to it is preferred.
    """
    bound = least(problem)
    if not problem.sittings:
        return Solution([], problem.missed, bound)
    nobody = _nobody(problem)
    if nobody is not None:
        return nobody
    block = first_block(problem, thorough=False)
    if block is not None:
        return block
    work = sum(len(sitting.here) ** 2 for sitting in problem.sittings) or 1
    sweeps = max(10, min(400, 3_000_000 // work))
    again = min(2, 20_000 // (1 + work))
    best: Search | None = None
    for turn in range(TURNS):
        rnd = Random(problem.seed + 1000 * turn).random
        first = warm if warm is not None and turn == 0 else deal(problem, rnd)
        search = Search(problem, first, rnd, bound.cost)
        search.descend(min(20, sweeps), mixing=first is not warm)
        if first is warm and search.done:
            restore(search, warm)
            search.keep()
        if turn == 0 and search.best is None:
            block = first_block(problem, thorough=True)
            if block is not None:
                return block
        if not search.done:
            search.anneal(sweeps * (2**turn if best is None else 1))
        if search.best is not None and (
            best is None or best.best is None or search.best < best.best
        ):
            best = search
        if best is not None and (best.done or turn >= again):
            break
    if best is not None and best.best is not None:
        return Solution(best.kept, best.best, bound)
    return _settled(problem, bound)


def _nobody(problem: Problem) -> Block | None:
    """Return the first round in which there is not even one pair to be made."""
    for r, sitting in enumerate(problem.sittings):
        if not sitting.pinned and len(sitting.here) - len(sitting.aside) < 2 - sitting.trio:
            return Block(r, "empty")
    return None


def _settled(problem: Problem, bound: Bound) -> Solution | Block:
    """Return what a complete search finds where the other found nothing."""
    wanted = len(problem.sittings)
    proven = False
    if problem.size * wanted <= 600:
        try:
            deals = settle(problem)
        except GivenUp:
            pass
        else:
            if deals is not None:
                search = Search(problem, deals, Random(problem.seed).random, bound.cost)
                search.descend(20)
                assert search.best is not None
                return Solution(search.kept, search.best, bound)
            proven = True
    return Block(wanted - 1, "search", proven=proven)
