"""The session: everything the host can do with an open event.

Every verb makes a new value with a function of the domain, gives it to the keeper and tells
the listeners. Nothing here knows the terminal. The parts stand on one another: `core`
(change, undo, clocks), `planning`, `course` (the steps), `people`, and here the room and the
notes.
"""

from __future__ import annotations

from dataclasses import dataclass

from rounds.domain import notes
from rounds.domain.event import Change, Note
from rounds.domain.language import Language
from rounds.domain.public import begins_at, public
from rounds.domain.room import Room
from rounds.domain.sentence import sentence
from rounds.session.keeping import Keeper, Saving
from rounds.session.people import People
from rounds.session.undo import Undo

__all__ = ["Keeper", "Saving", "Session"]


@dataclass
class Session(People):
    """The evening under way. Times are seconds of the steady clock (`now`), or wall times."""

    @property
    def room(self) -> Room:
        """What the room may see now."""
        return public(self.event, self.run, language=self.language).with_(
            begins_at=begins_at(self.event, self.steady(), self.wall()),
            message=self.message,
            black=self.black,
            calm=self.calm,
            page=self._page,
            page_chosen_at=self._page_chosen_at,
            board_since=self._board_since,
        )

    def say_to_room(self, text: str) -> None:
        """Show a line to the room, in the place of the one before; an empty one shows nothing."""
        said = text.strip()
        if said != self.message:
            label = sentence("message to the room") if said else sentence("taking the message away")
            self._put_down(Undo(label, {}, {}, message=self.message))
        self.message = said
        self._tell()

    def set_black(self, black: bool) -> None:
        """Switch the projector dark or on again."""
        self.black = black
        self._tell()

    def turn_page(self, page: int) -> None:
        """Choose a page of the board; the pages stand still for a while."""
        self._page, self._page_chosen_at = page, self.steady()
        self._tell()

    def toggle_mute(self) -> None:
        """Switch the sounds off or on."""
        self.muted = not self.muted
        self._tell()

    def choose_language(self, language: Language) -> None:
        """Change the language of all screens from now on."""
        self.language = language
        change = Change(at=self._stamp(), language=language)
        self._set(self.event.with_(changes=(*self.event.changes, change)))

    def write_note(self, note: Note) -> int:
        """Keep a note; return the ticket under which `saving` will report it saved."""
        self.event = notes.write(self.event, note)
        return self._save()
