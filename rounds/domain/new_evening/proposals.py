"""The day and the times of a new evening: as typed, and as proposed where nothing was typed.

What a form shows in an empty line is what the evening gets; a dash means none.
"""

from __future__ import annotations

from datetime import date

from rounds.domain.new_evening.answers import Answers
from rounds.domain.new_evening.typed_time import clock_typed, day_typed

USUAL_START, USUAL_END = "18:30", "20:30"
_USUAL_HOURS = 2
_DASHES = frozenset("-ー–—−－")


def none_typed(text: str) -> bool:
    """Return whether a dash was typed: no day, or no time."""
    return text.strip() in _DASHES


def day_of(answers: Answers, today: date) -> date | None:
    """Return the day of the evening: today if none was typed."""
    return day_typed(answers.day, today) if answers.day.strip() else today


def start_of(answers: Answers) -> str | None:
    """Return when the evening begins; proposed is the usual hour, or two hours before the end."""
    if answers.starts.strip():
        return clock_typed(answers.starts)
    end = clock_typed(answers.ends)
    return _later(end, -_USUAL_HOURS) if end else USUAL_START


def end_of(answers: Answers) -> str | None:
    """Return when all must be over; proposed are two hours, and none where there is no start."""
    if answers.ends.strip():
        return clock_typed(answers.ends)
    if not answers.starts.strip():
        return USUAL_END
    start = clock_typed(answers.starts)
    return _later(start, _USUAL_HOURS) if start else None


def _later(clock: str, hours: int) -> str:
    hour, minute = clock.split(":")
    return f"{(int(hour) + hours) % 24:02}:{minute}"
