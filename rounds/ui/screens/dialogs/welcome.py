"""Shows three lines of guidance at a user's first start."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from rounds.i18n import _
from rounds.store.state.first_start import welcomed
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.wrapped_text import WrappedText


class WelcomeDialog(Dialog[None]):
    """What a host needs to know to begin; any key closes it for good."""

    def compose(self) -> ComposeResult:
        """Three lines and how to go on."""
        with Vertical():
            yield WrappedText(_("Welcome to Rounds. Three keys run the evening:"), id="welcome")
            yield Label(Content(_("Enter   the next step, always; Backspace goes back")))
            yield Label(Content(_("c       check people in")))
            yield Label(Content(_("?       all keys and a page about the evening")))
            yield WrappedText(_("Press any key to begin."), id="go-on")

    def on_mount(self) -> None:
        """Remember that this user has seen it."""
        welcomed()

    def on_key(self, event: events.Key) -> None:
        """Any key closes it, and does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss(None)
