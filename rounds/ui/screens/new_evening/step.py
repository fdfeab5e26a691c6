"""The base of the steps in which a new evening is set up: forward, back, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from rounds.domain.new_evening.answers import Answers
from rounds.domain.people.private_reports import PrivateReport
from rounds.ui.screens.base import BaseScreen
from rounds.ui.screens.choices import Choice
from rounds.ui.widgets.key_line import KeyLine
from rounds.ui.widgets.plain_label import PlainLabel
from rounds.ui.widgets.wrapped_text import WrappedText


class NewEvening(Protocol):
    """The program as the steps see it."""

    answers: Answers
    today: date
    written: Path | None
    reports: Sequence[PrivateReport]

    def go_on(self) -> None:
        """Open the next step."""

    def finish(self, choice: Choice | None = None) -> None:
        """End the program; the choice is carried out by the command line."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name and return its answer."""


class StepScreen(BaseScreen[None]):
    """One step: a title, its parts, a line to the host, and the keys.

    A step changes `evening.answers` at once, so that Escape, or leaving half-way, loses nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", key_display="Esc"),
        Binding("ctrl+q,ctrl+c", "leave", "Quit", key_display="Ctrl+Q", priority=True),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ()
    """The actions whose keys are named in the last line."""

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]

    @property
    def evening(self) -> NewEvening:
        """The evening that is being set up."""
        return cast("NewEvening", self.app)

    def heading(self) -> str:
        """Return what this step is about."""
        return ""

    def parts(self) -> Iterable[Widget]:
        """Return the widgets between the title and the keys."""
        return ()

    def compose(self) -> ComposeResult:
        """The title, the parts, the line to the host, the keys."""
        yield PlainLabel(id="title")
        yield from self.parts()
        yield WrappedText(id="told")
        yield KeyLine((*self.KEYS, "leave"), last="back")

    def on_mount(self) -> None:
        """Put the answers into the widgets."""
        self.show()

    def show(self) -> None:
        """Put the answers into the widgets; may run any number of times."""
        self.query_one("#title", PlainLabel).say(self.heading())

    def tell(self, message: str) -> None:
        """Show one line to the host until the next one."""
        self.query_one("#told", WrappedText).say(message)

    def action_back(self) -> None:
        """Go back to the step before."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave; the answers are offered again next time."""
        self.evening.finish()
