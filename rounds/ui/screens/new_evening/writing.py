"""Writes the event file of a new evening: whole, checked, and never in the place of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from rounds.domain.new_evening.answers import Answers, written_people
from rounds.domain.new_evening.outlook import settings_of
from rounds.formats import new_event
from rounds.store.disk.atomic import write_whole
from rounds.store.disk.os_errors import cannot_be_written
from rounds.store.format.templates import template
from rounds.store.reading.interpret import interpret
from rounds.store.state.new_evening_draft import drop_draft
from rounds.store.state.recent import remember
from rounds.text.safe import clean_line, source_line
from rounds.ui.screens.new_evening.file_name import path_typed


def event_text(answers: Answers, today: date) -> str:
    """Return the commented event file that the answers ask for, without any sample people."""
    said: dict[str, Any] = {}
    settings = settings_of(answers, today)
    if title := clean_line(answers.title):
        said["title"] = title
    if settings.date:
        said["date"] = settings.date
    if settings.place:
        said["place"] = clean_line(settings.place)
    said.update(language=answers.language, rounds=settings.rounds)
    said["round_minutes"] = answers.round_minutes
    if answers.introductions:
        said["introductions"] = answers.introductions
    if settings.break_after:
        said.update(break_after=[*settings.break_after], break_minutes=answers.break_minutes)
    if settings.starts_at:
        said["starts_at"] = settings.starts_at
    if settings.ends_at:
        said["ends_at"] = settings.ends_at
    text = new_event.with_settings(template(answers.language), said)
    return new_event.with_people(text, written_people(answers))


def write_evening(answers: Answers, today: date) -> Path:
    """Write the file and return where it is; the draft is no longer needed then.

    Raises a `RoundsError` if something in it is wrong, the name is taken, or the disk refuses.
    """
    path = path_typed(answers, today)
    raw = event_text(answers, today).encode()
    interpret(raw, path.name)
    try:
        write_whole(path, raw)
    except OSError as fault:
        raise cannot_be_written(source_line(str(path)), fault) from fault
    remember(path)
    drop_draft()
    return path
