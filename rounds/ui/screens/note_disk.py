"""The line of the notes that says what is on the disk, and for a moment something else."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Label

from rounds.formats.safe_text import one_line
from rounds.session.saving import Saving
from rounds.ui.screens import note_words
from rounds.ui.screens.note_keeping import NoteKeeping
from rounds.ui.stage.wrapping import wrapped


class DiskLine(Label):
    """What is true of the notes of this sitting; a word to the writer goes before it."""

    def __init__(self) -> None:
        super().__init__(id="disk")
        self._told = ("", float("-inf"))

    def tell(self, message: str, until: float) -> None:
        """Say one line until that moment."""
        self._told = (one_line(message), until)

    def show(self, keeping: NoteKeeping, saving: Saving, now: float) -> None:
        """Say what is due now."""
        words = note_words.disk(keeping.waiting, keeping.written, saving)
        said, until = self._told
        told = bool(said) and now < until
        self.set_class(bool(keeping.waiting), "-waiting")
        self.set_class(told, "-told")
        cells = max(20, self.screen.size.width - 4)
        content = Content("\n".join(wrapped(said if told else words, cells)))
        if self.content != content:
            self.update(content)
