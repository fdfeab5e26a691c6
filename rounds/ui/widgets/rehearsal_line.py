"""The row on a screen which says that this is a rehearsal."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from rounds.ui.stage.texts import rehearsal


class RehearsalLine(Widget, can_focus=False):
    """One row over the rest of the screen."""

    DEFAULT_CSS = """
    RehearsalLine {
        dock: top; width: 1fr; height: 1; text-align: center;
        background: $foreground; color: $background; text-style: bold;
    }
    """

    def render(self) -> Content:
        """Return the words, in the language in force."""
        return Content(rehearsal())
