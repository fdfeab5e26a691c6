"""The program of the desk as its screens see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from rounds.domain.people.private_reports import PrivateReport
from rounds.session.desk import Desk


class Reports(Protocol):
    """The reports to the host: the store, or its substitute in a test."""

    def read(self) -> tuple[PrivateReport, ...]:
        """Return all reports, oldest first; raises `RoundsError`."""

    def stamp(self) -> object:
        """Return something that is another one after every change; it costs next to nothing."""

    def change(
        self, change: Callable[[Sequence[PrivateReport]], tuple[PrivateReport, ...]]
    ) -> tuple[PrivateReport, ...]:
        """Change the reports durably and return them; raises `RoundsError`."""


class DeskProgram(Protocol):
    """What a screen of the desk may ask of the program that it runs in."""

    desk: Desk
    reports: Reports

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal's clipboard."""

    def exit(self) -> None:
        """End the program."""
