from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from rounds.domain.evening import reseating
from rounds.domain.evening.free_partners import may_meet
from rounds.domain.event import Event, KeptApart, Pairing, Round
from rounds.domain.people import attendance
from rounds.domain.people.roster import RosterIndex
from tests.evenings import START, a_running_round, an_event


def an_announced_round() -> Event:
    """The round of seven, with its board shown and nobody talking yet."""
    event = a_running_round()
    (round_,) = event.rounds
    return event.with_(rounds=(), plan=(round_.with_(started_at=None),))


def sitting(event: Event) -> list[tuple[object, tuple[str, ...], str | None]]:
    (round_,) = event.rounds or event.plan
    return [(pairing.table, pairing.people, pairing.held) for pairing in round_.pairings]


def resting(event: Event) -> tuple[str, ...]:
    (round_,) = event.rounds or event.plan
    return round_.resting


def test_a_latecomer_sits_with_whoever_rests() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    assert (3, ("Person 05", "Person 06"), None) in sitting(event)
    assert resting(event) == ()


def test_a_latecomer_never_splits_a_running_pairing() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    again = reseating.seat_latecomer(event, 1, "Person 07", 4)

    assert again == event


def test_a_latecomer_sits_with_whoever_rests_while_the_board_is_shown() -> None:
    event = reseating.seat_latecomer(an_announced_round(), 1, "Person 06", 3)

    assert (3, ("Person 05", "Person 06"), None) in sitting(event)


def test_a_latecomer_never_sits_with_somebody_kept_apart() -> None:
    apart = KeptApart(people=("Person 06", "Person 05"), at=START)
    event = a_running_round().with_(kept_apart=(apart,))

    assert reseating.seat_latecomer(event, 1, "Person 06", 3) == event


def test_the_partner_of_a_no_show_is_joined_at_the_table_by_whoever_rests() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), "no-show")
    assert sitting(event)[-1] == (1, ("Person 01", "Person 05"), None)


def test_the_partner_of_a_no_show_rests_when_nobody_is_free() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)

    event = reseating.no_show_in_round(event, 1, "Person 02")

    assert resting(event) == ("Person 01",)


def test_a_no_show_before_the_start_leaves_no_trace_on_the_board() -> None:
    event = reseating.no_show_in_round(an_announced_round(), 1, "Person 02")

    assert sitting(event) == [
        (2, ("Person 03", "Person 04"), None),
        (1, ("Person 01", "Person 05"), None),
    ]


def test_somebody_called_a_no_show_who_comes_after_all_sits_with_the_same_partner() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    event = reseating.no_show_in_round(event, 1, "Person 02")

    event = reseating.seat_latecomer(event, 1, "Person 02", 4)

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), None)
    assert resting(event) == ()


def test_a_latecomer_goes_to_the_table_of_whoever_waits_there() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    event = reseating.no_show_in_round(event, 1, "Person 02")

    event = reseating.seat_latecomer(event, 1, "Person 07", 4)

    assert sitting(event)[-1] == (1, ("Person 01", "Person 07"), None)


def test_who_leaves_early_leaves_a_short_pairing_and_the_partner_is_joined() -> None:
    event = reseating.leave_round(a_running_round(), 1, "Person 02", 1.5)

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), "short")
    assert sitting(event)[-1] == (1, ("Person 01", "Person 05"), None)


def test_who_was_away_for_a_moment_goes_on_with_the_same_partner() -> None:
    event = reseating.seat_latecomer(a_running_round(), 1, "Person 06", 3)
    left = reseating.leave_round(event, 1, "Person 02", 1.5)

    back = reseating.seat_latecomer(left, 1, "Person 02", 4)

    assert back == event


def test_a_no_show_stays_a_no_show_when_the_partner_leaves() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    event = reseating.leave_round(event, 1, "Person 01", 1.5)

    assert [held for _table, _people, held in sitting(event)] == ["no-show", None, "short"]


