"""A black screen on which the host types two numbers that nobody in the room can read."""

from __future__ import annotations

from textual import events

from rounds.ui.screens.base import Dialog


class HiddenNumbersScreen(Dialog[tuple[int, ...]]):
    """An empty black window; Enter ends a number, the second one closes it; Esc gives none."""

    DEFAULT_CSS = """
    HiddenNumbersScreen { background: black; }
    """
    uses_mouse = False

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._numbers: tuple[int, ...] = ()

    def on_key(self, event: events.Key) -> None:
        """Take digits, Enter and Esc; everything else does nothing."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(())
        elif (event.character or "").isdecimal():
            self._typed = (self._typed + str(event.character))[-6:]
        elif event.key == "enter" and self._typed:
            self._numbers = (*self._numbers, int(self._typed))
            self._typed = ""
            if len(self._numbers) == 2:
                self.dismiss(self._numbers)
