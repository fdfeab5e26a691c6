"""What a phone may send, checked: the bodies of the requests, as pydantic reads them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from rounds.domain.event import NextStep, Note, Reply, Stage
from rounds.domain.people.private_reports import Wish
from rounds.text.safe import clean_line

MOST_LETTERS = 4000
"""How long the texts of one note may be together."""

Short = Annotated[str, StringConstraints(max_length=100)]
FormDay = Annotated[date, Field(strict=False, ge=date(2000, 1, 1), lt=date(3000, 1, 1))]
"""A day that a phone's form may hold; far from today there are days with which nobody reckons."""
Text = Annotated[str, StringConstraints(max_length=MOST_LETTERS)]


class Body(BaseModel):
    """A request of a phone; it is refused if there is anything else in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Join(Body):
    """A phone wants to join as somebody."""

    code: Short
    person: Short


class WrittenNote(Body):
    """A note as the phone's form holds it."""

    text: Text = ""
    purpose: Text = ""
    can_do: Text = ""
    stage: Stage | None = None
    reply: Reply | None = None
    reply_by: FormDay | None = None
    next_step: NextStep | None = None
    next_step_on: FormDay | None = None
    again: bool = False

    @property
    def too_long(self) -> bool:
        """Whether the texts are longer together than a note may be."""
        return len(self.text) + len(self.purpose) + len(self.can_do) > MOST_LETTERS

    def applied(self, note: Note, at: datetime) -> Note:
        """Return a note with what the form says now; days without their choice are left out."""
        return note.with_(
            at=at,
            text=clean_line(self.text),
            purpose=clean_line(self.purpose),
            can_do=clean_line(self.can_do),
            stage=self.stage,
            reply=self.reply,
            reply_by=self.reply_by if self.reply == "by" else None,
            next_step=self.next_step,
            next_step_on=self.next_step_on if self.next_step else None,
            done_on=note.done_on if self.next_step == note.next_step else None,
            again=self.again,
        )


class NoteToSave(Body):
    """A note, and the revision of the one that the phone has changed."""

    revision: Short
    note: WrittenNote


class ToldInConfidence(Body):
    """What somebody tells the host about a participant: what happened, and what is wished."""

    about: Short
    what: Annotated[str, StringConstraints(max_length=1000)]
    wish: Wish
    named: bool = False


def read(kind: type[Body], data: bytes) -> Any:
    """Return what a body says, None if it is not what was asked for."""
    try:
        return kind.model_validate_json(data)
    except ValidationError:
        return None
