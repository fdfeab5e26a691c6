"""What a type lets in, and what a host is told about the rest."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounds.domain.event import Change, Event, Participant, Settings
from rounds.domain.fields import (
    ClockTime,
    OneLine,
    RoundMinutes,
    RoundNumber,
    Sides,
    TableLabel,
    Tables,
    Together,
    Two,
)
from rounds.domain.fitting import reader
from rounds.domain.invalid import Fault, Invalid
from rounds.domain.rules import Between
from rounds.domain.value import Value, key_names

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
THE_LAST = datetime.max.replace(tzinfo=timezone(-timedelta(hours=9)))


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
        (bool, " false ", False),
        (bool, "YES", True),
        (bool, "off", False),
        (RoundMinutes, 10, 10.0),
        (TableLabel, 99_999, 99_999),
        (OneLine, "x" * 10_000, "x" * 10_000),
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
        (RoundMinutes, float("nan"), "must be a number"),
        (RoundMinutes, float("inf"), "must be a number"),
        (RoundMinutes, True, "must be a number"),
        (RoundMinutes, 4.99, "must be 5 or more"),
        (RoundMinutes, 10.01, "must be 10 or less"),
        (RoundMinutes, 10**400, "must be a number"),
        (bool, 2, "must be true or false"),
        (bool, [], "must be true or false"),
        (OneLine, 5, 'must be text in quotes: "..."'),
        (OneLine, "x" * 10_001, "is too long: at most 10000 characters"),
        (date, "14 May", "must be a date, for example 2026-05-14"),
        (date, NOON, "must be a date, for example 2026-05-14"),
        (date, 0, "must be a date, for example 2026-05-14"),
        (date, "20260514", "must be a date, for example 2026-05-14"),
        (date, "2026-02-30", "must be a date, for example 2026-05-14"),
        (datetime, NOON.replace(tzinfo=None), "must be a time with its offset, for example +09:00"),
        (datetime, THE_LAST, "must be a time with its offset, for example +09:00"),
        (datetime, 5, "must be a time with its offset, for example +09:00"),
        (ClockTime, "25:00", 'must be a time in quotes, for example "18:30"'),
        (ClockTime, "18:30\n", 'must be a time in quotes, for example "18:30"'),
        (ClockTime, "18:75", 'must be a time in quotes, for example "18:30"'),
        (ClockTime, 1830, 'must be a time in quotes, for example "18:30"'),
        (TableLabel, 0, "must be 1 or more"),
        (TableLabel, "", "must not be empty"),
        pytest.param(TableLabel, 16**5000, "must be 99999 or less", id="5,000 digits"),
        (TableLabel, True, "must be a number or a label"),
        (Tables, 0, "must be 1 or more"),
        (Tables, 2001, "must be 2000 or less"),
        (Tables, "many", "must be a number, or a list of labels"),
        (Sides, ["mentor"], 'must be two names, for example ["mentor", "mentee"]'),
        (Sides, ["a", "b", "c"], 'must be two names, for example ["mentor", "mentee"]'),
        (Together, ["Ann"], "must be two people, or three"),
        (Together, ["Ann", "Ben", "Cem", "Dan"], "must be two people, or three"),
        (Two, ["Ann", "Ben", "Cem"], "must be two people"),
        (Literal["rest", "trio"], "pause", 'must be one of "rest", "trio"'),
        (Literal["rest", "trio"], None, 'must be one of "rest", "trio"'),
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
    (short,), (long,) = faults(RoundMinutes, 2), faults(RoundMinutes, 12)

    assert str(short.hint).startswith("in less than 5 minutes nobody remembers anybody")
    assert str(long.hint).startswith("after 10 minutes a talk wanders off")


def test_what_got_furthest_is_what_was_meant() -> None:
    either = Annotated[int, Between(1)] | tuple[Annotated[int, Between(1)], ...]

    assert said(either, 0) == [((), "must be 1 or more")]
    assert said(either, [4, 0]) == [((1,), "must be 1 or more")]


def test_the_first_that_fits_is_taken_whatever_was_read_before() -> None:
    assert reader(int | str)("5") == 5
    assert reader(str | int)("5") == "5"


@pytest.mark.parametrize(
    ("kind", "field", "least", "most"),
    [
        (Settings, "rounds", 1, 40),
        (Settings, "round_minutes", 5, 10),
        (Settings, "move_seconds", 15, 300),
        (Settings, "warning_seconds", 0, 120),
        (Settings, "break_minutes", 1, 120),
        (Change, "rounds", 1, 40),
        (Change, "round_minutes", 1, 60),
        (Participant, "from_round", 1, 40),
        (Participant, "until_round", 1, 40),
    ],
)
def test_every_number_of_the_file_has_its_bounds(
    kind: type[Value], field: str, least: int, most: int
) -> None:
    needed = {"title": "Mixer", "name": "Ann", "at": NOON}
    known = {name: value for name, value in needed.items() if name in key_names(kind)}

    def fits(number: int) -> bool:
        try:
            kind.checked({**known, field: number})
        except Invalid:
            return False
        return True

    assert [fits(n) for n in (least - 1, least, most, most + 1)] == [False, True, True, False]


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


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, ANYTHING, max_size=3))
def test_whatever_a_file_holds_it_is_an_event_or_its_faults_are_told(data: dict[str, Any]) -> None:
    told: tuple[Fault, ...] = ()
    try:
        Event.checked({"event": {"title": "Mixer"}, **data})
    except Invalid as wrong:
        told = wrong.faults

    assert all(str(fault.said) for fault in told)