def a_trio(event: Event) -> Event:
    """The round of seven where an odd number makes a trio, at table 1; nobody rests."""
    three = Pairing(table=1, people=("Person 01", "Person 02", "Person 06"))

    def with_three(round_: Round) -> Round:
        return round_.with_(pairings=(three, *round_.pairings[1:]), resting=())

    return event.with_(
        settings=event.settings.with_(odd="trio"),
        rounds=tuple(map(with_three, event.rounds)),
        plan=tuple(map(with_three, event.plan)),
    )


def going_on(event: Event) -> list[tuple[object, tuple[str, ...]]]:
    return [(table, people) for table, people, held in sitting(event) if held is None]


goes = pytest.mark.parametrize(
    ("goes", "held"),
    [(reseating.no_show_in_round, "no-show"), (partial(reseating.leave_round, minutes=1), "short")],
)


@goes
@pytest.mark.parametrize(
    ("gone", "two"),
    [
        ("Person 01", ("Person 06", "Person 02")),
        ("Person 02", ("Person 01", "Person 06")),
        ("Person 06", ("Person 01", "Person 02")),
    ],
)
def test_a_trio_goes_on_as_two_and_only_the_third_takes_another_seat(
    goes: Callable[[Event, int, str], Event], held: str, gone: str, two: tuple[str, str]
) -> None:
    event = goes(a_trio(a_running_round()), 1, gone)

    assert going_on(event) == [(1, two), (2, ("Person 03", "Person 04"))]


@goes
def test_the_record_says_whom_the_missing_third_did_not_meet(
    goes: Callable[[Event, int, str], Event], held: str
) -> None:
    event = goes(a_trio(a_running_round()), 1, "Person 06")

    assert sitting(event)[:3] == [
        (1, ("Person 01", "Person 06"), held),
        (1, ("Person 02", "Person 06"), held),
        (1, ("Person 01", "Person 02"), None),
    ]


@goes
def test_a_third_who_was_missing_by_mistake_gets_the_seat_back(
    goes: Callable[[Event, int, str], Event], held: str
) -> None:
    before = a_trio(a_running_round())

    event = reseating.seat_latecomer(goes(before, 1, "Person 06"), 1, "Person 06", 3)

    assert event == before


def test_who_comes_back_into_a_trio_changes_nobody_elses_seat() -> None:
    event = reseating.no_show_in_round(a_trio(a_running_round()), 1, "Person 01")

    event = reseating.seat_latecomer(event, 1, "Person 01", 3)

    assert going_on(event)[0] == (1, ("Person 06", "Person 02", "Person 01"))


def test_a_third_missing_before_the_start_gets_a_seat_again_and_leaves_no_trace() -> None:
    before = a_trio(an_announced_round())

    event = reseating.no_show_in_round(before, 1, "Person 06")

    assert sitting(event)[0] == (1, ("Person 01", "Person 02"), None)
    assert reseating.seat_latecomer(event, 1, "Person 06", 3) == before


def test_a_latecomer_never_joins_two_who_talk() -> None:
    event = a_running_round().with_(settings=a_trio(a_running_round()).settings)
    event = reseating.no_show_in_round(event, 1, "Person 05")

    assert reseating.seat_latecomer(event, 1, "Person 06", 3) == event


def test_staff_never_make_a_trio() -> None:
    event = reseating.no_show_in_round(a_trio(an_announced_round()), 1, "Person 06")
    staff = tuple(each.with_(staff=each.name == "Person 07") for each in event.participants)
    event = event.with_(participants=staff)

    assert reseating.seat_latecomer(event, 1, "Person 07", 3) == event


def test_the_rest_of_a_trio_is_never_put_to_the_one_who_went_first() -> None:
    event = reseating.no_show_in_round(a_trio(a_running_round()), 1, "Person 06")
    event = reseating.leave_round(event, 1, "Person 02", 1)

    event = reseating.seat_latecomer(event, 1, "Person 02", 3)

    assert going_on(event) == [
        (1, ("Person 01", "Person 02")),
        (2, ("Person 03", "Person 04")),
    ]


