"""The best plan of as many rounds as possible, up to the number that is wanted.

The number wanted comes first, then what the conditions allow (see `limits`). Where no plan of
that many rounds turns up and nothing proves that there is none, cheap searches go down in larger
and larger steps until there is a plan, dearer ones halve the gap, and what is left of the work
makes the plan better. A plan found this way has at least as many rounds as it says.

Plans found on the way are given at once: each breaks no rule, and the rests in it are fair.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace

from rounds.domain.planner.budget import POINTS, Budget
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.feasibility import Obstacle
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.first_plan import Aim
from rounds.domain.planner.search.given_up import (
    all_choices,
    loosest,
    loosest_rules,
    problems,
    rules_given_up,
)
from rounds.domain.planner.search.solve import Solution, result_of, solutions, solve
from rounds.domain.planner.search.warm_start import warm_start

QUICK, THOROUGH = 16, 3
"""Which part of the work that is left a search for fewer rounds may use: while no plan has been
found yet, and to come closer to the number that was asked for."""


@dataclass(frozen=True)
class Best:
    """A plan that breaks no rule, and what stood in the way of more rounds."""

    problem: Problem
    solution: Solution
    blocked: tuple[Problem, Obstacle] | None = None

    @property
    def planned(self) -> int:
        """How many rounds are planned."""
        return len(self.problem.sittings)


def most_rounds(
    roster: PlannerPeople,
    last: int,
    without: frozenset[str] = frozenset(),
    *,
    any_plan: bool = False,
    tries: int = 1,
) -> Best:
    """Return the best plan (see `better_plans`) up to the last round that is possible."""
    return result_of(better_plans(roster, last, without, any_plan=any_plan, tries=tries))


def better_plans(
    roster: PlannerPeople,
    last: int,
    without: frozenset[str] = frozenset(),
    *,
    any_plan: bool = False,
    tries: int = 1,
) -> Generator[Best, None, Best]:
    """Yield plans up to round `last`, or up to the last round that is possible, as they are found.

    Return the best. Meetings of earlier events are ruled out as long as there is a plan without
    them, and who sits in a trio takes turns as long as there is one with them. A number of rounds
    is given up after `tries` searches that found no plan.
    """
    rules = rules_given_up(roster, without, any_plan=any_plan)
    blocked: tuple[Problem, Obstacle] | None = None
    meanwhile = _some_rounds(roster, last, without | {"earlier"})
    if any_plan:
        meanwhile.close()
    elif roster.earlier:
        at_once = _any_plan(roster, last, without | {"earlier"})
        if at_once is not None:
            yield at_once
            meanwhile.close()
    while True:
        blocks: list[tuple[Problem, Obstacle]] = []
        for rule in rules:
            for alike in problems(roster, last, rule):
                searches = (
                    (
                        problem,
                        solutions(
                            problem,
                            Aim(any_plan, tries),
                            roster.budget,
                            warm=warm_start(roster.event, problem),
                        ),
                    )
                    for problem in alike
                )
                best = yield from _best_of(searches, roster.budget, blocks, blocked, meanwhile)
                if best is not None:
                    return best
        blocks = blocks[len(rules) - len(loosest_rules(roster, rules)) :]
        if not all(block.proven for _problem, block in blocks):
            return (yield from _fewer(roster, last, rules, any_plan=any_plan))
        problem, block = max(reversed(blocks), key=lambda found: found[1].rounds)
        # A pair pinned into a later round than that may meet earlier in a shorter evening.
        pinned = [r for r, sitting in enumerate(problem.sittings) if sitting.pinned]
        block = replace(block, rounds=max(block.rounds, *pinned, 0))
        if not all_choices(roster, last, rules[-1]):
            block = replace(block, proven=False)
        blocked = problem, block
        last = roster.first - 1 + block.rounds


def _any_plan(roster: PlannerPeople, last: int, without: frozenset[str]) -> Best | None:
    """Return a plan that breaks no rule if one turns up at once; better ones take longer."""
    problem = build_problem(roster, last, without=without)
    warm = warm_start(roster.event, problem)
    budget = Budget(POINTS // QUICK)
    found = solve(problem, Aim(any_plan=True, thorough=False), budget, warm=warm)
    return Best(problem, found) if isinstance(found, Solution) else None


def _some_rounds(
    roster: PlannerPeople, last: int, without: frozenset[str]
) -> Generator[Best, None, None]:
    """Yield a plan of some of the rounds, so that the first one can begin during the search."""
    rounds = last - roster.first + 1
    while rounds > 1:
        rounds //= 2
        found = _any_plan(roster, roster.first - 1 + rounds, without)
        if found is not None:
            yield found
            return


def _best_of(
    searches: Iterable[tuple[Problem, Generator[Solution | None, None, Solution | Obstacle]]],
    budget: Budget,
    blocks: list[tuple[Problem, Obstacle]],
    blocked: tuple[Problem, Obstacle] | None,
    meanwhile: Iterator[Best],
) -> Generator[Best, None, Best | None]:
    """Pass on the plans of searches, and others while there are none; return the cheapest one.

    What made a problem impossible is added to the `blocks`.
    """
    best: Best | None = None
    for problem, search in searches:
        while True:
            try:
                found = next(search)
            except StopIteration as end:
                result: Solution | Obstacle = end.value
                break
            if found is None:
                yield from meanwhile
            else:
                yield Best(problem, found, blocked)
        if isinstance(result, Obstacle):
            blocks.append((problem, result))
        elif best is None or result.cost < best.solution.cost:
            best = Best(problem, result, blocked)
        if best is not None and budget.spent:
            break
    return best


def _fewer(
    roster: PlannerPeople, failed: int, rules: list[frozenset[str]], *, any_plan: bool
) -> Generator[Best, None, Best]:
    """Yield plans of fewer rounds than `failed`, of which none was found; return the best."""
    before = roster.first - 1
    planned = max((round_.number for round_ in roster.event.plan), default=0)
    found: Best | None = None
    low, stride = failed, 1
    if before < planned < failed:  # what was announced comes first
        found = _first_plan(roster, planned, rules, share=QUICK)
        low = planned if found is not None else failed
    while found is None:
        low, stride = max(before, low - stride), 2 * stride
        found = _first_plan(roster, low, rules, share=QUICK)
    while failed - low > 1 and not roster.budget.spent:
        middle = (low + failed) // 2
        more = _first_plan(roster, middle, rules, share=THOROUGH)
        if more is None:
            failed = middle
        else:
            low, found = middle, more
    too_many = build_problem(roster, low + 1, without=rules[-1])
    blocked = too_many, Obstacle(low - before, "search", proven=False)
    if not any_plan:
        for rule in rules:
            for alike in problems(roster, low, rule):
                searches = (
                    (
                        problem,
                        solutions(
                            problem,
                            Aim(share=THOROUGH, thorough=False),
                            roster.budget,
                            found=found.solution.deals if problem == found.problem else None,
                        ),
                    )
                    for problem in alike
                )
                best = yield from _best_of(searches, roster.budget, [], blocked, iter(()))
                if best is not None:
                    return best
    return replace(found, blocked=blocked)


def _first_plan(
    roster: PlannerPeople, last: int, rules: list[frozenset[str]], *, share: int
) -> Best | None:
    """Return the first plan of the rounds up to `last` that one search finds."""
    for problem in loosest(roster, last, rules):
        aim = Aim(any_plan=True, share=share, thorough=False)
        found = solve(problem, aim, roster.budget, warm=warm_start(roster.event, problem))
        if isinstance(found, Solution):
            return Best(problem, found)
    return None
