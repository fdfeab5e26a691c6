"""The program of the desk as its screens see it."""

from __future__ import annotations

from typing import Any, Protocol

from rounds.session.desk import Desk


class DeskProgram(Protocol):
    """What a screen of the desk may ask of the program that it runs in."""

    desk: Desk

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal's clipboard."""

    def exit(self) -> None:
        """End the program."""
