"""The app of the desk in the days after: it reads the files, opens screens, tells of changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.message import Message

from rounds.domain.errors import RoundsError
from rounds.session.desk import Desk
from rounds.store.reading.read import Opened
from rounds.store.several_files import SeveralFiles
from rounds.ui.apps.quick_start import settle_down
from rounds.ui.apps.screens_by_name import new_screen, stylesheets
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.screens.after.screen import AfterScreen

LOOK_AGAIN = 2.0
"""Seconds between two looks at the files."""


class Changed(Message):
    """The desk has changed; a burst of changes is one message."""

    def can_replace(self, message: Message) -> bool:
        """Let a later change replace an earlier one."""
        return isinstance(message, Changed)


class AfterApp(ShutdownApp[None], inherit_bindings=False):
    """The desk in a terminal.

    `seen` returns why the room may see this terminal, empty if it does not.
    """

    CSS_PATH: ClassVar[list[str]] = stylesheets()  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False
    rehearsal = False

    def __init__(self, desk: Desk, files: SeveralFiles, seen: Callable[[], str]) -> None:
        super().__init__()
        self.desk = desk
        self.keep = desk.close
        self.reading = True
        self.covered = ""
        self._files = files
        self._seen = seen
        desk.changed = lambda: self.post_message(Changed())

    def on_mount(self) -> None:
        """Open the desk and read the rest of the files."""
        self.push_screen(AfterScreen())
        self.call_after_refresh(settle_down)
        self.call_after_refresh(self._look)
        self.set_interval(LOOK_AGAIN, self._look)

    def _look(self) -> None:
        self.run_worker(self._read, group="reading", thread=True, exclusive=False)
