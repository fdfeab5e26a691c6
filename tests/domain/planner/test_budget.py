"""One plan costs a bounded amount of work, counted and never timed."""

from __future__ import annotations

from random import Random

import pytest

from rounds.domain.planner.budget import LEAST, POINTS, Budget, sweeps_within
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.search.annealing import Search
from rounds.domain.planner.search.first_deal import first_deal
from tests.breadth import daily
from tests.domain.planner.checker import check
from tests.domain.planner.small_rooms import small_room
from tests.domain.planner.test_plan import evening
from tests.domain.planner.tight_room import tight_room


def test_a_search_leaves_something_for_those_after_it() -> None:
    budget = Budget()
    for _ in range(40):
        budget.spend(budget.share(7))

    assert 0 < budget.points < POINTS // 100
    assert budget.spent


def test_nothing_is_left_to_share_when_more_was_spent_than_there_was() -> None:
    budget = Budget()
    budget.spend(POINTS + 1)

    assert budget.share(1) == 0


def test_too_few_sweeps_to_find_anything_are_none() -> None:
    assert sweeps_within(100, 650, 10) == LEAST
    assert sweeps_within(99, 650, 10) == 0


def test_an_easy_search_gets_what_it_asks_for() -> None:
    assert sweeps_within(1_000_000, 20, 400) == 20


@pytest.mark.parametrize("seed", daily(1, [3, 9, 12]))
def test_a_tight_room_costs_hardly_more_than_the_budget(seed: int) -> None:
    event = tight_room(seed)

    plan = make_plan(event)

    assert plan.work < 1.1 * POINTS
    assert check(event, plan.rounds).broken == []


def test_a_plan_whose_search_was_cut_says_how_many_rounds_are_possible_at_least() -> None:
    plan = make_plan(tight_room(20))

    assert plan.infeasible is not None
    assert not plan.infeasible.proven
    said = str(plan.infeasible.why[0])
    possible = len(plan.rounds)
    assert possible >= 15
    assert said == f"No plan with 19 rounds was found; {possible} rounds are possible."


def test_a_search_ends_in_the_round_in_which_its_work_is_used_up() -> None:
    people = {n: {"industry": "ab"[n % 2], "wishes": [f"P{(n + 3) % 120}"]} for n in range(120)}
    problem = build_problem(PlannerPeople(evening(120, people, rounds=8), 0), 8)
    chance = Random(1).random
    search = Search(problem, first_deal(problem, chance), chance, 0)

    search.descend(20, 6_000)

    assert search.points > 6_000
    assert search.points < 6_000 + 2 * search.price_of_sweep() // 8


def test_no_more_work_goes_into_a_plan_that_is_proven_to_be_the_best_possible() -> None:
    plan = make_plan(small_room(30002))

    assert plan.best_possible
    assert plan.work < POINTS // 5
