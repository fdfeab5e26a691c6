"""What the fields of an event file let in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from rounds.domain.event import Change, Participant, Settings
from rounds.domain.fields import (
    ClockTime,
    Day,
    Moment,
    Named,
    Number,
    OneLine,
    RoundMinutes,
    RoundNumber,
    Sides,
    TableLabel,
    Tables,
    Together,
    Truth,
    Two,
    Whole,
)
from rounds.domain.values import Value

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
THE_LAST = datetime.max.replace(tzinfo=timezone(-timedelta(hours=9)))


@pytest.mark.parametrize(
    ("annotation", "data", "meant"),
    [
        (RoundNumber, 6, 6),
        (RoundNumber, "6", 6),
        (RoundNumber, "６", 6),
        (RoundNumber, 6.0, 6),
        (RoundMinutes, 8, 8.0),
        (RoundMinutes, "7.5", 7.5),
        (RoundMinutes, "７.５", 7.5),
        (RoundMinutes, 10, 10.0),
        (Truth, "True", True),
        (Truth, "no", False),
        (Truth, 0, False),
        (Truth, 1.0, True),
        (Truth, " false ", False),
        (Truth, "YES", True),
        (Truth, "off", False),
        (TableLabel, 99_999, 99_999),
        (OneLine, "x" * 10_000, "x" * 10_000),
        (OneLine, "  Hall 3 ", "Hall 3"),
        (Day, date(2026, 5, 14), date(2026, 5, 14)),
        (Day, "2026-05-14", date(2026, 5, 14)),
        (Moment, NOON, NOON),
        (Moment, "2026-05-14T12:00:00Z", NOON),
        (ClockTime, "9:05", "9:05"),
        (TableLabel, 5, 5),
        (TableLabel, "5", "5"),
        (TableLabel, " Window ", "Window"),
        (Tables, 12, 12),
        (Tables, "12", 12),
        (Tables, ["Window", 2], ("Window", 2)),
        (Sides, ["mentor", "mentee"], ("mentor", "mentee")),
        (Together, ["Ann", "Ben", "Cem"], ("Ann", "Ben", "Cem")),
        (Literal["en", "ja"] | None, None, None),
        (dict[str, tuple[OneLine, ...]], {"break": [" Tea "]}, {"break": ("Tea",)}),
    ],
)
def test_what_a_host_plainly_meant_is_let_in(annotation: Any, data: Any, meant: Any) -> None:
    found = TypeAdapter(annotation).validate_python(data)

    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("annotation", "data"),
    [
        (Whole, True),
        (Whole, 2.5),
        (Whole, float("inf")),
        (Whole, "6 rounds"),
        (Whole, "6.0"),
        (Whole, "9" * 5000),
        (Whole, None),
        (RoundNumber, 0),
        (RoundNumber, 41),
        (Number, True),
        (Number, 10**400),
        (Number, None),
        (RoundMinutes, 4.99),
        (RoundMinutes, 10.01),
        (Truth, 2),
        (Truth, []),
        (OneLine, 5),
        (OneLine, "x" * 10_001),
        (Named, " "),
        (Day, "14 May"),
        (Day, NOON),
        (Day, datetime(2026, 5, 14, tzinfo=UTC)),
        (Day, 0),
        (Day, "0"),
        (Day, "20260514"),
        (Day, "2026-02-30"),
        (Day, "2026-05-14T00:00:00"),
        (Moment, NOON.replace(tzinfo=None)),
        (Moment, THE_LAST),
        (Moment, 5),
        (Moment, "1715688000"),
        (Moment, "2026-05-14"),
        (Moment, NOON.date()),
        (ClockTime, "25:00"),
        (ClockTime, "18:30\n"),
        (ClockTime, "18:75"),
        (ClockTime, 1830),
        (TableLabel, 0),
        (TableLabel, ""),
        pytest.param(TableLabel, 16**5000, id="5,000 digits"),
        (TableLabel, True),
        (Tables, 0),
        (Tables, 2001),
        (Tables, "many"),
        (Sides, ["mentor"]),
        (Sides, ["a", "b", "c"]),
        (Together, ["Ann"]),
        (Together, ["Ann", "Ben", "Cem", "Dan"]),
        (Two, ["Ann", "Ben", "Cem"]),
        (tuple[str, ...], "Ann"),
    ],
)
def test_what_leaves_a_doubt_is_not_let_in(annotation: Any, data: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(annotation).validate_python(data)


@pytest.mark.parametrize("data", [float("nan"), float("inf"), "nan", "inf"])
def test_no_number_of_an_event_is_without_end(data: object) -> None:
    with pytest.raises(ValidationError):
        Settings.checked({"title": "Mixer", "break_minutes": data})


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
    known = {name: value for name, value in needed.items() if name in kind.model_fields}

    def fits(number: int) -> bool:
        try:
            kind.checked({**known, field: number})
        except ValidationError:
            return False
        return True

    assert [fits(n) for n in (least - 1, least, most, most + 1)] == [False, True, True, False]
