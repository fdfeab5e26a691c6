"""A host who changes a plan by hand is told every rule that it breaks."""

from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.event import Event, Pairing, Pin, Round
from rounds.domain.planner.reports.rule_check import broken_rules
from tests.domain.planner.any_evening import START
from tests.domain.planner.test_plan import evening

Table = tuple[int, ...]


def a_round(number: int, *tables: Table, resting: Table = ()) -> Round:
    """Return a round in which people, by number, sit at tables 1, 2, …"""
    return Round(
        number=number,
        pairings=tuple(
            Pairing(table=table, people=tuple(f"P{n}" for n in people))
            for table, people in enumerate(tables, 1)
        ),
        resting=tuple(f"P{n}" for n in resting),
    )


def told(event: Event, *rounds: Round) -> list[str]:
    return [str(said) for said in broken_rules(event, rounds)]


def test_a_plan_without_a_fault_breaks_nothing() -> None:
    assert told(evening(4), a_round(1, (0, 1), (2, 3)), a_round(2, (0, 2), (1, 3))) == []


@pytest.mark.parametrize(
    ("people", "rounds", "said"),
    [
        ({}, [a_round(1, (0, 1), (2, 9))], "P9 is not there in round 1."),
        ({}, [a_round(1, (0, 1), (1, 2), (2, 3))], "P1 has two places in round 1."),
        ({}, [a_round(1, (0, 1))], "P2 has no place in round 1."),
        (
            {},
            [a_round(1, (0, 1), (2, 3)), a_round(2, (0, 1), (2, 3))],
            "P0 and P1 meet in round 2, but they already meet in round 1.",
        ),
        (
            {0: {"avoid": ["P1"]}},
            [a_round(1, (0, 1), (2, 3))],
            "P0 and P1 meet in round 1, but they are kept apart.",
        ),
        (
            {2: {"table": 1}},
            [a_round(1, (0, 1), (2, 3))],
            "P2 keeps table 1, but is at another one in round 1.",
        ),
        (
            {},
            [a_round(1, (0, 1), resting=(2, 3))],
            "2 people more than necessary rest in round 1.",
        ),
        ({}, [a_round(1, (0, 1, 2), resting=(3,))], "There is a trio too many in round 1."),
    ],
)
def test_what_a_plan_breaks_is_told(
    people: dict[int, dict[str, Any]], rounds: list[Round], said: str
) -> None:
    assert said in told(evening(4, people), *rounds)


def test_a_meeting_within_one_side_is_told() -> None:
    sides = {n: {"side": "mentor" if n < 2 else "mentee"} for n in range(4)}
    event = evening(4, sides, sides=["mentor", "mentee"])

    assert told(event, a_round(1, (0, 1), (2, 3))) == [
        "P0 and P1 meet in round 1, but they are on the same side.",
        "P2 and P3 meet in round 1, but they are on the same side.",
    ]


def test_a_pinned_pair_that_does_not_meet_is_told() -> None:
    pin = Pin.checked({"round": 1, "people": ("P0", "P2"), "at": START})
    event = evening(4).with_(pins=(pin,))

    assert told(event, a_round(1, (0, 1), (2, 3))) == [
        "P0 and P2 are pinned to round 1, but do not meet there."
    ]


def test_two_pairings_at_one_table_are_told() -> None:
    both = a_round(1, (0, 1), (2, 3))
    both = both.with_(pairings=tuple(p.with_(table=1) for p in both.pairings))

    assert told(evening(4), both) == ["Two pairings are at table 1 in round 1."]


def test_a_second_rest_before_the_others_rested_is_told() -> None:
    rounds = a_round(1, (0, 1), resting=(2,)), a_round(2, (0, 1), resting=(2,))

    assert "P2 rests again in round 2 before others have rested." in told(evening(3), *rounds)