def test_who_comes_back_is_not_put_to_a_partner_who_is_gone() -> None:
    event = attendance.mark_absent(a_running_round(), "Person 05", START)
    event = reseating.no_show_in_round(event, 1, "Person 05")
    event = attendance.mark_absent(event, "Person 02", START)
    event = reseating.no_show_in_round(event, 1, "Person 02")
    event = reseating.leave_round(event, 1, "Person 01", 1)

    event = reseating.seat_latecomer(event, 1, "Person 01", 3)

    assert going_on(event) == [(2, ("Person 03", "Person 04"))]


def test_who_was_to_rest_and_is_gone_rests_no_more() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")

    assert resting(event) == ()


@pytest.mark.parametrize("gone", [attendance.leave, attendance.mark_absent])
def test_nobody_who_is_gone_is_put_to_somebody_left_alone(
    gone: Callable[[Event, str, datetime], Event],
) -> None:
    event = gone(a_running_round(), "Person 05", START)

    event = reseating.no_show_in_round(event, 1, "Person 02")

    assert [people for _table, people, _held in sitting(event)] == [
        ("Person 01", "Person 02"),
        ("Person 03", "Person 04"),
    ]


def test_a_latecomer_is_not_put_to_somebody_who_is_gone() -> None:
    event = attendance.leave(a_running_round(), "Person 05", START)

    assert reseating.seat_latecomer(event, 1, "Person 06", 3) == event


@pytest.mark.parametrize("minutes", [4, 5])
def test_who_leaves_after_half_of_the_round_or_more_has_met_the_partner(minutes: float) -> None:
    event = reseating.leave_round(a_running_round(), 1, "Person 02", minutes)

    assert event == a_running_round()


@pytest.mark.parametrize("avoids", ["Person 01", "Person 02"])
def test_a_wish_to_avoid_somebody_holds_for_both_of_them(avoids: str) -> None:
    two = {"Person 01": "Person 02", "Person 02": "Person 01"}
    event = an_event(4)
    people = tuple(
        person.with_(avoid=(two[avoids],)) if person.key == avoids else person
        for person in event.participants
    )
    event = event.with_(participants=people)

    assert not may_meet(RosterIndex(event), "Person 01", "Person 02")
    assert not may_meet(RosterIndex(event), "Person 02", "Person 01")


def test_a_walk_in_of_the_same_side_is_not_put_to_somebody_however_the_side_is_spelled() -> None:
    event = an_event(4, sides=("mentor", "mentee"))
    event = event.with_(participants=tuple(p.with_(side="mentor") for p in event.participants))
    event, key = attendance.add_walk_in(event, "Tom Walker", START, {"side": "Mentor"})

    assert not may_meet(RosterIndex(event), "Person 01", key)


@pytest.mark.parametrize("sides", [None, ("mentor", "mentee")])
def test_two_of_one_side_are_never_put_together(sides: tuple[str, str] | None) -> None:
    event = an_event(4, sides=sides)
    people = tuple(each.with_(side="mentor") for each in event.participants)

    together = may_meet(RosterIndex(event.with_(participants=people)), "Person 01", "Person 02")

    assert together is (sides is None)


def a_full_announced_round() -> Event:
    """Four at two tables with their board shown, where three may sit together."""
    event = an_announced_round()
    (round_,) = event.plan
    wanted = event.settings.with_(odd="trio")
    return event.with_(
        settings=wanted,
        participants=event.participants[:4],
        plan=(round_.with_(resting=()),),
    )


def test_who_is_left_alone_before_the_start_is_a_third_where_trios_are_wished_for() -> None:
    event = attendance.mark_absent(a_full_announced_round(), "Person 02", START)

    event = reseating.no_show_in_round(event, 1, "Person 02")

    assert sitting(event) == [(2, ("Person 03", "Person 04", "Person 01"), None)]
    assert resting(event) == ()


