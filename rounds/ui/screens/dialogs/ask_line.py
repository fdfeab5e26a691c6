"""Asks for one line: a name, or the label of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from rounds.domain.errors import RoundsError
from rounds.i18n import _, say
from rounds.text.safe import clean_line
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText


class AskLineDialog(Dialog[None]):
    """One line; Enter gives it to `take`, Escape leaves everything as it was.

    Where `take` raises an error that the host can fix, the dialog shows it and stays open. Several
    pasted lines close the dialog and go to `take_several`, if there is one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(
        self,
        question: str,
        take: Callable[[str], None],
        value: str = "",
        longest: int = 200,
        take_several: Callable[[list[str]], object] | None = None,
    ) -> None:
        super().__init__()
        self._question = question
        self._take = take
        self._value = value
        self._longest = longest
        self._take_several = take_several

    def compose(self) -> ComposeResult:
        """The question, the line, and what was wrong with it."""
        with Vertical():
            yield WrappedText(self._question, classes="question")
            several = self._take_several is not None
            yield TextLine(self._value, max_length=self._longest, several=several)
            yield WrappedText(id="refused")
            yield KeyHints(_("Enter: accept | Esc: cancel"), classes="keys")

    def on_input_changed(self) -> None:
        """Take the error away as soon as the line is changed."""
        self.query_one("#refused", WrappedText).say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line to `take`; a line that is refused can be corrected."""
        try:
            self._take(clean_line(event.value))
        except RoundsError as error:
            self.query_one("#refused", WrappedText).say(say(error))
        else:
            self.dismiss(None)

    def on_text_line_several_pasted(self, message: TextLine.SeveralPasted) -> None:
        """Give pasted lines to `take_several`."""
        message.stop()
        if self._take_several is not None:
            self.dismiss(None)
            self._take_several(message.lines)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
