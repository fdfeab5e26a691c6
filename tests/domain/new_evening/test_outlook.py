"""What the host's answers become, before anything is written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rounds.domain.new_evening.answers import Answers, Row
from rounds.domain.new_evening.outlook import most_rounds, outlook

TODAY = date(2026, 11, 27)


def an_evening(people: int, **said: Any) -> Answers:
    rows = tuple(Row(values={"name": f"Person {number}"}) for number in range(people))
    return Answers(people=rows, **said)


def test_as_many_rounds_are_proposed_as_fit_between_from_and_to() -> None:
    found = outlook(an_evening(27, starts="18:30", ends="20:30"), TODAY)

    assert (found.rounds, found.round_minutes, found.break_after) == (12, 8, 6)
    assert found.over is not None
    assert found.over <= 0


def test_the_end_says_when_the_last_round_is_over() -> None:
    found = outlook(an_evening(27, starts="19:00", ends="-", rounds=6, break_after=3), TODAY)

    assert found.minutes == 65
    assert f"{found.ends:%H:%M}" == "20:05"
    assert found.over is None


def test_an_evening_that_ends_too_late_says_by_how_much() -> None:
    found = outlook(an_evening(27, starts="19:00", ends="20:00", rounds=6, break_after=3), TODAY)

    assert found.over == 5


def test_an_evening_that_ends_after_midnight_is_not_early() -> None:
    found = outlook(an_evening(27, starts="23:30", ends="0:30", rounds=3), TODAY)

    assert found.over == -32


@pytest.mark.parametrize(("people", "most"), [(0, 0), (1, 0), (2, 1), (5, 5), (6, 5), (200, 40)])
def test_nobody_can_have_more_rounds_than_there_are_partners(people: int, most: int) -> None:
    assert most_rounds(people) == most


def test_five_people_are_not_promised_the_rounds_of_a_long_evening() -> None:
    assert outlook(an_evening(5, starts="18:00", ends="22:00"), TODAY).rounds == 5


def test_without_times_six_rounds_are_proposed() -> None:
    found = outlook(an_evening(30, starts="-", ends="-"), TODAY)

    assert (found.rounds, found.break_after, found.ends) == (6, 3, None)


def test_who_is_left_out_does_not_count() -> None:
    answers = an_evening(6)
    out = answers.people[0].with_(left_out=True)

    assert outlook(answers.with_(people=(out, *answers.people[1:])), TODAY).people == 5


def test_a_break_after_the_last_round_is_none() -> None:
    assert outlook(an_evening(30, rounds=3, break_after=3), TODAY).break_after == 0


def test_staff_are_no_participants() -> None:
    answers = an_evening(6)
    helper = Row(values={"name": "Helper", "staff": True})

    assert outlook(answers.with_(people=(*answers.people, helper)), TODAY).people == 6


def test_introductions_take_time_from_the_rounds() -> None:
    without = outlook(an_evening(27, starts="18:30", ends="20:30"), TODAY)
    found = outlook(an_evening(27, starts="18:30", ends="20:30", introductions=60), TODAY)

    assert found.introductions == 60
    assert found.rounds < without.rounds
    assert found.over is not None
    assert found.over <= 0
