"""A template is filled in line by line, and its comments stay."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from rounds.formats.new_event import with_people, with_settings
from rounds.store.format.templates import template

SAID = {
    "title": 'The "big" evening # 3',
    "date": date(2026, 12, 5),
    "place": "Harbor Hall",
    "language": "ja",
    "rounds": 7,
    "round_minutes": 9,
    "break_after": [4],
    "break_minutes": 15,
    "starts_at": "19:00",
    "ends_at": "21:00",
}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_each_setting_stands_in_its_own_line_and_no_comment_is_lost(language: str) -> None:
    before = template(language)

    after = with_settings(before, SAID)

    event = tomllib.loads(after)["event"]
    assert {key: event[key] for key in SAID} == SAID
    assert len(after.splitlines()) == len(before.splitlines())
    for old, new in zip(before.splitlines(), after.splitlines(), strict=True):
        remark = old.rpartition("  # ")[2] if "  # " in old else ""
        assert new.endswith(remark)


def test_a_setting_without_a_line_of_its_own_follows_the_title() -> None:
    after = with_settings('[event]\ntitle = "A"\nrounds = 3\n', {"seed": 4})

    assert after == '[event]\ntitle = "A"\nseed = 4\nrounds = 3\n'


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_evening_without_people_yet_has_none_of_the_examples(language: str) -> None:
    event = tomllib.loads(with_people(template(language), []))

    assert "participants" not in event
