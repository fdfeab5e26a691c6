"""Drafts of the messages that somebody sends after the evening."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from rounds.domain.event import Note, Participant, Settings
from rounds.domain.followup.message_texts import filled, fitting_message
from rounds.i18n import language, listed, shown_day
from rounds.text.safe import one_line

OFFERED = 3
"""How many days are offered for a meeting."""

_A_WEEK = timedelta(days=7)
_TIME_TO_ANSWER = timedelta(days=3)


@cache
def texts(of: str) -> dict[str, str]:
    """Return the texts of all messages in a language."""
    file = Path(__file__).parents[2] / "texts" / "messages" / f"{of}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def draft(
    settings: Settings,
    me: Participant,
    partner: Participant,
    note: Note | None,
    step: str | None,
    held: date | None,
    today: date | None = None,
) -> str:
    """Return a draft of the message to a partner, in the language in force.

    The host's own wording, `settings.texts`, comes first. `step` is the next step that the
    pattern proposes, `held` the day of the evening; a week later the first day for a meeting is
    offered. If the message is sent `today`, none of them is over by then.
    """
    message = fitting_message(note, step)
    reply_by = note.reply_by if note else None
    first = _first_day(held, today)
    values = {
        "partner": one_line(partner.name),
        "me": one_line(me.name),
        "company": one_line(me.company),
        "event": one_line(settings.title),
        "purpose": _phrase(note.purpose if note and note.purpose else partner.purpose),
        "can_do": _phrase(note.can_do if note else ""),
        "day": shown_day(reply_by) if reply_by else "",
        "days": listed([shown_day(day) for day in _working_days(first)]) if first else "",
    }
    return filled(settings.texts.get(message) or texts(language())[message], values)


def _phrase(text: str) -> str:
    """Return a line without the full stop at its end, because it becomes a part of a sentence."""
    return one_line(text).rstrip(" .。")


def _first_day(held: date | None, today: date | None) -> date | None:
    """Return the first day that may be offered for a meeting, None if nobody knows any."""
    days = [held + _A_WEEK] if held else []
    if today:
        days.append(today + _TIME_TO_ANSWER)
    return max(days, default=None)


def _working_days(first: date) -> Iterator[date]:
    day, found = first, 0
    while found < OFFERED:
        if day.weekday() < 5:
            yield day
            found += 1
        day += timedelta(days=1)
