"""Asks for one line: a name, or the label of a table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from rounds.i18n import _
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.line import Line
from rounds.ui.widgets.words import Words


class LineDialog(Dialog["str | None"]):
    """One line; Enter takes it, Escape leaves everything as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel")]

    def __init__(self, question: str, now: str = "") -> None:
        super().__init__()
        self._question = question
        self._now = now

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical():
            yield Words(self._question, classes="question")
            yield Line(self._now, max_length=200)
            yield Words(_("Enter: take it | Escape: cancel"), classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the line."""
        self.dismiss(event.value.strip() or None)

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
