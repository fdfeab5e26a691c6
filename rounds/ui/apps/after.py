"""The app of the desk in the days after: it opens screens and tells them of changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.message import Message

from rounds.domain.sentence import Sentence
from rounds.session.desk import Desk
from rounds.ui.apps.quick_start import settle_down
from rounds.ui.apps.screens_by_name import new_screen, stylesheets
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.screens.after.desk_program import Reports
from rounds.ui.screens.after.screen import AfterScreen

LOOK_AGAIN = 2.0
"""Seconds between two looks at the files."""


class Changed(Message):
    """The desk has changed; a burst of changes is one message."""

    def can_replace(self, message: Message) -> bool:
        """Let a later change replace an earlier one."""
        return isinstance(message, Changed)


class AfterApp(ShutdownApp[Sentence], inherit_bindings=False):
    """The desk in a terminal.

    `seen` returns why the room may see this terminal, None if it cannot. As soon as it can, the
    desk closes and returns that sentence.
    """

    CSS_PATH: ClassVar[list[str]] = stylesheets()  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, desk: Desk, reports: Reports, seen: Callable[[], Sentence | None] = lambda: None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.reports = reports
        self.keep = desk.close
        self._seen = seen
        self._seen_before = False
        self._was_saving = False
        self._screen = AfterScreen()

    def on_mount(self) -> None:
        """Open the desk, and read the files beside it."""
        self.desk.changed = lambda: self.post_message(Changed())
        self.push_screen(self._screen)
        self.call_after_refresh(self.desk.look)
        self.call_after_refresh(settle_down)
        self.set_interval(LOOK_AGAIN, self._look)

    def _look(self) -> None:
        """Look at the files, and whether an evening runs: who only writes a file is done soon."""
        why = None if self.desk.saving else self._seen()
        if why is not None and self._seen_before:
            self.exit(why)
        self._seen_before = why is not None
        if self._shows:
            self._screen.show_title(saving=self._was_saving and self.desk.saving)
            self._screen.look()
        self._was_saving = self.desk.saving
        self.desk.look()

    def on_changed(self, _message: Changed) -> None:
        """Show the desk as it is now."""
        self.desk.take_in_reports()
        if self._shows and self.is_running:
            self._screen.take_in()

    @property
    def _shows(self) -> bool:
        """Whether the desk is on the screen: it is neither still to come nor already gone."""
        return self._screen.is_mounted and bool(self._screen.query("#title"))

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""
        self.push_screen(new_screen(name, *arguments))

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""
        return await self.push_screen_wait(new_screen(name, *arguments))
