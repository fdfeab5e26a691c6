"""Everything off, until any key is pressed."""

from __future__ import annotations

from textual import events

from rounds.ui.screens.base import RoundsScreen


class BlackScreen(RoundsScreen):
    """An empty black window; the room's other windows are black as long as it is open."""

    def on_mount(self) -> None:
        """Switch the room's other windows dark, too."""
        self.session.set_black(True)

    def on_key(self, event: events.Key) -> None:
        """Any key brings the picture back, and does nothing else."""
        event.stop()
        event.prevent_default()
        self.session.set_black(False)
        self.dismiss()
