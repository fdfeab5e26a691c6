"""A name is typed with its reading or without."""

from __future__ import annotations

import pytest

from rounds.domain.spelling import name_and_reading


@pytest.mark.parametrize(
    "typed",
    [
        "新井 花／あらい はな",
        "新井 花/あらい はな",
        "新井 花（あらい はな）",
        "新井 花 (あらい はな)",
        "新井 花 ／ あらい はな ",
    ],
)
def test_the_reading_follows_a_slash_or_stands_in_brackets(typed: str) -> None:
    assert name_and_reading(typed) == ("新井 花", "あらい はな")


def test_katakana_is_a_reading_too() -> None:
    assert name_and_reading("陳 健／チン ケン") == ("陳 健", "チン ケン")


@pytest.mark.parametrize(
    "typed", ["Jo Ann (Annie) Ray", "Ken (HR)", "A/B Test", "新井 花（経理）", "／はな"]
)
def test_anything_else_belongs_to_the_name(typed: str) -> None:
    assert name_and_reading(typed) == (typed, "")
