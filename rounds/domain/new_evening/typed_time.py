"""Days and times of day as people type them, in English or Japanese."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date, timedelta

_DAYS_FROM_TODAY = {
    "today": 0, "tonight": 0, "tomorrow": 1,
    "今日": 0, "本日": 0, "今晩": 0, "今夜": 0, "明日": 1, "あした": 1, "明後日": 2, "あさって": 2,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YOUBI = "月火水木金土日"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_KANJI = re.compile(r"(\d{1,2})月(\d{1,2})日?")
_SIGNS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:[-/.](\d{4}|\d{2})?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]{3,9})\.?(?:,? (\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_BEHIND = re.compile(r"[(（\[]?\s*(?:[月火水木金土日](?:曜日?)?)\s*[)）\]]?$")

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)? ?(am|pm)?")
_FOUR_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_JI = re.compile(r"(午前|午後|夜|夕方)?(\d{1,2})(?::(\d{2})|時(?:(半)|(\d{1,2})分?)?)")


def day_typed(text: str, today: date, *, day_first: bool = False) -> date | None:
    """Return the day that was typed, None where it is none; without a year the next such day.

    `day_first` says which of two small numbers between slashes is the day.
    """
    typed = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    if typed in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[typed])
    if (weekday := _weekday(typed)) is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    typed = _BEHIND.sub("", typed).strip()
    with suppress(ValueError, OverflowError):
        if found := _ISO.fullmatch(typed):
            return date(*map(int, found.groups()))
        if found := _KANJI.fullmatch(typed):
            return _next(today, int(found[1]), int(found[2]), None)
        if found := _SIGNS.fullmatch(typed):
            first, sign, second, year = found.groups()
            swapped = sign == "." or int(first) > 12 or (day_first and int(second) <= 12)
            month, day = (second, first) if swapped else (first, second)
            return _next(today, int(month), int(day), year)
        for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
            if found := pattern.fullmatch(typed):
                return _next(today, _month(found[month_at]), int(found[day_at]), found[3])
    return None


def clock_typed(text: str) -> str | None:
    """Return the time of day that was typed, such as `18:30`, None where it is none."""
    typed = "".join(unicodedata.normalize("NFKC", text).lower().split()).replace("p.m.", "pm")
    typed = typed.replace("a.m.", "am")
    hour = minute = -1
    if found := _JI.fullmatch(typed):
        hour, minute = int(found[2]), 30 if found[4] else int(found[3] or found[5] or 0)
        if found[1] not in {None, "午前"} and hour < 12:
            hour += 12
    elif found := _CLOCK.fullmatch(typed):
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else -1
    elif found := _FOUR_DIGITS.fullmatch(typed):
        hour, minute = int(found[1]), int(found[2])
    return f"{hour:02}:{minute:02}" if 0 <= hour < 24 and 0 <= minute < 60 else None


def _weekday(typed: str) -> int | None:
    if len(typed) >= 3:
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(typed):
                return number
    bare = typed.removesuffix("日").removesuffix("曜")
    return _YOUBI.index(bare) if len(bare) == 1 and bare in _YOUBI and bare != typed else None


def _month(word: str) -> int:
    for number, name in enumerate(_MONTHS, 1):
        if name.startswith(word):
            return number
    raise ValueError(f"no month {word}")


def _next(today: date, month: int, day: int, year: str | None) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for this in range(today.year, today.year + 5):  # the 29th of February waits for its year
        with suppress(ValueError):
            found = date(this, month, day)
            if found >= today:
                return found
    raise ValueError(f"no day {month}-{day}")
