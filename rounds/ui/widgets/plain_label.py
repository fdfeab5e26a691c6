"""A label of plain text that costs nothing as long as the text stays the same."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Label


class PlainLabel(Label):
    """Shows text, never markup. The text must be safe to show already."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)

    def say(self, words: str | Content) -> None:
        """Show this text; showing the same again changes nothing."""
        content = words if isinstance(words, Content) else Content(words)
        if self.content != content:
            self.update(content)
