"""A name is typed alone, or with a reading, a company, an industry and a side."""

from __future__ import annotations

import pytest

from rounds.domain.people.typed_name import TypedPerson, name_and_reading, typed_person


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
    found = typed_person(typed, ("メンター", "メンティー"))

    assert found == TypedPerson("内田 光", kana="うちだ ひかる", side="メンティー")


@pytest.mark.parametrize("typed", ["Ann Ray / Mentor", "Ann Ray//MENTOR", "Ann Ray／ｍｅｎｔｏｒ"])
def test_the_reading_may_be_missing_before_a_side(typed: str) -> None:
    found = typed_person(typed, ("mentor", "mentee"))

    assert found == TypedPerson("Ann Ray", side="mentor")


@pytest.mark.parametrize(
    ("typed", "sides", "found"),
    [
        ("陳 健／チン ケン", ("メンター", "メンティー"), TypedPerson("陳 健", "チン ケン")),
        ("Ann Ray / mentors", ("mentor", "mentee"), TypedPerson("Ann Ray", company="mentors")),
        ("Mentor", ("mentor", "mentee"), TypedPerson("Mentor")),
        ("内田 光／メンティー", None, TypedPerson("内田 光", "メンティー")),
    ],
)
def test_without_the_name_of_a_side_there_is_none(
    typed: str, sides: tuple[str, str] | None, found: TypedPerson
) -> None:
    assert typed_person(typed, sides) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Tom Walker / Acme", TypedPerson("Tom Walker", company="Acme")),
        ("Tom Walker / Acme / retail", TypedPerson("Tom Walker", "", "Acme", "retail")),
        ("Tom Walker /Acme/ retail", TypedPerson("Tom Walker", "", "Acme", "retail")),
        (
            "新井 花／あらい はな／花工房／小売",
            TypedPerson("新井 花", "あらい はな", "花工房", "小売"),
        ),
        ("新井 花（あらい はな）／花工房", TypedPerson("新井 花", "あらい はな", "花工房")),
        ("新井 花／花工房／小売", TypedPerson("新井 花", "", "花工房", "小売")),
        ("A/B Test / AC/DC", TypedPerson("A/B Test", company="AC/DC")),
        ("[@click=app.quit]Bob[/]", TypedPerson("[@click=app.quit]Bob[/]")),
        ("Tom / ", TypedPerson("Tom")),
        (" / Acme", TypedPerson("/ Acme")),
    ],
)
def test_a_walk_in_is_typed_as_name_reading_company_and_industry(
    typed: str, found: TypedPerson
) -> None:
    assert typed_person(typed) == found
