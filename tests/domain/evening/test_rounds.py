from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.evening import reseating
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event
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


def test_they_sat_wrong_and_the_record_says_how_they_really_sat() -> None:
    event = evening.exchange(a_running_round(), 1, "Person 02", "Person 03")

    assert people_of(event) == [("Person 01", "Person 03"), ("Person 02", "Person 04")]


def test_somebody_who_rests_can_be_exchanged_too() -> None:
    event = evening.exchange(a_running_round(), 1, "Person 05", "Person 01")

    assert people_of(event)[0] == ("Person 05", "Person 02")
    assert event.rounds[0].resting == ("Person 01",)


def test_who_gives_a_place_to_somebody_without_one_rests() -> None:
    event = evening.exchange(a_running_round(), 1, "Person 06", "Person 01")

    assert people_of(event)[0] == ("Person 06", "Person 02")
    assert event.rounds[0].resting == ("Person 05", "Person 01")


def test_a_held_pairing_is_marked_without_the_no_show_before_it_in_the_same_round() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = evening.mark_pairing(event, 1, "Person 01", "held")

    assert [(p.people, p.held) for p in event.rounds[0].pairings] == [
        (("Person 01", "Person 02"), "no-show"),
        (("Person 03", "Person 04"), None),
        (("Person 01", "Person 05"), "held"),
    ]


def test_of_two_pairings_that_came_to_nothing_the_later_one_is_marked() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")
    event = reseating.leave_round(event, 1, "Person 05", 1)

    event = evening.mark_pairing(event, 1, "Person 01", "held")

    assert [(p.people, p.held) for p in event.rounds[0].pairings] == [
        (("Person 01", "Person 02"), "no-show"),
        (("Person 03", "Person 04"), None),
        (("Person 01", "Person 05"), "held"),
    ]


def test_a_no_show_by_mistake_can_be_marked_as_held_again() -> None:
    event = evening.mark_pairing(a_running_round(), 1, "Person 02", "no-show")

    event = evening.mark_pairing(event, 1, "Person 02", "held")

    assert event.rounds[0].pairings[0].held == "held"


def test_an_exchange_leaves_a_no_show_on_record_as_it_was() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = evening.exchange(event, 1, "Person 01", "Person 03")

    assert people_of(event) == [
        ("Person 01", "Person 02"),
        ("Person 01", "Person 04"),
        ("Person 03", "Person 05"),
    ]
    assert event.rounds[0].resting == ()


def test_a_no_show_who_sat_there_after_all_takes_the_place_and_the_other_rests() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = evening.exchange(event, 1, "Person 02", "Person 03")

    assert people_of(event)[1] == ("Person 02", "Person 04")
    assert event.rounds[0].resting == ("Person 03",)


def test_people_who_began_late_in_a_round_can_be_exchanged_too() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = evening.exchange(event, 1, "Person 05", "Person 03")

    assert people_of(event)[1:] == [("Person 05", "Person 04"), ("Person 01", "Person 03")]
    assert event.rounds[0].resting == ()


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
