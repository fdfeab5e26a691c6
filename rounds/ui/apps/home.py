"""The app of `rounds` alone: it returns what the host chose, and the command line does it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from rounds.ui.apps.screens_by_name import new_screen, stylesheets
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.screens.choices import Choice


class HomeApp(ShutdownApp[Choice], inherit_bindings=False):
    """A list of evenings to choose from; `recent` are their files, the latest first."""

    CSS_PATH: ClassVar[list[str]] = stylesheets()  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, recent: tuple[Path, ...]) -> None:
        super().__init__()
        self.recent = recent

    def on_mount(self) -> None:
        """Open the list."""
        self.open("home")

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""
        self.push_screen(new_screen(name, *arguments))

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""
        return await self.push_screen_wait(new_screen(name, *arguments))
