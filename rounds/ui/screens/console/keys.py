"""The base of the console's groups of keys: for people, greetings, phones and the plan."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial

from textual.containers import Container
from textual.message import Message

from rounds.session.session import Session
from rounds.ui.screens.program import Program, by_number, say_here
from rounds.ui.screens.reporting import told_errors


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

    def reporting(self) -> AbstractContextManager[None]:
        """Show an error that the host can fix instead of failing."""
        return told_errors(self.tell, partial(say_here, self.program))
