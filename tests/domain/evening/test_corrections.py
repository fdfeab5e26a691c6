from __future__ import annotations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.evening import corrections, reseating
from rounds.domain.event import Event, Pin
from tests.evenings import START, a_running_round


def people_of(event: Event) -> list[tuple[str, ...]]:
    return [pairing.people for pairing in event.rounds[0].pairings]


def test_they_sat_wrong_and_the_record_says_how_they_really_sat() -> None:
    event = corrections.exchange(a_running_round(), 1, "Person 02", "Person 03")

    assert people_of(event) == [("Person 01", "Person 03"), ("Person 02", "Person 04")]


def test_somebody_who_rests_can_be_exchanged_too() -> None:
    event = corrections.exchange(a_running_round(), 1, "Person 05", "Person 01")

    assert people_of(event)[0] == ("Person 05", "Person 02")
    assert event.rounds[0].resting == ("Person 01",)


def test_who_gives_a_place_to_somebody_without_one_rests() -> None:
    event = corrections.exchange(a_running_round(), 1, "Person 06", "Person 01")

    assert people_of(event)[0] == ("Person 06", "Person 02")
    assert event.rounds[0].resting == ("Person 05", "Person 01")


def test_a_held_pairing_is_marked_without_the_no_show_before_it_in_the_same_round() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = corrections.mark_pairing(event, 1, "Person 01", "held")

    assert [(p.people, p.held) for p in event.rounds[0].pairings] == [
        (("Person 01", "Person 02"), "no-show"),
        (("Person 03", "Person 04"), None),
        (("Person 01", "Person 05"), "held"),
    ]


def test_of_two_pairings_that_came_to_nothing_the_later_one_is_marked() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")
    event = reseating.leave_round(event, 1, "Person 05", 1)

    event = corrections.mark_pairing(event, 1, "Person 01", "held")

    assert [(p.people, p.held) for p in event.rounds[0].pairings] == [
        (("Person 01", "Person 02"), "no-show"),
        (("Person 03", "Person 04"), None),
        (("Person 01", "Person 05"), "held"),
    ]


def test_a_no_show_by_mistake_can_be_marked_as_held_again() -> None:
    event = corrections.mark_pairing(a_running_round(), 1, "Person 02", "no-show")

    event = corrections.mark_pairing(event, 1, "Person 02", "held")

    assert event.rounds[0].pairings[0].held == "held"


def test_an_exchange_leaves_a_no_show_on_record_as_it_was() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = corrections.exchange(event, 1, "Person 01", "Person 03")

    assert people_of(event) == [
        ("Person 01", "Person 02"),
        ("Person 01", "Person 04"),
        ("Person 03", "Person 05"),
    ]
    assert event.rounds[0].resting == ()


def test_a_no_show_who_sat_there_after_all_takes_the_place_and_the_other_rests() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = corrections.exchange(event, 1, "Person 02", "Person 03")

    assert people_of(event)[1] == ("Person 02", "Person 04")
    assert event.rounds[0].resting == ("Person 03",)


def test_people_who_began_late_in_a_round_can_be_exchanged_too() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = corrections.exchange(event, 1, "Person 05", "Person 03")

    assert people_of(event)[1:] == [("Person 05", "Person 04"), ("Person 01", "Person 03")]
    assert event.rounds[0].resting == ()


def test_nobody_sits_at_two_tables_because_a_broken_off_pairing_is_called_held() -> None:
    event = reseating.leave_round(a_running_round(), 1, "Person 01", 1.0)
    assert people_of(event)[-1] == ("Person 02", "Person 05")

    with pytest.raises(RuleError, match="is sitting with somebody else"):
        corrections.mark_pairing(event, 1, "Person 01", "held")


def test_an_exchange_in_a_round_to_come_is_pinned_so_that_a_later_plan_keeps_it() -> None:
    running = a_running_round()
    before = running.with_(
        rounds=(),
        plan=(running.rounds[0].with_(started_at=None),),
        pins=(Pin(round=1, people=("Person 01", "Person 02"), at=START),),
    )

    after = corrections.exchange(before, 1, "Person 01", "Person 03")
    after = corrections.pin_exchanged(after, 1, "Person 01", "Person 03", START)

    assert {frozenset(pin.people) for pin in after.pins} == {
        frozenset({"Person 03", "Person 02"}),
        frozenset({"Person 01", "Person 04"}),
    }
