"""What a host is told of the evening before it begins."""

from __future__ import annotations

from rounds.domain.planner.plan import make_plan
from rounds.formats.plan.assessment import assess, with_most_rounds
from tests.domain.planner.test_plan import evening


def test_people_who_come_when_others_leave_make_more_rounds_possible_than_there_are_people() -> (
    None
):
    people = {0: {"until_round": 1}, 2: {"from_round": 3}, 3: {"from_round": 3}}
    event = evening(4, people, rounds=3)

    found = assess(event, make_plan(event), make_plan(with_most_rounds(event)))

    assert found.most == 5
    assert found.proven
