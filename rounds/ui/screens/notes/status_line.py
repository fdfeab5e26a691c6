"""The line of the notes that says what is saved, and for a moment something else."""

from __future__ import annotations

from rounds.session.saving import Saving
from rounds.text.safe import one_line
from rounds.text.wrap import wrapped
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.form.note_saver import NoteSaver
from rounds.ui.widgets.plain_label import PlainLabel


class StatusLine(PlainLabel):
    """Whether the notes of this participant are saved; a message to the writer replaces it."""

    def __init__(self) -> None:
        super().__init__(id="disk")
        self._told = ("", float("-inf"))

    def tell(self, message: str, until: float) -> None:
        """Say one line until that time."""
        self._told = (one_line(message), until)

    def show(self, saver: NoteSaver, saving: Saving, now: float) -> None:
        """Say what is to be said at this time."""
        words = texts.disk(saver.waiting, saver.written, saving)
        said, until = self._told
        told = bool(said) and now < until
        self.set_class(bool(saver.waiting), "-waiting")
        self.set_class(told, "-told")
        cells = max(20, self.screen.size.width - 4)
        self.say("\n".join(wrapped(said if told else words, cells)))
