from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from rounds.domain import reseat, roster
from rounds.domain.event import Event, KeptApart, Pairing
from tests.evenings import START, a_running_round, an_event


def an_announced_round() -> Event:
    """The round of seven, with its board shown and nobody talking yet."""
    event = a_running_round()
    (each,) = event.rounds
    return event.with_(rounds=(), plan=(each.model_copy(update={"started_at": None}),))


def sitting(event: Event) -> list[tuple[object, tuple[str, ...], str | None]]:
    (each,) = event.rounds or event.plan
    return [(pairing.table, pairing.people, pairing.held) for pairing in each.pairings]


def resting(event: Event) -> tuple[str, ...]:
    (each,) = event.rounds or event.plan
    return each.resting


def test_a_latecomer_sits_with_whoever_rests() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    assert (3, ("Person 05", "Person 06"), None) in sitting(event)
    assert resting(event) == ()


def test_a_latecomer_never_splits_a_running_pairing() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    again = reseat.seat_latecomer(event, 1, "Person 07", 4)

    assert again == event


def test_a_latecomer_sits_with_whoever_rests_while_the_board_is_shown() -> None:
    event = reseat.seat_latecomer(an_announced_round(), 1, "Person 06", 3)

    assert (3, ("Person 05", "Person 06"), None) in sitting(event)


def test_a_latecomer_never_sits_with_somebody_kept_apart() -> None:
    apart = KeptApart(people=("Person 06", "Person 05"), at=START)
    event = a_running_round().with_(kept_apart=(apart,))

    assert reseat.seat_latecomer(event, 1, "Person 06", 3) == event


def test_the_partner_of_a_no_show_is_joined_at_the_table_by_whoever_rests() -> None:
    event = reseat.no_show_in_round(a_running_round(), 1, "Person 02")

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), "no-show")
    assert sitting(event)[-1] == (1, ("Person 01", "Person 05"), None)


def test_the_partner_of_a_no_show_rests_when_nobody_is_free() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    event = reseat.no_show_in_round(event, 1, "Person 02")

    assert resting(event) == ("Person 01",)


def test_a_no_show_before_the_start_leaves_no_trace_on_the_board() -> None:
    event = reseat.no_show_in_round(an_announced_round(), 1, "Person 02")

    assert sitting(event) == [
        (2, ("Person 03", "Person 04"), None),
        (1, ("Person 01", "Person 05"), None),
    ]


def test_a_no_show_found_in_the_second_half_leaves_a_pairing_too_short_to_count() -> None:
    event = reseat.no_show_in_round(a_running_round(), 1, "Person 02", 2.5)

    assert sitting(event)[-1] == (1, ("Person 01", "Person 05"), "short")
    assert event.rounds[0].pairings[-1].minutes == 2.5


def test_somebody_called_a_no_show_who_comes_after_all_sits_with_the_same_partner() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    event = reseat.no_show_in_round(event, 1, "Person 02")

    event = reseat.seat_latecomer(event, 1, "Person 02", 4)

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), None)
    assert resting(event) == ()


def test_a_latecomer_goes_to_the_table_of_whoever_waits_there() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    event = reseat.no_show_in_round(event, 1, "Person 02")

    event = reseat.seat_latecomer(event, 1, "Person 07", 4)

    assert sitting(event)[-1] == (1, ("Person 01", "Person 07"), None)


def test_who_leaves_early_leaves_a_short_pairing_and_the_partner_is_joined() -> None:
    event = reseat.leave_round(a_running_round(), 1, "Person 02", 1.5)

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), "short")
    assert sitting(event)[-1] == (1, ("Person 01", "Person 05"), None)


def test_who_was_away_for_a_moment_goes_on_with_the_same_partner() -> None:
    event = reseat.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    left = reseat.leave_round(event, 1, "Person 02", 1.5)

    back = reseat.seat_latecomer(left, 1, "Person 02", 4)

    assert back == event


def test_a_no_show_stays_a_no_show_when_the_partner_leaves() -> None:
    event = reseat.no_show_in_round(a_running_round(), 1, "Person 02")

    event = reseat.leave_round(event, 1, "Person 01", 1.5)

    assert [held for _table, _people, held in sitting(event)] == ["no-show", None, "short"]


@pytest.mark.parametrize("goes", [reseat.no_show_in_round, partial(reseat.leave_round, minutes=1)])
def test_a_trio_goes_on_as_two(goes: Callable[[Event, int, str], Event]) -> None:
    event = a_running_round()
    three = Pairing(table=1, people=("Person 01", "Person 02", "Person 06"))
    (each,) = event.rounds
    event = event.with_(rounds=(each.model_copy(update={"pairings": (three, *each.pairings[1:])}),))

    event = goes(event, 1, "Person 01")

    assert sitting(event)[0] == (1, ("Person 02", "Person 06"), None)


def test_who_was_to_rest_and_is_gone_rests_no_more() -> None:
    event = reseat.no_show_in_round(a_running_round(), 1, "Person 05")

    assert resting(event) == ()


@pytest.mark.parametrize("gone", [roster.leave, roster.mark_absent])
def test_nobody_who_is_gone_is_put_to_somebody_left_alone(
    gone: Callable[[Event, str, datetime], Event],
) -> None:
    event = gone(a_running_round(), "Person 05", START)

    event = reseat.no_show_in_round(event, 1, "Person 02")

    assert [people for _table, people, _held in sitting(event)] == [
        ("Person 01", "Person 02"),
        ("Person 03", "Person 04"),
    ]


def test_a_latecomer_is_not_put_to_somebody_who_is_gone() -> None:
    event = roster.leave(a_running_round(), "Person 05", START)

    assert reseat.seat_latecomer(event, 1, "Person 06", 3) == event


def test_who_leaves_after_half_of_the_round_has_met_the_partner() -> None:
    event = reseat.leave_round(a_running_round(), 1, "Person 02", None)

    assert event == a_running_round()


@pytest.mark.parametrize("sides", [None, ("mentor", "mentee")])
def test_two_of_one_side_are_never_put_together(sides: tuple[str, str] | None) -> None:
    event = an_event(4, sides=sides)
    people = tuple(each.model_copy(update={"side": "mentor"}) for each in event.participants)

    together = reseat.may_meet(event.with_(participants=people), "Person 01", "Person 02")

    assert together is (sides is None)
