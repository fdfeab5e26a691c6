from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.event import Settings
from rounds.domain.timetable import (
    closing_time,
    evening_length,
    introducing,
    length,
    opening_time,
    rounds_in_time,
    start_of_round,
    time_given,
)
from tests.evenings import START, an_event

MIXER = Settings.checked(
    {"title": "Mixer", "starts_at": "18:30", "ends_at": "20:30", "break_after": [3]}
)


def test_an_evening_is_as_long_as_its_rounds_moves_and_breaks() -> None:
    assert length(MIXER, 1, 6) == 6 * (60 + 6 + 480) + 600


def test_a_break_after_the_last_round_is_no_break() -> None:
    assert length(MIXER, 1, 3) == 3 * (60 + 6 + 480)


def test_as_many_rounds_as_fit() -> None:
    rounds = rounds_in_time(MIXER, 21)

    assert length(MIXER, 1, rounds) <= 7200 < length(MIXER, 1, rounds + 1)


def test_a_last_round_that_ends_on_the_stroke_of_the_closing_time_still_fits() -> None:
    exact = Settings.checked(
        {
            "title": "Mixer",
            "starts_at": "18:30",
            "ends_at": "19:30",
            "round_minutes": 9,
            "listen_first": False,
        }
    )

    assert rounds_in_time(exact, 21) == 6


def test_a_break_that_stands_in_the_file_twice_is_one_break() -> None:
    twice = MIXER.with_(break_after=(3, 3))

    assert length(twice, 1, 6) == length(MIXER, 1, 6)


def test_introductions_take_their_time_before_the_first_round() -> None:
    opened = MIXER.with_(introductions=60)

    assert evening_length(opened, 6, 27) == 27 * 60 + length(MIXER, 1, 6)
    assert start_of_round(opened, 1, 27) == 27 * 60
    assert rounds_in_time(opened, 27) == rounds_in_time(MIXER, 27) - 3


def test_helpers_and_those_who_come_later_introduce_nobody() -> None:
    event = an_event(4)
    first, second, *others = event.participants
    people = (first.with_(staff=True), second.with_(from_round=2), *others)

    assert introducing(event.with_(participants=people)) == 2


def test_an_evening_may_end_after_midnight() -> None:
    late = Settings.checked({"title": "Late", "starts_at": "22:00", "ends_at": "00:30"})

    assert time_given(late) == 2.5 * 3600
    assert closing_time(late, START.replace(hour=22)) == START.replace(
        hour=0, minute=30
    ) + timedelta(days=1)


@pytest.mark.parametrize("starts_at", [None, "21:30"])
def test_a_hall_that_closes_after_midnight_is_not_closed_in_the_evening(
    starts_at: str | None,
) -> None:
    late = Settings.checked({"title": "Late", "starts_at": starts_at, "ends_at": "00:30"})

    assert closing_time(late, START.replace(hour=21, minute=40)) == START.replace(
        hour=0, minute=30
    ) + timedelta(days=1)


def test_an_evening_begun_after_midnight_ends_in_the_same_night() -> None:
    late = Settings.checked({"title": "Late", "starts_at": "23:30", "ends_at": "01:00"})
    begun = START.replace(hour=0, minute=5)

    assert closing_time(late, begun) == START.replace(hour=1, minute=0)
    assert opening_time(late, begun) == START.replace(hour=23, minute=30) - timedelta(days=1)


@pytest.mark.parametrize("hour", [1, 9, 18, 20])
def test_who_looks_at_any_hour_sees_the_start_of_the_same_day(hour: int) -> None:
    moment = START.replace(hour=hour, minute=0)

    assert opening_time(MIXER, moment) == START
    assert closing_time(MIXER, moment) == START + timedelta(hours=2)
