"""The black screen: everything is dark until a key is pressed."""

from __future__ import annotations

from textual import events

from rounds.ui.screens.base import RoundsScreen


class BlackScreen(RoundsScreen):
    """An empty black window; the room's other windows are black as long as it is open."""

    paints_rehearsal = True

    uses_mouse = False

    def on_mount(self) -> None:
        """Darken the room's other windows, too."""
        self.session.set_black(True)

    def on_key(self, event: events.Key) -> None:
        """Bring the picture back at any key, which does nothing else."""
        event.stop()
        event.prevent_default()
        self.session.set_black(False)
        self.dismiss()
