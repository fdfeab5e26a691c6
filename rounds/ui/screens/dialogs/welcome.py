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

TAUGHT = {
    "enter": "step",
    "c": "app.open('check_in')",
    "question_mark": "help",
    "f1": "help",
}
"""The keys that the card teaches, and what they do on the screen beneath."""


class WelcomeDialog(Dialog[None]):
    """What a host needs to know to begin; any key closes it for good.

    A key that the card teaches does at once what the card says.
    """

    def compose(self) -> ComposeResult:
        """Three lines and how to go on."""
        with Vertical():
            yield WrappedText(_("Welcome to Rounds. Three keys run the evening:"), id="welcome")
            yield Label(Content(_("Enter   the next step, always; Backspace goes back")))
            yield Label(Content(_("c       check people in")))
            yield Label(Content(_("?       all keys and a page about the evening")))
            yield WrappedText(
                _("Each works from here, too. Any other key closes this card."), id="go-on"
            )

    def on_mount(self) -> None:
        """Remember that this user has seen it."""
        welcomed()

    async def on_key(self, event: events.Key) -> None:
        """Close at any key; one of `TAUGHT` also acts, the others do nothing else."""
        event.stop()
        event.prevent_default()
        below = self.app.screen_stack[-2]
        if event.key == "enter":  # now: once the card is closed it would be a second Enter
            await below.run_action(TAUGHT["enter"])
        self.dismiss(None)
        if event.key in TAUGHT and event.key != "enter":
            self.app.call_later(below.run_action, TAUGHT[event.key])
