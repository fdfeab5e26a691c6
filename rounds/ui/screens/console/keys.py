"""The base of the console's two groups of keys: those for people and those for the plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.containers import Container
from textual.message import Message

from rounds.domain.errors import RoundsError
from rounds.session.session import Session
from rounds.ui.screens.program import Program, by_number, say_here


class HostTold(Message):
    """A line that the console shows to the host."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said


class ConsoleKeys(Container):
    """A part of the console whose keys act while the focus is inside it."""

    DEFAULT_CSS = """
    ConsoleKeys { height: 1fr; }
    """

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program

    @property
    def session(self) -> Session:
        """The evening."""
        return self.program.session

    def tell(self, said: str) -> None:
        """Show one line to the host."""
        self.post_message(HostTold(by_number(said)))

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Show an error that the host can fix instead of failing."""
        try:
            yield
        except RoundsError as error:
            self.tell(say_here(self.program, error))
