"""What the desk says about people and about what is due, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rounds.domain.days_after import Introduction
from rounds.domain.event import Note, PersonKey
from rounds.domain.followup.due import HOST, Due
from rounds.formats.history.labels import stage_word
from rounds.formats.sheets.texts import what_is_due
from rounds.i18n import _, shown_date, shown_day
from rounds.session.desk import Evening
from rounds.text.width import width
from rounds.ui.widgets.wrapped_text import SEPARATOR


def called(evening: Evening, key: PersonKey) -> str:
    """Return the name of somebody at an evening."""
    return _("the host") if key == HOST else evening.roster.names.get(key, key)


def day_width() -> int:
    """Return how many cells a day takes, without its year."""
    return width(shown_day(date(2026, 12, 30)))


def what_to_do(evening: Evening, due: Due) -> str:
    """Return one thing that is due."""
    return what_is_due(due, evening.roster.names)


def about_due(evening: Evening, due: Due) -> Sequence[str]:
    """Return a line on who is to do what, and lines on what it is for."""
    who = _("{person}: {what}").format(
        person=called(evening, due.by), what=what_to_do(evening, due)
    )
    titled = evening.event.settings.title
    lines = [SEPARATOR.join((who, shown_date(due.day), titled))]
    if isinstance(due.entry, Note):
        note = due.entry
        said = [
            _("I can do: {text}").format(text=note.can_do) if note.can_do else "",
            note.text,
            stage_word(note) if note.stage else "",
        ]
        lines.append(SEPARATOR.join(filter(None, said)))
    elif isinstance(due.entry, Introduction):
        lines.append(due.entry.purpose)
    return lines
