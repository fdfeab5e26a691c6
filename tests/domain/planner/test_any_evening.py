"""Whatever the evening, every plan passes a checker that shares no code with the planner."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.planner.result import Plan
from tests.breadth import daily
from tests.domain.planner.any_evening import any_evening, begun
from tests.domain.planner.checker import check

seeds = pytest.mark.parametrize("seed", daily(8, range(36)))


def is_right(event: Event, plan: Plan) -> None:
    verdict = check(event, plan.rounds)
    refused = any("pinned" in str(warning) for warning in plan.warnings)
    assert [text for text in verdict.broken if not (refused and "pinned" in text)] == []
    in_turn = not any("sit in a trio twice" in str(said) for said in plan.summary)
    assert not (in_turn and verdict.out_of_turn)
    assert verdict.cost == plan.cost >= plan.least_cost
    assert broken_rules(event, plan.rounds) == ()


@seeds
def test_every_plan_of_any_evening_keeps_the_rules(seed: int) -> None:
    event = any_evening(seed)

    is_right(event, make_plan(event))


@seeds
def test_every_plan_of_a_tight_evening_keeps_the_rules(seed: int) -> None:
    event = any_evening(seed, tight=True)

    plan = make_plan(event)

    is_right(event, plan)
    wanted = max(event.settings.rounds or 0, len(event.rounds))
    assert (plan.infeasible is None) == (len(plan.rounds) == wanted)
    if plan.infeasible is not None:
        assert plan.infeasible.rounds_possible == len(plan.rounds)
        assert len(plan.infeasible.why) > 1


@seeds
def test_rounds_held_never_change_whatever_is_planned_after_them(seed: int) -> None:
    event = any_evening(seed)
    plan = make_plan(event)
    event = begun(event, plan.rounds[: (len(event.rounds) + len(plan.rounds) + 1) // 2])

    again = make_plan(event)

    assert again.rounds[: len(event.rounds)] == event.rounds
    is_right(event, again)


@seeds
def test_the_same_evening_gives_the_same_plan(seed: int) -> None:
    event = any_evening(seed)

    assert make_plan(event) == make_plan(event)


def test_the_plan_does_not_depend_on_how_python_hashes_text() -> None:
    script = (
        "from tests.domain.planner.any_evening import any_evening\n"
        "from rounds.domain.planner.plan import make_plan\n"
        "for seed in range(40, 44): print(make_plan(any_evening(seed)))\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": number},
            check=True,
            capture_output=True,
        ).stdout
        for number in ("1", "2")
    }

    assert len(found) == 1
