"""The types of the fields of an event file.

Data comes from TOML and JSON, so numbers and days in quotes are accepted if they are
unambiguous. Pydantic alone would accept more: true as a number, a number as a day or a time.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticKnownError

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _whole(data: Any) -> int:
    if type(data) is int:
        return data
    if isinstance(data, float | str):
        with suppress(ValueError, OverflowError):
            if float(data) == int(data):
                return int(data)
    raise PydanticKnownError("int_type")


def _number(data: Any) -> float:
    if isinstance(data, int | float | str) and not isinstance(data, bool):
        with suppress(ValueError, OverflowError):
            return float(data)
    raise PydanticKnownError("float_type")


def _none_or_long_enough(seconds: int) -> int:
    if seconds and seconds < 15:
        raise PydanticKnownError("greater_than_equal", {"ge": 15})
    if seconds > 300:
        raise PydanticKnownError("less_than_equal", {"le": 300})
    return seconds


def _truth(data: Any) -> Any:
    return data.strip() if isinstance(data, str) else data


def _day(data: Any) -> date:
    if isinstance(data, date) and not isinstance(data, datetime):
        return data
    with suppress(ValueError):
        if isinstance(data, str) and _ISO_DAY.fullmatch(data):
            return date.fromisoformat(data)
    raise PydanticKnownError("date_type")


def _moment(data: Any) -> datetime:
    # OverflowError: a moment of the year 9999 that is in the year 10000 in UTC.
    with suppress(TypeError, ValueError, OverflowError):
        moment = data if isinstance(data, datetime) else datetime.fromisoformat(data)
        if moment.utcoffset() is not None and moment.astimezone(UTC):
            return moment
    raise PydanticKnownError("datetime_type")


Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A moment with its offset from UTC."""

OneLine = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
Paragraphs = Annotated[str, StringConstraints(max_length=10_000)]
StepAndDay = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        pattern=r"^(message|network|mail|newsletter|postcard|meeting) "
        r"(today|tomorrow|in ([1-9]|[1-8][0-9]|90) days?)$",
    ),
]
"""A next step and in how many days, at most 90."""

LossReason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=1000, pattern=r"^(price|deadline|fit|other(: .+)?)$"
    ),
]
"""Why a referral came to nothing: one of four words, the last with a word of one's own."""

ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")]
RoundNumber = Annotated[Whole, Field(ge=1, le=40)]
RoundMinutes = Annotated[Number, Field(ge=5, le=10)]
IntroductionSeconds = Annotated[Whole, AfterValidator(_none_or_long_enough)]
"""Seconds of one introduction: 0, or 15 to 300."""

TableLabel = Named | Annotated[Whole, Field(ge=1, le=99_999)]
Tables = Annotated[Whole, Field(ge=1, le=2000)] | tuple[TableLabel, ...]
RecordedRound = Annotated[Whole, Field(ge=0, le=999)]
Minutes = Annotated[Number, Field(ge=-999_999, le=999_999)]
Seconds = Annotated[Number, Field(ge=-99_999_999, le=99_999_999)]
"""Measured times have wide limits, and are negative if a clock was set back."""

Sides = tuple[Named, Named]
Together = Annotated[tuple[str, ...], Field(min_length=2, max_length=3)]
Two = tuple[str, str]
