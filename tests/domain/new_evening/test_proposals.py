"""The day and the times of a new evening, where the host has typed them and where not."""

from __future__ import annotations

from datetime import date

import pytest

from rounds.domain.new_evening.answers import Answers
from rounds.domain.new_evening.proposals import day_of, end_of, start_of

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("starts", "ends", "begins", "is_over"),
    [
        ("", "", "18:30", "20:30"),
        ("19:00", "", "19:00", "21:00"),
        ("23:00", "", "23:00", "01:00"),
        ("", "17:00", "15:00", "17:00"),
        ("7 pm", "8:15 pm", "19:00", "20:15"),
        ("-", "", None, None),
        ("", "-", "18:30", None),
        ("ー", "21:00", None, "21:00"),
    ],
)
def test_an_evening_has_the_usual_times_around_those_that_were_typed(
    starts: str, ends: str, begins: str | None, is_over: str | None
) -> None:
    answers = Answers(starts=starts, ends=ends)

    assert (start_of(answers), end_of(answers)) == (begins, is_over)


@pytest.mark.parametrize(
    ("typed", "day"), [("", TODAY), (" ", TODAY), ("5 Dec", date(2026, 12, 5)), ("-", None)]
)
def test_an_evening_is_today_unless_another_day_or_none_was_typed(
    typed: str, day: date | None
) -> None:
    assert day_of(Answers(day=typed), TODAY) == day
