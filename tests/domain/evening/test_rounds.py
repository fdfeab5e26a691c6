from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.evening import reseating
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, Pairing
from tests.evenings import START, a_running_round, an_event


def people_of(event: Event) -> list[tuple[str, ...]]:
    return [pairing.people for pairing in event.rounds[0].pairings]


def test_a_round_that_begins_moves_from_the_plan_into_the_record() -> None:
    event = a_running_round()

    assert event.plan == ()
    assert event.rounds[0].started_at == START


def test_a_round_that_was_never_planned_cannot_begin() -> None:
    with pytest.raises(RuleError, match="not planned"):
        evening.begin_round(an_event(4), 3, START)


def test_a_round_ended_in_its_first_half_was_short() -> None:
    event = evening.end_round(a_running_round(), 1, START, talked=200, full=480)

    assert {pairing.held for pairing in event.rounds[0].pairings} == {"short"}
    assert event.rounds[0].pairings[0].minutes == 3.3


def test_a_round_ended_in_its_second_half_was_held() -> None:
    event = evening.end_round(a_running_round(), 1, START, talked=240, full=480)

    assert {pairing.held for pairing in event.rounds[0].pairings} == {None}


def test_a_round_ended_before_its_clock_ran_never_ends_before_it_began() -> None:
    event = evening.end_round(a_running_round(), 1, START - timedelta(seconds=4), 0, 480)

    assert event.rounds[0].ended_at == START


def test_a_round_that_goes_on_after_all_is_recorded_as_if_it_had_never_ended() -> None:
    before = a_running_round()
    ended = evening.end_round(before, 1, START + timedelta(minutes=3), talked=100, full=480)

    assert ended.rounds[0].minutes == 1.7
    assert evening.reopen_round(ended, 1) == before


def test_it_is_known_who_sat_where_in_a_round_that_was_ended_early() -> None:
    left = reseating.leave_round(a_running_round(), 1, "Person 04", 1)
    ended = evening.end_round(left, 1, START + timedelta(minutes=2), talked=120, full=480)
    (running,), (over,) = left.rounds, ended.rounds

    assert evening.sits_at(running, "Person 04") is None
    assert evening.sits_at(over, "Person 01") == 0


def test_the_two_of_a_trio_have_talked_from_the_start_though_they_were_parted_before() -> None:
    parted = Pairing(table=1, people=("Person 01", "Person 02"), held="no-show")
    trio = Pairing(table=1, people=("Person 01", "Person 02", "Person 05"), since=0.5)
    event = evening.with_round(
        a_running_round(), 1, lambda round_: round_.with_(pairings=(parted, trio), resting=())
    )

    after = reseating.no_show_in_round(event, 1, "Person 05")

    last = evening.joined_late(event, after, 1, 3.0).rounds[0].pairings[-1]
    assert (last.people, last.since) == (("Person 01", "Person 02"), 0.5)
