"""The choices of a note (interest, answer, next step, again), with one key for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rounds.domain import notes
from rounds.domain.event import FollowUp, Note
from rounds.domain.followup.pattern import proposed
from rounds.i18n import _, shown_day
from rounds.text.width import width
from rounds.ui.terminal.ime_keys import intended_key

KEYS: dict[str, tuple[str, Any]] = {
    "1": ("stage", "now"),
    "2": ("stage", "problem"),
    "3": ("stage", "someday"),
    "4": ("stage", "not_yet"),
    "y": ("reply", "yes"),
    "b": ("reply", "by"),
    "x": ("reply", "no"),
    "m": ("next_step", "message"),
    "s": ("next_step", "network"),
    "e": ("next_step", "mail"),
    "w": ("next_step", "newsletter"),
    "p": ("next_step", "postcard"),
    "o": ("next_step", "meeting"),
    "+": ("again", True),
}
"""What each key chooses; the same key again takes it back."""

BY_PATTERN = "f"
"""Chooses the next step by the pattern of the evening."""

FIELDS = ("stage", "reply", "next_step", "again")

_SAME = {"=": "+", ";": "+", ",": "<", ".": ">"}
_DATES = {"reply": "reply_by", "next_step": "next_step_on"}


@dataclass(frozen=True)
class Option:
    """One answer: its key, its words, and whether it is chosen."""

    key: str
    words: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """One question and its possible answers."""

    field: str
    label: str
    options: tuple[Option, ...]


def plain_key(character: str) -> str:
    """Return the key that a character stands for; it may be one of Japanese input."""
    key = (intended_key(character) or ("", character))[1].lower()
    return _SAME.get(key, key)


def chosen(note: Note, key: str, today: date) -> Note | None:
    """Return the note with a key's choice made or taken back, None if the key has no choice."""
    if key not in KEYS:
        return None
    field, value = KEYS[key]
    if getattr(note, field) == value:
        value = False if field == "again" else None
    update: dict[str, Any] = {field: value}
    if field == "reply":
        update["reply_by"] = notes.answer_by(today) if value == "by" else None
    if field == "next_step":
        update["next_step_on"] = notes.due_date(value, today) if value else None
        update["done_on"] = None
    return note.with_(**update)


def by_pattern(note: Note, follow_up: FollowUp, today: date) -> Note | None:
    """Return the note with the next step of the pattern, None where it proposes none."""
    step = proposed(follow_up, note, today)
    if step is None:
        return None
    return note.with_(next_step=step[0], next_step_on=step[1], done_on=None)


def moved(note: Note, field: str, by: int, today: date) -> Note:
    """Return the note with the next or previous choice of a row; before the first it has none."""
    keys = [key for key, (of, _value) in KEYS.items() if of == field]
    values = [KEYS[key][1] for key in keys]
    now = getattr(note, field)
    at = (values.index(now) if now in values else -1) + by
    if at < 0 and now in values:
        return chosen(note, keys[0], today) or note
    if not 0 <= at < len(values):
        return note
    return chosen(note, keys[at], today) or note


def postponed(note: Note, field: str, days: int, today: date) -> Note:
    """Return the note with the date of a row moved, but not to before today."""
    name = _DATES.get(field)
    day: date | None = getattr(note, name) if name else None
    if name is None or day is None:
        return note
    return note.with_(**{name: max(today, day + timedelta(days=days))})


def dated(note: Note, field: str) -> bool:
    """Return whether the choice of a row has a date that can be moved."""
    return field in _DATES and getattr(note, _DATES[field]) is not None


def says_something(note: Note) -> bool:
    """Return whether anything is written or chosen in a note."""
    return bool(
        note.text
        or note.purpose
        or note.can_do
        or note.reply
        or note.next_step
        or note.again
        or note.stage
    )


def labels() -> dict[str, str]:
    """Return what stands before each line and each row of the form."""
    rows = {
        "stage": _("interest"),
        "reply": _("their offer"),
        "next_step": _("next step"),
        "again": _("again"),
    }
    return {
        "purpose": _("Purpose"),
        "can_do": _("I can do"),
        "text": _("Note"),
        **{field: label.capitalize() for field, label in rows.items()},
    }


def label_cells() -> int:
    """Return the cells for a label: a mark before it, and a gap after the longest one."""
    return max(map(width, labels().values())) + 3


def rows(note: Note, today: date) -> tuple[Row, ...]:
    """Return the questions of the form in the host's language."""
    named = labels()
    words = _words(note, today)
    return tuple(
        Row(
            field,
            named[field],
            tuple(
                Option(key, words[key], getattr(note, field) == value)
                for key, (of, value) in KEYS.items()
                if of == field
            ),
        )
        for field in FIELDS
    )


def _words(note: Note, today: date) -> dict[str, str]:
    answer_by = note.reply_by or notes.answer_by(today)
    words = {
        "1": _("ready now"),
        "2": _("has a problem to solve"),
        "3": _("someday"),
        "4": _("not yet"),
        "y": _("accept"),
        "b": _("answer by {day}").format(day=shown_day(answer_by)),
        "x": _("decline"),
        "m": _("message"),
        "s": _("social network"),
        "e": _("mail"),
        "w": _("newsletter (with consent)"),
        "p": _("postcard"),
        "o": _("one-to-one meeting"),
        "+": _("I would like to talk again"),
    }
    if note.next_step and note.next_step_on:
        key = next(key for key, value in KEYS.items() if value == ("next_step", note.next_step))
        words[key] = _("{step} on {day}").format(step=words[key], day=shown_day(note.next_step_on))
    return words
