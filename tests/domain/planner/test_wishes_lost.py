"""Wishes that cannot all be honoured: the plan that honours most of them is known to be best."""

from __future__ import annotations

from typing import Any

import pytest

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
    problem = build_problem(PlannerPeople(event, 0), 3)
    assert least(problem).cost == plan.cost  # at once, without a search
