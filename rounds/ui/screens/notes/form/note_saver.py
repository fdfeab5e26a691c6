"""The way of a note to the disk: a draft while it is typed, then saved by the session."""

from __future__ import annotations

from datetime import datetime

from rounds.domain import notes
from rounds.domain.event import Event, Note, PersonKey, starts
from rounds.i18n import _, shown_time
from rounds.session.session import Session
from rounds.store.state.drafts import Drafts
from rounds.ui.screens.notes.form.choices import says_something


class NoteSaver:
    """Keeps the drafts of this evening, and knows which notes are not on the disk yet.

    `written` counts the notes of the participant who sits at the laptop now.
    """

    def __init__(self, event: Event) -> None:
        # To the second: an evening that is started over on the same day has drafts of its own.
        began = starts(event)
        self._drafts = Drafts(f"{event.settings.title}\n{began.isoformat() if began else ''}")
        self._waiting: list[tuple[int, Note]] = []
        self.written = 0

    @property
    def waiting(self) -> int:
        """How many notes are not known to be on the disk."""
        return len(self._waiting)

    def open(
        self, event: Event, number: int, by: PersonKey, about: PersonKey, now: datetime
    ) -> tuple[Note, bool, str]:
        """Return a note to go on with, whether it is a draft, and what to say about it.

        That is the draft, else what was written earlier, else an empty note. A draft older than
        what was written is passed over.
        """
        written = notes.find(event, number, by, about)
        draft = self._drafts.find(number, by, about)
        if draft is not None and (written is None or draft.at > written.at):
            return draft, True, _("(your draft, not saved yet)")
        if written is not None:
            return written, False, _("(written {time})").format(time=shown_time(written.at.time()))
        return Note(round=number, by=by, about=about, at=now), False, ""

    def keep_draft(self, note: Note, now: datetime) -> None:
        """Keep the note as it is now; an empty one deletes the draft."""
        if says_something(note):
            self._drafts.keep(note.with_(at=notes.stamp(now)))
        else:
            self._drafts.drop(note.round, note.by, note.about)

    def save(self, session: Session, note: Note) -> None:
        """Give a note to the session."""
        note = note.with_(at=notes.stamp(session.clocks.wall()))
        ticket = session.write_note(note)
        kept = notes.find(session.event, note.round, note.by, note.about) or note
        self._waiting.append((ticket, kept))
        self.written += 1

    def drop_saved(self, on_disk: int) -> None:
        """Delete the drafts of the notes that are on the disk, `on_disk` being the last ticket."""
        for ticket, note in self._waiting:
            if ticket <= on_disk:
                self._drafts.drop_saved(note)
        self._waiting = [each for each in self._waiting if each[0] > on_disk]
