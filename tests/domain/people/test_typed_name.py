"""A name is typed with its reading or without."""

from __future__ import annotations

import pytest

from rounds.domain.people.typed_name import name_and_reading, name_reading_and_side


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


@pytest.mark.parametrize(
    "typed",
    [
        "内田 光／うちだ ひかる／メンティー",
        "内田 光/うちだ ひかる/めんてぃー",
        "内田 光（うちだ ひかる） ／ ﾒﾝﾃｨｰ ",
    ],
)
def test_the_name_of_a_side_comes_last(typed: str) -> None:
    found = name_reading_and_side(typed, ("メンター", "メンティー"))

    assert found == ("内田 光", "うちだ ひかる", "メンティー")


@pytest.mark.parametrize("typed", ["Ann Ray / Mentor", "Ann Ray//MENTOR", "Ann Ray／ｍｅｎｔｏｒ"])
def test_the_reading_may_be_missing_before_a_side(typed: str) -> None:
    assert name_reading_and_side(typed, ("mentor", "mentee")) == ("Ann Ray", "", "mentor")


@pytest.mark.parametrize(
    ("typed", "sides", "found"),
    [
        ("陳 健／チン ケン", ("メンター", "メンティー"), ("陳 健", "チン ケン", "")),
        ("Ann Ray / mentors", ("mentor", "mentee"), ("Ann Ray / mentors", "", "")),
        ("Mentor", ("mentor", "mentee"), ("Mentor", "", "")),
        ("内田 光／メンティー", None, ("内田 光", "メンティー", "")),
    ],
)
def test_without_the_name_of_a_side_there_is_none(
    typed: str, sides: tuple[str, str] | None, found: tuple[str, str, str]
) -> None:
    assert name_reading_and_side(typed, sides) == found
