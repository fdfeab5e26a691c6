"""The second window: shows what another process publishes, and counts down by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rounds.domain.room import Room
from rounds.ui.ending import OrderlyApp
from rounds.ui.stage.painter import StageView

LOOK = 0.05
"""Seconds between two looks at what is published; a key is to be seen within 0.15 s."""


class StageWindow(OrderlyApp[None]):
    """The stage in a window of its own; it never writes."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "StageView { width: 1fr; height: 1fr; } Screen { background: black; overflow: hidden; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "quit", "Quit", priority=True),
    ]

    def __init__(
        self,
        read: Callable[[], Room | None],
        lobby: Room,
        *,
        steady: Callable[[], float],
        wall: Callable[[], datetime],
        calm: bool = False,
    ) -> None:
        super().__init__()
        self._read = read
        self._room = lobby
        self._steady = steady
        self._wall = wall
        self._calm = calm

    def compose(self) -> ComposeResult:
        """One picture."""
        yield StageView()

    def on_mount(self) -> None:
        """Paint, and look again and again."""
        self._look()
        self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        """Paint what is published; with the host gone, what was published last."""
        room = self._read() or self._room
        if self._calm and not room.calm:
            room = room.with_(calm=True)
        self._room = room
        self.query_one(StageView).show(room, self._steady(), f"{self._wall():%H:%M}")
