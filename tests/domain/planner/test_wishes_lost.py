"""Wishes that cannot all be honoured: the plan that honours most of them is known to be best."""

from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.event import Event
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.lower_bound import least
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan
from tests.domain.planner.test_plan import evening

Special = dict[int, dict[str, Any]]
ASKED_FOR: Special = {n: {"wishes": ["P0"]} for n in range(1, 6)}
ONE_ROUND: Special = {
    0: {"until_round": 1},
    1: {"wishes": ["P0"]},
    2: {"wishes": ["P0"], "industry": "law"},
    3: {"wishes": ["P4"]},
}
BOTH_TRADES: Special = {
    0: {"industry": "law", "wishes": [f"P{n}" for n in range(1, 6)]},
    **{n: {"industry": "law" if n < 4 else "tax"} for n in range(1, 6)},
}


@pytest.mark.parametrize("people", [ASKED_FOR, ONE_ROUND, BOTH_TRADES])
def test_a_plan_that_loses_no_more_wishes_than_it_must_is_known_to_be_best(people: Special) -> None:
    event = evening(120, people, rounds=3)

    plan = make_plan(event)

    assert plan.qualities.missed > 0
    assert plan.best_possible
    assert _least(event, 3) == plan.cost  # known at once, without a search


def test_who_sits_in_a_trio_meets_one_person_more() -> None:
    pairs = evening(120, ASKED_FOR, rounds=4)
    trios = evening(121, ASKED_FOR, rounds=3, odd="trio")

    assert _least(trios, 3) == _least(pairs, 4) > 0


def test_a_wish_of_two_others_forces_no_meeting_where_one_round_decides_how_many() -> None:
    # In the second round four bankers meet two others; in the first one nobody is short of others.
    bank: Special = {n: {"industry": "bank", "from_round": 2} for n in (1, 2, 3, 4)}
    others: Special = {5: {"until_round": 1, "wishes": ["P6"]}, 6: {"until_round": 1}}
    first: Special = {0: {"industry": "bank"}, 7: {"industry": "bank", "until_round": 1}}

    plan = make_plan(evening(9, bank | others | first, rounds=2))

    assert plan.cost == plan.least_cost
    assert plan.qualities.same_industry == 2


def _least(event: Event, rounds: int) -> int:
    return least(build_problem(PlannerPeople(event, 0), rounds)).cost
