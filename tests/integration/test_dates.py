"""How dates are read."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from rounds.i18n import shown_date, shown_day, using

EVENING = date(2026, 4, 22)


def test_a_date_is_read_as_people_say_it() -> None:
    assert shown_date(EVENING) == "Wednesday, 22 April 2026"


def test_a_japanese_date_is_read_as_people_say_it() -> None:
    with using("ja"):
        assert shown_date(EVENING) == "2026年4月22日（水）"


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    ("language", "pattern"), [("en", "EEEE, d MMMM y"), ("ja", "y年M月d日（E）")]
)
def test_every_month_and_weekday_has_its_name(language: str, pattern: str, month: int) -> None:
    day = date(2026, month, month)

    with using(language):
        assert shown_date(day) == format_date(day, pattern, locale=language)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(("language", "pattern"), [("en", "EEE d MMM"), ("ja", "M月d日（E）")])
def test_a_day_without_its_year_has_the_short_names_of_its_weekday_and_month(
    language: str, pattern: str, month: int
) -> None:
    day = date(2026, month, month)

    with using(language):
        assert shown_day(day) == format_date(day, pattern, locale=language)
