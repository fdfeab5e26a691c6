"""Asks before the host leaves in the middle of a round."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.i18n import _
from rounds.text.fold import fold
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText

LEAVING = frozenset({"quit", "終了", "しゅうりょう", "くいt"})
"""The words that leave; the last one is "quit" typed with the Japanese input method on."""


class LeaveDialog(Dialog[bool]):
    """Leaves only when a word of `LEAVING` is typed; Escape stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stay", "Stay")]

    def compose(self) -> ComposeResult:
        """What leaving means, and a line to type in."""
        with Vertical():
            yield WrappedText(
                _(
                    "A round is running. Type quit and press Enter to leave; Esc stays. "
                    "Starting Rounds again continues this round."
                )
            )
            yield TextLine(placeholder=_("quit"), max_length=10)
            yield WrappedText(id="refused")

    def on_input_submitted(self, event: TextLine.Submitted) -> None:
        """Leave if the word is right, else say which word is."""
        if fold(event.value) in LEAVING:
            self.dismiss(True)
        else:
            self.query_one("#refused", WrappedText).say(_("Nothing was done: type quit to leave."))

    def on_input_changed(self) -> None:
        """Take the error away as soon as the line is changed."""
        self.query_one("#refused", WrappedText).say("")

    def action_stay(self) -> None:
        """Go back to the evening."""
        self.dismiss(False)
