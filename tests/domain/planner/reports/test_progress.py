"""How far planning has come, in words."""

from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.event import Event, Pairing, Round
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.reports.progress import gain, progress, qualities
from rounds.domain.planner.result import Infeasible, Plan, Qualities
from rounds.domain.sentence import sentence
from tests.domain.planner.any_evening import begun
from tests.domain.planner.test_plan import evening

ROUNDS = tuple(Round(number=number) for number in (1, 2, 3))
MET = {"Ann": 1, "Ben": 1}


def a_plan(rounds: int = 2, **counts: int) -> Plan:
    return Plan(ROUNDS[:rounds], qualities=Qualities(**counts))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (a_plan(2), a_plan(3, colleagues=5), "Better by 1 round"),
        (
            a_plan(colleagues=3, missed=1),
            a_plan(colleagues=1, missed=2),
            "Better: 2 fewer pairings within one company",
        ),
        (a_plan(again=1), a_plan(), "Better: 1 fewer pairing of people who met before"),
        (a_plan(missed=4, same_industry=1), a_plan(missed=2), "Better by 2 wishes"),
        (a_plan(same_industry=9), a_plan(), "Better: 9 fewer same-industry pairings"),
        (a_plan(), a_plan(), "None"),
        (a_plan(3), a_plan(2), "None"),
        (a_plan(3, colleagues=2), a_plan(2), "None"),
    ],
)
def test_the_dearest_gain_is_told(before: Plan, after: Plan, said: str) -> None:
    assert str(gain(before, after)) == said


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(ROUNDS, final=False), "Still looking for a better plan"),
        (
            Plan(ROUNDS, final=False, gain=sentence("Better by 2 wishes")),
            "Better by 2 wishes, still looking",
        ),
        (Plan(ROUNDS, MET, cost=7, least_cost=7), "Best possible plan"),
        (Plan(ROUNDS, MET, cost=7, least_cost=6, gain=sentence("Better")), "Better"),
        (Plan(ROUNDS, MET, cost=7, least_cost=6), "None"),
        (Plan(ROUNDS, MET, infeasible=Infeasible(3, (), proven=False)), "None"),
        (Plan(ROUNDS, MET, infeasible=Infeasible(3, ())), "Best possible plan"),
        (Plan(()), "None"),
    ],
)
def test_a_plan_is_called_the_best_possible_only_where_that_is_proven(
    plan: Plan, said: str
) -> None:
    assert str(progress(plan)) == said


def test_who_met_nobody_of_the_industry_wished_for_misses_a_wish_until_a_round_is_held() -> None:
    people: dict[int, dict[str, Any]] = {0: {"wishes": ["industry:law"]}, 1: {"industry": "law"}}
    event = evening(4, people, rounds=2)
    first, second = (
        Round(number=number, pairings=(Pairing(table=1, people=one), Pairing(table=2, people=two)))
        for number, one, two in ((1, ("P0", "P1"), ("P2", "P3")), (2, ("P0", "P2"), ("P1", "P3")))
    )

    def missed(event: Event, *planned: Round) -> int:
        roster = PlannerPeople(event, 0)
        problem = build_problem(roster, 2)
        return qualities(roster, problem, problem.pairs_in(planned)).missed

    assert missed(event, first, second) == 0
    assert missed(event, second) == 1
    assert missed(begun(event, (first,)), second) == 0
