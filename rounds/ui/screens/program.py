"""What a screen may ask of the program it runs in; no screen names another one."""

from __future__ import annotations

from typing import Any, Protocol

from rounds.domain.views.room import Room
from rounds.session.session import Session


class Program(Protocol):
    """The program of the evening, as its screens see it."""

    session: Session

    @property
    def projector(self) -> bool | None:
        """Whether a second window shows the room; None where that cannot be told."""

    @property
    def continued(self) -> bool:
        """Whether this evening goes on from an earlier start of the program."""

    @property
    def room(self) -> Room:
        """What the room may see."""

    @property
    def shows_the_stage(self) -> bool:
        """Whether the stage is in this window, beneath whatever lies over it."""

    def open(self, name: str, *arguments: object) -> None:
        """Lay the screen of that name over the one in view."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Lay the dialog of that name over the screen in view; return what it answers."""

    def leave(self, status: int = 0) -> None:
        """End the program with an exit status."""
