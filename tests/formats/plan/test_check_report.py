from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.planner.plan import make_plan
from rounds.formats.plan import assessment, check_report
from rounds.i18n import using
from tests.evenings import an_event


def report(people: int = 8, **settings: Any) -> str:
    event = an_event(people, **settings)
    longest = make_plan(assessment.with_most_rounds(event))
    return check_report.render(event, assessment.assess(event, make_plan(event), longest))


def row(text: str, heading: str) -> str:
    return next(line for line in text.splitlines() if line.strip().startswith(heading))


def test_the_rounds_that_are_possible_are_one_for_each_other_person() -> None:
    assert row(report(8), "Rounds").endswith("3 planned, 7 possible")
    assert row(report(7, rounds=3), "Rounds").endswith("3 planned, 7 possible")


def test_with_an_odd_number_it_says_how_often_each_one_rests() -> None:
    assert row(report(7), "Each person rests").endswith("0 to 1")
    assert row(report(7), "Each person meets").endswith("2 to 3")


def test_the_share_of_each_industry_is_shown() -> None:
    assert "software 2 (25 %)" in row(report(8), "Industries")


def test_with_too_few_tables_a_host_hears_once_how_many_more_to_set_up() -> None:
    assert report(8, tables=3).count("Set up 1 more table (4): 4 pairings talk at once.") == 1


def test_the_time_plan_has_the_breaks() -> None:
    text = report(8, starts_at="18:30", ends_at="20:00", break_after=[1])

    assert "  18:30  Round 1\n  18:39  Break\n  18:49  Round 2\n" in text
    assert "minutes to spare" in text


def test_the_introductions_stand_in_the_time_plan_and_take_their_time() -> None:
    text = report(8, starts_at="18:30", ends_at="20:00", introductions=90)

    assert "  18:30  Introductions\n  18:42  Round 1\n" in text
    assert row(text, "Length").endswith("40 min")
    assert "50 minutes to spare" in text


@pytest.mark.parametrize(("start", "end"), [("18:30", "08:30"), ("23:30", "23:10")])
def test_a_planned_end_that_is_hours_away_is_questioned(start: str, end: str) -> None:
    text = report(8, starts_at=start, ends_at=end)

    assert f"The planned end {end} is 1" in text or f"The planned end {end} is 2" in text


def test_an_evening_over_midnight_is_an_ordinary_one() -> None:
    text = report(8, starts_at="23:30", ends_at="00:30")

    assert "minutes to spare" in text
    assert "is that time right" not in text


def test_the_introductions_are_no_other_thing_in_japanese() -> None:
    with using("ja"):
        text = report(8, starts_at="18:30", ends_at="20:00", introductions=60)

    assert "  18:30  自己紹介\n" in text


@pytest.mark.parametrize("times", [{}, {"starts_at": "18:30", "ends_at": "20:00"}])
def test_how_long_the_evening_is_always_said(times: dict[str, str]) -> None:
    assert row(report(8, rounds=7, break_after=[3], **times), "Length").endswith("1 h 14 min")


def test_without_times_there_is_no_time_plan() -> None:
    assert "to spare" not in report(8)


def test_the_day_is_read_as_people_say_it() -> None:
    assert "Wednesday, 22 April 2026" in report(8, date="2026-04-22").splitlines()[0]


def test_that_everybody_will_have_met_everybody_is_said_in_one_sentence() -> None:
    text = report(3, rounds=None)

    assert "3 people can meet in at most 3 rounds without a repeat." in text
    assert "More than 3 rounds" not in text


def test_wishes_and_those_who_can_help_each_other_are_counted() -> None:
    event = an_event(6)
    one, other, *others = event.participants
    event = event.with_(
        participants=(
            one.with_(wishes=(other.name, others[0].name), seeks="pumps"),
            other.with_(offers="pumps", avoid=(one.name,)),
            others[0].with_(offers="Pumps"),
            *others[1:],
        )
    )
    found = assessment.assess(event, make_plan(event), make_plan(event))

    text = check_report.render(event, found)

    assert row(text, "Wishes").endswith("2 in all, 1 possible, 1 honoured")
    assert row(text, "Who can help whom").endswith("1 of 1 pairs meets")
    assert "Wishes" not in report(8)
