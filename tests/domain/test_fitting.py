"""What a type lets in, and what a host is told about the rest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.domain.event import Event
from rounds.domain.fields import (
    ClockTime,
    OneLine,
    RoundMinutes,
    RoundNumber,
    Sides,
    TableLabel,
    Tables,
    Together,
)
from rounds.domain.fitting import reader
from rounds.domain.invalid import Fault, Invalid
from rounds.domain.rules import Between

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


def faults(annotation: Any, data: Any) -> tuple[Fault, ...]:
    with pytest.raises(Invalid) as caught:
        reader(annotation)(data)
    return caught.value.faults


def said(annotation: Any, data: Any) -> list[tuple[Any, str]]:
    return [(fault.place, str(fault.said)) for fault in faults(annotation, data)]


@pytest.mark.parametrize(
    ("annotation", "data", "meant"),
    [
        (RoundNumber, 6, 6),
        (RoundNumber, "6", 6),
        (RoundNumber, 6.0, 6),
        (RoundMinutes, 8, 8.0),
        (RoundMinutes, "7.5", 7.5),
        (bool, "True", True),
        (bool, "no", False),
        (bool, 0, False),
        (OneLine, "  Hall 3 ", "Hall 3"),
        (date, date(2026, 5, 14), date(2026, 5, 14)),
        (date, "2026-05-14", date(2026, 5, 14)),
        (datetime, NOON, NOON),
        (datetime, "2026-05-14T12:00:00Z", NOON),
        (ClockTime, "9:05", "9:05"),
        (TableLabel, 5, 5),
        (TableLabel, "5", "5"),
        (TableLabel, " Window ", "Window"),
        (Tables, 12, 12),
        (Tables, ["Window", 2], ("Window", 2)),
        (Sides, ["mentor", "mentee"], ("mentor", "mentee")),
        (Together, ["Ann", "Ben", "Cem"], ("Ann", "Ben", "Cem")),
        (Literal["en", "ja"] | None, None, None),
        (dict[str, tuple[OneLine, ...]], {"break": [" Tea "]}, {"break": ("Tea",)}),
    ],
)
def test_what_a_host_plainly_meant_is_let_in(annotation: Any, data: Any, meant: Any) -> None:
    found = reader(annotation)(data)

    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("annotation", "data", "told"),
    [
        (RoundNumber, 0, "must be 1 or more"),
        (RoundNumber, 41, "must be 40 or less"),
        (RoundNumber, True, "must be a whole number"),
        (RoundNumber, 2.5, "must be a whole number"),
        (RoundNumber, float("inf"), "must be a whole number"),
        (RoundNumber, "6 rounds", "must be a whole number"),
        (RoundNumber, "9" * 5000, "must be a whole number"),
        (RoundNumber, None, "must be a whole number"),
        (RoundMinutes, float("nan"), "must be 5 or more"),
        (RoundMinutes, 10**400, "must be a number"),
        (bool, 2, "must be true or false"),
        (bool, [], "must be true or false"),
        (OneLine, 5, 'must be text in quotes: "..."'),
        (OneLine, "x" * 10_001, "is too long: at most 10000 characters"),
        (date, "14 May", "must be a date, for example 2026-05-14"),
        (date, NOON, "must be a date, for example 2026-05-14"),
        (date, 0, "must be a date, for example 2026-05-14"),
        (datetime, NOON.replace(tzinfo=None), "must be a time with its offset, for example +09:00"),
        (datetime, 5, "must be a time with its offset, for example +09:00"),
        (ClockTime, "25:00", 'must be a time in quotes, for example "18:30"'),
        (ClockTime, "18:30\n", 'must be a time in quotes, for example "18:30"'),
        (ClockTime, 1830, 'must be a time in quotes, for example "18:30"'),
        (TableLabel, 0, "must be 1 or more"),
        (TableLabel, "", "must not be empty"),
        (TableLabel, True, "must be a number or a label"),
        (Tables, "many", "must be a number, or a list of labels"),
        (Sides, ["mentor"], 'must be two names, for example ["mentor", "mentee"]'),
        (Together, ["Ann"], "must be two people, or three"),
        (Literal["rest", "trio"], "pause", 'must be one of "rest", "trio"'),
        (Literal["rest", "trio"], [], 'must be one of "rest", "trio"'),
        (tuple[str, ...], "Ann", 'must be a list: ["...", "..."]'),
        (dict[str, str], ["Ann"], "must be a table"),
    ],
)
def test_a_host_is_told_what_a_wrong_value_must_be(annotation: Any, data: Any, told: str) -> None:
    assert said(annotation, data) == [((), told)]


def test_a_host_is_told_where_in_a_list_a_value_is_wrong() -> None:
    assert said(Tables, ["Window", True, ""]) == [
        ((1,), "must be a number or a label"),
        ((2,), "must not be empty"),
    ]
    assert said(dict[str, tuple[str, ...]], {"break": ["Tea", 5]}) == [
        (("break", 1), 'must be text in quotes: "..."')
    ]


def test_a_host_is_told_why_a_round_cannot_be_that_short() -> None:
    (fault,) = faults(RoundMinutes, 2)

    assert str(fault.hint).startswith("in less than 5 minutes nobody remembers anybody")


def test_what_got_furthest_is_what_was_meant() -> None:
    either = Annotated[int, Between(1)] | tuple[Annotated[int, Between(1)], ...]

    assert said(either, 0) == [((), "must be 1 or more")]
    assert said(either, [4, 0]) == [((1,), "must be 1 or more")]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.datetimes(timezones=st.timezones())
    | st.times(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["event", "participants", "walk_ins", "attendance", "plan", "rounds", "clock", "notes", "title"]
)


@given(st.dictionaries(KEYS, ANYTHING, max_size=3))
def test_whatever_a_file_holds_it_is_an_event_or_its_faults_are_told(data: dict[str, Any]) -> None:
    told: tuple[Fault, ...] = ()
    try:
        Event.checked({"event": {"title": "Mixer"}, **data})
    except Invalid as wrong:
        told = wrong.faults

    assert all(str(fault.said) for fault in told)
