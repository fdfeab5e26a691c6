"""Asks the host for a line to show to the room."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.formats.safe_text import clean_line
from rounds.i18n import _
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.line import Line
from rounds.ui.widgets.words import Words


class MessageDialog(Dialog["str | None"]):
    """One line of text; Enter shows it, Enter alone takes away what is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message

    def compose(self) -> ComposeResult:
        """A question and a line."""
        with Vertical():
            yield Words(_("Message to the room, then Enter"), classes="question")
            yield Line(max_length=200)
            if self._message:
                yield Words(_("Now shown: {message}").format(message=self._message))
            keys = [_("Enter: take the message away")] if self._message else []
            yield Words(" | ".join([*keys, _("Escape: cancel")]), classes="keys")

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(clean_line(event.value))

    def action_cancel(self) -> None:
        """Leave the message as it is."""
        self.dismiss(None)
