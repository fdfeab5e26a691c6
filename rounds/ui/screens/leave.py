"""Asks before the host leaves in the middle of a round."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.i18n import _
from rounds.ui.screens.base import Dialog
from rounds.ui.wide_keys import narrow
from rounds.ui.widgets.line import Line
from rounds.ui.widgets.words import Words


class LeaveDialog(Dialog[bool]):
    """Leaves only when the word "quit" is typed; Escape stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stay", "Stay")]

    def compose(self) -> ComposeResult:
        """What happens, and where to type."""
        with Vertical():
            yield Words(
                _(
                    "A round is running. Type quit and press Enter to leave; "
                    "Escape stays. Starting Rounds again continues this round."
                )
            )
            yield Line(placeholder="quit", max_length=10)

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Leave if the word is right."""
        if narrow(event.value).strip().lower() == "quit":
            self.dismiss(True)

    def action_stay(self) -> None:
        """Go back to the evening."""
        self.dismiss(False)
