"""The stage: what the projector shows. Nothing private can appear here."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rounds.ui.screens.evening import EveningScreen
from rounds.ui.stage import texts
from rounds.ui.stage.scenes import MOST_ROWS, time_of_day
from rounds.ui.widgets.stage_view import StageView

TOLD_FOR = 3.0
"""Seconds for which a line to the host stays on the stage."""


class StageScreen(EveningScreen):
    """The room's picture over the whole window; the host's keys work but are not shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "app.open('console')", "Console"),
        Binding("q", "phone_code", "Phones", tooltip="The QR code for phones, or not"),
    ]
    uses_mouse = False
    paints_rehearsal = True
    _hint_waits = False

    def compose(self) -> ComposeResult:
        """One picture."""
        yield StageView()

    def on_mount(self) -> None:
        """Paint the first picture."""
        self.show()

    def on_resize(self, event: events.Resize) -> None:
        """Before the evening begins, say if the letters are too small for the back row."""
        self._hint_waits = event.size.height > MOST_ROWS
        if self.is_current:
            self._hint()

    def on_screen_resume(self) -> None:
        """Paint what may have changed while another screen was on top."""
        self._hint()
        self.show()

    def _hint(self) -> None:
        if self._hint_waits and self.session.run.phase == "lobby":
            self.tell(texts.small_letters(self.size.height))
        self._hint_waits = False

    def show(self) -> None:
        """Paint what the room may see."""
        self.beat(self.session.clocks.steady())

    def beat(self, now: float) -> None:
        """Paint the picture that is due; most beats change nothing."""
        super().beat(now)
        room = self.program.room
        told, until = self._told
        if told and self.session.clocks.unhurried() < until:
            room = room.with_(message=told)
        clock = time_of_day(room, now, self.session.clocks.wall().time())
        self.query_one(StageView).show(room, now, clock)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the code where there can be phones."""
        if action == "phone_code":
            return self.program.phone_code.possible
        return super().check_action(action, parameters)

    def action_phone_code(self) -> None:
        """Show how phones join over the whole picture, or the picture again."""
        if said := self.program.phone_code.toggle():
            self.tell(said)

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Show a line to the host in the message band, for a moment."""
        self._told = (message, self.session.clocks.unhurried() + seconds)
        self.show()
