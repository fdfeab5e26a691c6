"""Evenings in which the cheapest plan is hard to find: it is found, and known to be the best."""

from __future__ import annotations

from random import Random

import pytest

from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.search.first_deal import first_deal
from rounds.domain.planner.search.seats import Seats
from tests.bench.planner_instances import instances
from tests.domain.planner.checker import check
from tests.domain.planner.small_rooms import trio_room


def _hall(name: str) -> PlannerPeople:
    event = next(instance.event for instance in instances() if instance.name == name)
    return PlannerPeople(event, seed_of(event, None))


def test_a_hall_full_of_people_kept_apart_gets_the_best_possible_plan() -> None:
    event = _hall("apart-40x20").event

    plan = make_plan(event, seed=0)

    assert not check(event, plan.rounds).broken
    assert (plan.cost, plan.best_possible) == (100, True)


@pytest.mark.wide
@pytest.mark.parametrize("seed", range(1, 4))
def test_so_does_it_with_another_seed(seed: int) -> None:
    plan = make_plan(_hall("apart-40x20").event, seed=seed)

    assert (plan.cost, plan.best_possible) == (100, True)


def test_a_small_room_whose_trios_cannot_take_turns_gets_the_best_possible_plan() -> None:
    event = trio_room(1491)

    plan = make_plan(event)

    assert not check(event, plan.rounds).broken
    assert (len(plan.rounds), plan.cost, plan.best_possible) == (4, 184, True)


def test_what_a_meeting_is_worth_changes_no_cost_of_a_plan() -> None:
    roster = _hall("odd-15x11")
    problem = build_problem(roster, 11)
    deals = first_deal(problem, Random(3).random)
    plain, weighed = Seats(problem, deals, 25), Seats(problem, deals, 25)
    chance = Random(4)
    weighed.weigh([chance.randrange(-5, 11) for _ in range(problem.size)])

    for _ in range(300):
        r, a, c = chance.randrange(11), chance.randrange(15), chance.randrange(15)
        if c not in (a, plain.deals[r][a]):
            plain.exchange(r, a, c)
            weighed.exchange(r, a, c)

    assert weighed.deals == plain.deals
    assert (weighed.cost, weighed.hard) == (plain.cost, plain.hard)
