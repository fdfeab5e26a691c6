"""The stage: what the projector shows. Nothing private can appear here."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rounds.i18n import _
from rounds.ui.screens.evening import EveningScreen
from rounds.ui.stage.painter import StageView

TOLD_FOR = 3.0
"""Seconds for which a word to the host stays on the stage."""

MOST_ROWS = 30
"""In a window of more rows the smallest letters are too small for the back row: a row is then
less than a thirtieth of the projector's picture."""


class StageScreen(EveningScreen):
    """The room's picture over the whole window, and the host's keys under it, unseen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "console", "Console"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._told = ("", float("-inf"))

    def compose(self) -> ComposeResult:
        """One picture."""
        yield StageView()

    def on_mount(self) -> None:
        """Paint the first picture."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Before the evening begins, say when the back row could not read the letters."""
        if event.size.height > MOST_ROWS and self.session.run.phase == "lobby":
            self.tell(
                _(
                    "Small letters: zoom the font until the window has about 24 rows (now {rows})."
                ).format(rows=event.size.height)
            )

    def on_screen_resume(self) -> None:
        """Paint what may have changed while another screen was on top."""
        self.show()

    def show(self) -> None:
        """Paint what the room may see."""
        self.beat(self.session.steady())

    def beat(self, now: float) -> None:
        """Paint the picture that is due; most beats change nothing."""
        room = self.rounds.room
        told, until = self._told
        if told and self.session.unhurried() < until:
            room = room.with_(message=told)
        self.query_one(StageView).show(room, now, f"{self.session.wall():%H:%M}")

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Show a word to the host in the message band, for a moment."""
        self._told = (message, self.session.unhurried() + seconds)
        self.show()

    def action_console(self) -> None:
        """Lay the console over the stage."""
        from rounds.ui.screens.console import ConsoleScreen

        self.app.push_screen(ConsoleScreen())
