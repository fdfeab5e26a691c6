"""The part of the notes in which one note is written: about whom, the form, the draft."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from rounds.domain.event import PersonKey
from rounds.session.session import Session
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.form.choices import says_something
from rounds.ui.screens.notes.form.note_form import NoteForm
from rounds.ui.screens.notes.form.note_saver import NoteSaver
from rounds.ui.screens.notes.partners import Partner
from rounds.ui.screens.person_texts import introduced
from rounds.ui.widgets.plain_label import PlainLabel
from rounds.ui.widgets.profile_text import ProfileText


class NotePart(Vertical):
    """The form about one partner; whatever is typed is kept as a draft at once."""

    def __init__(self, session: Session, saver: NoteSaver) -> None:
        super().__init__(id="form")
        self._session = session
        self._saver = saver
        self._partner: Partner | None = None
        self._origin = ""
        self._about = PlainLabel(id="about")
        self._profile = ProfileText(id="profile")
        self._form = NoteForm(id="fields")

    def compose(self) -> ComposeResult:
        """The heading, what the partner wrote, and the form."""
        yield self._about
        yield self._profile
        yield self._form

    @property
    def is_open(self) -> bool:
        """Whether there is a note in the form."""
        return self._form.note is not None

    @property
    def has_draft(self) -> bool:
        """Whether something in the form is not saved, but kept as a draft."""
        note = self._form.note
        return note is not None and self._form.touched and says_something(note)

    def open(self, by: PersonKey, partner: Partner) -> None:
        """Open the note of somebody about a partner: a draft, else what is written, else new."""
        now = self._session.clocks.wall()
        note, is_draft, self._origin = self._saver.open(
            self._session.event, partner.round, by, partner.person.key, now
        )
        self._partner = partner
        self._form.open(note, now.date(), self._session.event.in_force.follow_up)
        self._form.touched = is_draft

    def show(self) -> None:
        """Say whom the note is about, as wide as the window is now, and what they wrote."""
        if self._partner is not None:
            person = self._session.state.roster.by_key.get(self._partner.person.key)
            self._profile.say(*introduced(person))
            self._about.say(texts.about(self._partner, self._origin, self.screen.size.width - 4))

    def save(self) -> bool:
        """Give the note to the session and close it; return False where nothing is written."""
        note = self._form.note
        if note is None or not self._form.written:
            return False
        self._saver.save(self._session, note)
        self.close()
        return True

    def close(self) -> None:
        """Leave nothing of the note here; its draft stays on the disk."""
        self._form.close()
        self._partner, self._origin = None, ""
        self._about.say("")
        self._profile.say()

    def on_note_form_edited(self) -> None:
        """Keep the draft."""
        note = self._form.note
        if note is not None and self._form.touched:
            self._saver.keep_draft(note, self._session.clocks.wall())
