"""Asks the host for a line to show to the room."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.i18n import _
from rounds.text.safe import clean_line
from rounds.text.width import clusters
from rounds.ui.screens.base import Dialog
from rounds.ui.stage.scenes import message_fits
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText


class MessageLine(TextLine):
    """A line that holds as much text as the room's screen can show."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Insert as much of the text as there is room for."""
        before, after = self.value[:start], self.value[end:]
        fits = ""
        for piece in clusters(text):
            if not message_fits(before + fits + piece + after):
                break
            fits += piece
        super().replace(fits, start, end)
        if fits != text:
            self.restricted()


class MessageDialog(Dialog["str | None"]):
    """One line of text; Enter shows it, and an empty line takes away what is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message
        self._full_at: str | None = None

    def compose(self) -> ComposeResult:
        """A question and a line."""
        with Vertical():
            yield WrappedText(_("Message to the room, then Enter"), classes="question")
            yield MessageLine()
            yield WrappedText(id="full")
            if self._message:
                yield WrappedText(_("Now shown: {message}").format(message=self._message))
            keys = [_("Enter: remove the message")] if self._message else []
            yield KeyHints(SEPARATOR.join([*keys, _("Esc: cancel")]), classes="keys")

    def on_text_line_full(self, message: TextLine.Full) -> None:
        """Say so here, not over the stage, until the line is changed."""
        message.stop()
        message.prevent_default()
        self._full_at = self.query_one(TextLine).value
        self.query_one("#full", WrappedText).say(
            _("The message is full: more would not fit on the room's screen.")
        )

    def on_input_changed(self, event: TextLine.Changed) -> None:
        """Take that back once the line is changed."""
        if event.value != self._full_at:
            self.query_one("#full", WrappedText).say()

    def on_input_submitted(self, event: TextLine.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(clean_line(event.value))

    def action_cancel(self) -> None:
        """Leave the message as it is."""
        self.dismiss(None)