def test_who_comes_after_all_before_the_start_sits_with_the_third_of_a_trio() -> None:
    event = attendance.mark_absent(a_full_announced_round(), "Person 02", START)
    event = reseating.no_show_in_round(event, 1, "Person 02")
    event = attendance.check_in(event, "Person 02", START)

    event = reseating.seat_latecomer(event, 1, "Person 02", 1)

    assert sitting(event) == [
        (2, ("Person 03", "Person 04"), None),
        (1, ("Person 01", "Person 02"), None),
    ]


def test_a_latecomer_takes_nobody_from_a_trio_that_talks() -> None:
    event = a_trio(a_running_round())

    assert all(
        "Person 07" not in two
        for _table, two in going_on(reseating.seat_latecomer(event, 1, "Person 07", 3))
    )


@pytest.mark.parametrize("change", [{"staff": True}, {"from_round": 2}])
def test_nobody_is_taken_from_a_trio_on_the_board_for_somebody_who_has_no_seat_in_it(
    change: dict[str, object],
) -> None:
    event = a_trio(an_announced_round())
    others = event.participants[:6]
    event = event.with_(participants=(*others, event.participants[6].with_(**change)))

    assert reseating.seat_latecomer(event, 1, "Person 07", 3) == event


def two_have_left() -> Event:
    """The round of seven after Person 02 and then Person 04 went home early; nobody rested."""
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")
    for gone in ("Person 02", "Person 04"):
        event = attendance.leave(event, gone, START)
        event = reseating.leave_round(event, 1, gone, 1)
    return event


def test_two_who_were_left_alone_sit_down_together() -> None:
    assert sitting(two_have_left()) == [
        (1, ("Person 01", "Person 02"), "short"),
        (2, ("Person 03", "Person 04"), "short"),
        (2, ("Person 03", "Person 01"), None),
    ]


def test_a_latecomer_goes_to_the_table_of_whoever_was_left_alone_there() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")
    event = reseating.leave_round(attendance.leave(event, "Person 02", START), 1, "Person 02", 1)

    event = reseating.seat_latecomer(event, 1, "Person 07", 4)

    assert sitting(event)[-1] == (1, ("Person 01", "Person 07"), None)


def test_nobody_left_alone_is_put_to_somebody_kept_apart() -> None:
    apart = KeptApart(people=("Person 01", "Person 03"), at=START)
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05").with_(kept_apart=(apart,))
    for gone in ("Person 02", "Person 04"):
        event = reseating.leave_round(attendance.leave(event, gone, START), 1, gone, 1)

    assert going_on(event) == []


def test_who_comes_back_to_a_table_that_is_taken_sits_elsewhere() -> None:
    event = attendance.check_in(two_have_left(), "Person 04", START)
    event = reseating.seat_latecomer(event, 1, "Person 04", 5)

    event = attendance.check_in(event, "Person 02", START)
    event = reseating.seat_latecomer(event, 1, "Person 02", 5)

    assert going_on(event) == [(2, ("Person 03", "Person 01")), (5, ("Person 04", "Person 02"))]


def test_who_came_and_found_nobody_free_sits_down_with_the_next_one_left_alone() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")
    event, walk_in = attendance.add_walk_in(event, "Tom Walker", START)
    event = reseating.seat_latecomer(event, 1, walk_in, 4)

    event = reseating.leave_round(attendance.leave(event, "Person 02", START), 1, "Person 02", 1)

    assert going_on(event)[-1] == (1, ("Person 01", "Tom Walker"))


def test_who_rests_sits_down_before_somebody_who_came_late() -> None:
    apart = KeptApart(people=("Person 05", "Tom Walker"), at=START)
    event, walk_in = attendance.add_walk_in(a_running_round(), "Tom Walker", START)
    event = event.with_(kept_apart=(apart,))

    event = reseating.seat_latecomer(event, 1, walk_in, 4)
    event = reseating.leave_round(attendance.leave(event, "Person 02", START), 1, "Person 02", 1)

    assert going_on(event)[-1] == (1, ("Person 01", "Person 05"))
