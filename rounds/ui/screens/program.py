"""The program as its screens see it: no screen imports the app or another screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from rounds.domain.views.room import Room
from rounds.session.session import Session


class Program(Protocol):
    """What a screen may ask of the program that it runs in."""

    session: Session
    file: Path | None
    """The event file, None in a rehearsal."""

    rehearsal: bool
    """Whether nothing of this is real."""

    @property
    def projector(self) -> bool | None:
        """Whether a second window shows the room, None if that is unknown."""

    @property
    def changed_by(self) -> object:
        """What was pressed last before the screen changed, for a key its name."""

    @property
    def continued(self) -> bool:
        """Whether this evening continues one from an earlier start of the program."""

    @property
    def room(self) -> Room:
        """What the room may see."""

    @property
    def shows_the_stage(self) -> bool:
        """Whether this window shows the stage, perhaps below another screen."""

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""

    def leave(self, status: int = 0) -> None:
        """End the program with an exit status."""
