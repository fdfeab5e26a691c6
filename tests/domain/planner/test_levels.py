"""A plan is a sequence: one that breaks no rule first, then better ones, counted, not timed."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from rounds.domain.event import Event
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.plan import make_plan, plans
from rounds.domain.planner.result import Plan
from rounds.domain.planner.search.first_plan import legal_deals
from tests.domain.planner.any_evening import any_evening
from tests.domain.planner.checker import check
from tests.domain.planner.test_plan import evening
from tests.domain.planner.tight_room import tight_room


def rooms() -> list[Event]:
    """Return tight rooms with few rounds: nearly all of them are not settled by the first plan."""
    return [tight_room(seed, largest=11) for seed in (6, 25, 30, 38, 50, 55)]


@pytest.fixture(scope="module")
def sequences() -> list[tuple[Event, list[Plan]]]:
    return [(event, list(plans(event))) for event in rooms()]


Sequences = list[tuple[Event, list[Plan]]]


def test_no_plan_of_a_sequence_breaks_a_rule(sequences: Sequences) -> None:
    assert sum(len(found) for _event, found in sequences) > len(sequences)
    for event, found in sequences:
        for plan in found:
            assert check(event, plan.rounds).broken == []


def test_a_plan_is_there_before_its_meetings_are_shared_more_evenly() -> None:
    first, *_, last = plans(evening(40, rounds=6))

    assert (first.final, first.cost, len(first.rounds)) == (False, last.cost, 6)


def test_while_all_rounds_are_hard_to_find_some_of_them_are_there_already() -> None:
    event = tight_room(19, largest=12)
    first, *_, last = plans(event)

    assert 0 < len(first.rounds) < len(last.rounds) == event.settings.rounds
    assert check(event, first.rounds).broken == []


def test_only_the_last_plan_is_final(sequences: Sequences) -> None:
    for _event, found in sequences:
        assert [plan.final for plan in found] == [False] * (len(found) - 1) + [True]


def test_a_later_plan_has_more_rounds_or_is_cheaper(sequences: Sequences) -> None:
    for _event, found in sequences:
        order = [(-len(plan.rounds), plan.cost) for plan in found]
        assert order == sorted(order, reverse=True)


def test_the_same_level_gives_the_same_plan_each_time(sequences: Sequences) -> None:
    for event, found in sequences:
        assert [make_plan(event, level=plan.level) for plan in found] == found


def test_the_plan_without_a_level_is_the_last_of_the_sequence() -> None:
    for seed in range(8):
        event = any_evening(seed)

        *_, last = plans(event)

        assert make_plan(event) == last


def test_a_large_room_with_people_for_a_part_only_has_a_plan_at_once() -> None:
    rnd = Random(1)
    parts: list[dict[str, Any]] = [
        {},
        {"from_round": 2},
        {"until_round": 6},
        {"from_round": 3, "until_round": 7},
    ]
    people = {n: rnd.choice(parts) for n in range(150)}
    event = evening(150, people, rounds=8)
    roster = PlannerPeople(event, 0)
    problem = build_problem(roster, 8)

    # Less than ten sweeps of a room in which everybody has a reason to move.
    found = legal_deals(problem, rnd.random, 60, 400_000, roster.budget)

    assert found is not None
