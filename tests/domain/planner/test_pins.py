from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.event import Event, Pin
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.pins import PinnedPairs, pinned_pairs
from rounds.domain.planner.plan import make_plan
from tests.domain.planner.checker import check
from tests.evenings import START, an_event


def pinned(event: Event, *pins: tuple[int, int, int]) -> PinnedPairs:
    """Return what holds of pins (a round, two numbers) that were made one after the other."""
    made = tuple(
        Pin(
            round=number,
            people=(f"Person {one:02d}", f"Person {other:02d}"),
            at=START + timedelta(minutes=minute),
        )
        for minute, (number, one, other) in enumerate(pins)
    )
    return pinned_pairs(PlannerPeople(event.with_(pins=made), 1), 3)


@pytest.mark.parametrize("numbers", [(1, 2), (2, 1)])
def test_of_two_pins_for_one_person_the_hosts_latest_word_holds(numbers: tuple[int, int]) -> None:
    early, late = ((1, 1, other + 1) for other in numbers)

    found = pinned(an_event(6), early, late)

    assert found.kept == {1: [(0, numbers[1])]}
    assert [str(said) for said in found.refused] == [
        f"Person 01 and Person {numbers[0] + 1:02d} are pinned to round 1, "
        "but one of them is pinned to somebody else then."
    ]


def test_a_pair_pinned_into_two_rounds_meets_in_the_one_said_last() -> None:
    found = pinned(an_event(6), (1, 1, 2), (3, 1, 2))

    assert found.kept == {3: [(0, 1)]}
    assert [str(said) for said in found.refused] == [
        "Person 01 and Person 02 are pinned to two rounds; the pin to round 1 is not used."
    ]


def test_a_wish_of_somebody_who_is_there_for_a_pinned_round_only_counts_as_missed() -> None:
    event = an_event(4, rounds=2)
    people = list(event.participants)
    people[0] = people[0].with_(until_round=1, wishes=(people[1].key,))
    pin = Pin(round=1, people=(people[0].key, people[2].key), at=START)

    event = event.with_(participants=tuple(people), pins=(pin,))

    plan = make_plan(event)

    assert plan.cost == check(event, plan.rounds).cost > 0
