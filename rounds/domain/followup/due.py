"""What is to be done after an evening: next steps and promised answers, by their days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rounds.domain.event import Event, Note, PersonKey
from rounds.domain.notes import answer_by, due_date


@dataclass(frozen=True)
class Due:
    """One thing that somebody wants to do on a day: a next step, or an answer that was promised."""

    day: date
    kind: Literal["step", "answer"]
    note: Note

    @property
    def by(self) -> PersonKey:
        """Who does it."""
        return self.note.by

    @property
    def about(self) -> PersonKey:
        """For whom it is done."""
        return self.note.about

    @property
    def done_on(self) -> date | None:
        """The day on which it was done, None while it is open."""
        return self.note.done_on if self.kind == "step" else None


def follow_ups(notes: Iterable[Note]) -> tuple[Due, ...]:
    """Return what notes ask for, done or not, earliest first."""
    found: list[Due] = []
    for note in notes:
        written = note.at.date()
        if note.reply == "by":
            found.append(Due(note.reply_by or answer_by(written), "answer", note))
        if note.next_step:
            day = note.next_step_on or due_date(note.next_step, written)
            found.append(Due(day, "step", note))
    return tuple(sorted(found, key=lambda due: (due.day, due.by, due.about, due.kind)))


def open_until(event: Event, last: date | None) -> tuple[Due, ...]:
    """Return what is still open and due up to a day (without one: ever), overdue first."""
    return tuple(
        due
        for due in follow_ups(event.notes)
        if due.done_on is None and (last is None or due.day <= last)
    )


def held_on(event: Event) -> date | None:
    """Return the day of the evening: when it began, else as planned; None if nobody knows."""
    begun = [round_.started_at for round_ in event.rounds if round_.started_at]
    if begun:
        return min(begun).date()
    if event.settings.date:
        return event.settings.date
    moments = [note.at for note in event.notes] + [entry.at for entry in event.attendance]
    moments += [walk_in.joined_at for walk_in in event.walk_ins]
    return min(moments).date() if moments else None
