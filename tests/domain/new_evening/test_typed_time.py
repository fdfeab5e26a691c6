"""A host types a day or a time in any usual way, and the right one is understood."""

from __future__ import annotations

from datetime import date

import pytest

from rounds.domain.new_evening.typed_time import clock_typed, day_typed

TODAY = date(2026, 11, 27)  # a Friday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("2026/12/5", date(2026, 12, 5)),
        ("2026年12月5日", date(2026, 12, 5)),
        ("2026年12月5日（土）", date(2026, 12, 5)),
        ("12月5日", date(2026, 12, 5)),
        ("１２月５日", date(2026, 12, 5)),
        ("12月5日(土)", date(2026, 12, 5)),
        ("12/5", date(2026, 12, 5)),
        ("12/5/2026", date(2026, 12, 5)),
        ("14/12", date(2026, 12, 14)),
        ("5.12.", date(2026, 12, 5)),
        ("5.12.2026", date(2026, 12, 5)),
        ("5 Dec", date(2026, 12, 5)),
        ("5th of December", date(2026, 12, 5)),
        ("5 Sept. 2027", date(2027, 9, 5)),
        ("Dec 5", date(2026, 12, 5)),
        ("December 5, 2027", date(2027, 12, 5)),
        ("14 May", date(2027, 5, 14)),
        ("today", TODAY),
        ("tonight", TODAY),
        ("今日", TODAY),
        ("Tomorrow", date(2026, 11, 28)),
        ("明日", date(2026, 11, 28)),
        ("Friday", TODAY),
        ("tue", date(2026, 12, 1)),
        ("火曜", date(2026, 12, 1)),
        ("火曜日", date(2026, 12, 1)),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, day: date) -> None:
    assert day_typed(typed, TODAY) == day


def test_where_the_day_comes_first_it_is_read_first() -> None:
    assert day_typed("5/12", TODAY, day_first=True) == date(2026, 12, 5)
    assert day_typed("12/24", TODAY, day_first=True) == date(2026, 12, 24)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31/31", "2026-02-30", "30 Feb", "13月1日", "5", "5 foo", "日"]
)
def test_what_is_no_day_is_no_day(typed: str) -> None:
    assert day_typed(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("18:30", "18:30"),
        ("１８：３０", "18:30"),
        ("18.30", "18:30"),
        ("18h30", "18:30"),
        ("18h", "18:00"),
        ("1830", "18:30"),
        ("930", "09:30"),
        ("18", "18:00"),
        ("6:30 pm", "18:30"),
        ("6 p.m.", "18:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("18時半", "18:30"),
        ("18時", "18:00"),
        ("18時15分", "18:15"),
        ("午後6時半", "18:30"),
        ("午前10時", "10:00"),
        ("0:15", "00:15"),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed: str, time: str) -> None:
    assert clock_typed(typed) == time


@pytest.mark.parametrize("typed", ["", "evening", "25:00", "18:75", "13pm", "99999", "-1"])
def test_what_is_no_time_is_no_time(typed: str) -> None:
    assert clock_typed(typed) is None
