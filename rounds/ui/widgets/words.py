"""A line or two of words that costs nothing while they stay the same."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from rounds.formats.safe_text import one_line


class Words(Static):
    """Shows text, never markup; saying the same again changes nothing."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", id=id, classes=classes)
        self._said = ""
        self.display = False

    @property
    def said(self) -> str:
        """What it shows."""
        return self._said

    def say(self, *lines: str) -> None:
        """Show these lines; without any text the widget goes away."""
        wanted = "\n".join(one_line(line) for line in lines if line)
        if wanted == self._said:
            return
        self._said = wanted
        self.display = bool(wanted)
        self.update(Content(wanted))
