"""The line of every value of a TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.store.errors.finding import KeyPath
from rounds.store.errors.positions import line_of, lines

TEXT = '''\
[event]
title = "x" # [no]
a.b = [1, [2,
 3], {c = 1, "d e" = [
 5]}]
f = 2026-05-14 18:41:00.5+09:00
[event.prompts]
talk = ["""
[[x]]
""", 'y']
[[participants]]
name = "A"
[[participants]]

name = 'B'
avoid = ["A",
  "C"]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("event",), 1),
        (("event", "title"), 2),
        (("event", "a", "b", 0), 3),
        (("event", "a", "b", 1, 1), 4),
        (("event", "a", "b", 2, "c"), 4),
        (("event", "a", "b", 2, "d e", 0), 5),
        (("event", "f"), 6),
        (("event", "prompts", "talk", 0), 8),
        (("event", "prompts", "talk", 1), 10),
        (("participants", 0), 11),
        (("participants", 1, "name"), 15),
        (("participants", 1, "avoid", 1), 17),
    ],
)
def test_a_value_is_found_on_its_line(path: KeyPath, line: int) -> None:
    assert lines(TEXT)[path] == line


def test_what_is_missing_is_looked_for_in_the_table_around_it() -> None:
    found = lines(TEXT)

    assert line_of(found, ("participants", 1, "company")) == 13
    assert line_of(found, ("nothing", 3)) == 1


def test_the_text_is_searched_no_further_than_to_what_is_wanted() -> None:
    found = lines(TEXT, [("event", "prompts", "talk", 0)])

    assert found[("event", "prompts", "talk", 0)] == 8
    assert ("participants", 0) not in found


def test_every_value_that_toml_sees_has_a_line() -> None:
    found = lines(TEXT)

    assert [path for path in paths(tomllib.loads(TEXT)) if path not in found] == []


def paths(value: Any, above: KeyPath = ()) -> list[KeyPath]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[KeyPath] = []
    for name, each in inside:
        found.append((*above, name))
        if isinstance(each, dict | list):
            found += paths(each, (*above, name))
    return found


@given(st.text(st.sampled_from("[]{}=,.\"'\\\n #ab1　"), max_size=40))
def test_no_text_stops_it(text: str) -> None:
    assert isinstance(lines(text), dict)
