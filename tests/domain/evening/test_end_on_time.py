from __future__ import annotations

from datetime import timedelta
from typing import Any

from rounds.domain.evening.end_on_time import (
    Progress,
    end_of,
    expected_end,
    fewer_rounds,
    ways_to_end_on_time,
)
from rounds.domain.event import Event, Round
from tests.evenings import START, an_event


def an_evening(**settings: object) -> Event:
    return an_event(12, rounds=6, starts_at="18:30", **settings)


def standing(minutes: float, following: int, **more: Any) -> Progress:
    return Progress(now=START + timedelta(minutes=minutes), following=following, **more)


def test_the_break_under_way_is_not_counted_twice() -> None:
    event = an_evening(break_after=[3], break_minutes=10)
    before = standing(30, 4)
    during = standing(30, 4, left=600, in_break=True)

    assert expected_end(event, before) == expected_end(event, during)


def test_after_the_last_round_no_break_is_waited_for() -> None:
    settings = an_evening(break_after=[6], break_minutes=10).in_force

    assert end_of(settings, standing(60, 7, left=120), 6) == START + timedelta(minutes=62)


def test_an_announced_round_has_its_talk_still_to_come() -> None:
    event = an_evening()
    announced = standing(0, 2, left=60, announced=True)

    assert expected_end(event, announced) == expected_end(event, standing(0, 1))


def test_rounds_that_the_host_wants_no_more_are_not_waited_for() -> None:
    event = an_evening()
    planned = event.with_(plan=tuple(Round(number=number) for number in range(2, 7)))
    fewer = planned.with_(settings=planned.settings.with_(rounds=2))

    longer, shorter = (expected_end(each, standing(10, 2)) for each in (planned, fewer))

    assert longer - shorter == timedelta(seconds=4 * 546)


def test_who_is_in_time_needs_no_other_way() -> None:
    event = an_evening()

    assert ways_to_end_on_time(event, standing(0, 1), START + timedelta(hours=2)) == ()


def test_late_there_are_two_ways_fewer_rounds_or_shorter_ones() -> None:
    event = an_evening()  # 6 rounds of 9:06
    closes = START + timedelta(minutes=60)

    fewer, shorter = ways_to_end_on_time(event, standing(10, 1), closes)

    assert (fewer.rounds, fewer.round_minutes) == (5, 8)
    assert (shorter.rounds, shorter.round_minutes) == (6, 7)
    assert fewer.ends_at <= closes
    assert shorter.ends_at <= closes


def test_no_round_gets_shorter_than_five_minutes() -> None:
    event = an_evening()
    closes = START + timedelta(minutes=60)

    fewer, both = ways_to_end_on_time(event, standing(34, 1), closes)

    assert (fewer.rounds, fewer.round_minutes) == (2, 8)
    assert (both.rounds, both.round_minutes) == (4, 5)
    assert both.ends_at <= closes


def test_rounds_of_five_minutes_can_only_become_fewer() -> None:
    event = an_evening(round_minutes=5)

    (fewer,) = ways_to_end_on_time(event, standing(30, 2), START + timedelta(minutes=60))

    assert fewer.rounds == 5


def test_when_nothing_is_enough_the_earliest_end_is_proposed() -> None:
    event = an_evening()

    ways = ways_to_end_on_time(event, standing(70, 4, left=300), START + timedelta(minutes=60))

    assert [way.rounds for way in ways] == [3]


def late_with_a_break(event: Event, minutes: float, following: int, **more: Any) -> list[Any]:
    """Return rounds, minutes and breaks of the ways, for a hall that closes at 19:40."""
    closes = START + timedelta(minutes=70)
    ways = ways_to_end_on_time(event, standing(minutes, following, **more), closes)
    assert all(way.ends_at <= closes for way in ways)
    return [(way.rounds, way.round_minutes, way.break_after) for way in ways]


def test_late_before_the_break_the_evening_may_go_on_without_it() -> None:
    event = an_evening(break_after=[3], break_minutes=12)  # 6 rounds of 9:06

    assert late_with_a_break(event, 10, 1) == [(5, 8, None), (6, 6.5, None), (6, 8, ())]


def test_where_leaving_out_the_break_is_not_enough_the_rounds_lose_less() -> None:
    event = an_evening(break_after=[3], break_minutes=12)

    assert late_with_a_break(event, 20, 1)[-1] == (6, 7, ())


def test_a_break_that_is_over_or_under_way_is_not_left_out() -> None:
    event = an_evening(break_after=[2, 4], break_minutes=12)

    assert late_with_a_break(event, 36, 3, left=400, in_break=True)[-1][2] == (2,)
    assert late_with_a_break(event, 45, 5, left=600, in_break=True)[-1][2] is None


def test_a_break_is_kept_where_leaving_it_out_gains_nothing() -> None:
    event = an_evening(break_after=[5], break_minutes=2, round_minutes=5)

    assert late_with_a_break(event, 40, 2) == [(5, 5, None)]


def test_a_way_that_is_worse_in_every_respect_is_not_offered() -> None:
    event = an_event(12, rounds=5, starts_at="18:30", round_minutes=6, break_after=[3])

    ways = ways_to_end_on_time(event, standing(4, 1), START + timedelta(minutes=44))

    assert not any(
        other is not way
        and other.rounds >= way.rounds
        and other.round_minutes > way.round_minutes
        and other.ends_at <= START + timedelta(minutes=44)
        for way in ways
        for other in ways
    )


def test_fewer_rounds_are_offered_although_the_evening_ends_in_time() -> None:
    in_round_two = standing(9, 3, left=480)

    ways = fewer_rounds(an_evening(), in_round_two)

    assert [(way.rounds, way.round_minutes) for way in ways] == [(5, 8), (4, 8), (3, 8)]
    assert ways[0].ends_at > ways[1].ends_at > ways[2].ends_at


def test_in_the_last_round_there_are_no_fewer_rounds() -> None:
    assert fewer_rounds(an_evening(), standing(50, 7, left=60)) == ()
