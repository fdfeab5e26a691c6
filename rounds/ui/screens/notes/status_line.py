"""The line of the notes that says what is on the disk, and for a moment something else."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Label

from rounds.session.saving import Saving
from rounds.text.safe import one_line
from rounds.text.wrap import wrapped
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.saving import NoteKeeping


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
        words = texts.disk(keeping.waiting, keeping.written, saving)
        said, until = self._told
        told = bool(said) and now < until
        self.set_class(bool(keeping.waiting), "-waiting")
        self.set_class(told, "-told")
        cells = max(20, self.screen.size.width - 4)
        content = Content("\n".join(wrapped(said if told else words, cells)))
        if self.content != content:
            self.update(content)
