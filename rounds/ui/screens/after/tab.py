"""A tab of the desk: a list in which one row is marked, and a line to find somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from rounds.domain.errors import RoundsError
from rounds.domain.event import Event, PersonKey
from rounds.domain.people.search import search
from rounds.i18n import _, say
from rounds.session.desk import Desk, Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.widgets.people_list import Column, PeopleList, Row
from rounds.ui.widgets.text_line import TextLine

WIDE = 96
"""From so many cells on a list has room for one more column, such as the evening's name."""


class DeskTold(Message):
    """A line that the desk shows to the host."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said


class MarkMoved(Message):
    """Another row is marked, or the marked one tells something else."""


class DeskTab(Vertical, can_focus=True):
    """The list of one tab; its keys act while it is in view.

    A tab says what its list holds in `fill`, and what is told of the marked row in `about`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop_finding", "Back", key_display="Enter / Esc"),
        Binding("slash", "find", "Find", key_display="/"),
        Binding("up", "move(-1)", "Choose", show=False),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("home", "move(-99999)", "First or last in the list", show=False),
        Binding("end", "move(99999)", "First or last in the list", show=False),
        Binding("pageup", "move_page(-1)", "Page up", show=False),
        Binding("pagedown", "move_page(1)", "Page down", show=False),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ()
    """The actions of this tab, the most important first."""

    def __init__(self, program: DeskProgram) -> None:
        super().__init__()
        self.program = program
        self.list = PeopleList()
        self._find = TextLine(max_length=100, finds=True)
        self._find.display = False
        self._filled_from: tuple[object, ...] | None = None

    @property
    def desk(self) -> Desk:
        """The evenings."""
        return self.program.desk

    def compose(self) -> ComposeResult:
        """The line above the list; it appears when it is needed."""
        yield self._find
        yield self.list

    # -- what a tab says ---------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab, with the number of things that wait there."""
        raise NotImplementedError

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the columns, the rows and what is said where there is no row."""
        raise NotImplementedError

    def depends_on(self) -> tuple[object, ...]:
        """Return what else than the evenings the list depends on, such as a filter."""
        return (self.desk.today,)

    def opened(self) -> None:
        """Do what belongs to the opening of the tab."""

    def about(self) -> Sequence[str]:
        """Return what is told of the marked row."""
        return ()

    def show(self) -> None:
        """Put the desk into the list."""
        self._find.placeholder = _("Number, name or company")
        now = (*self.desk.events, *self.depends_on(), self.typed, self.cells)
        if self._filled_from is not None and _same(now, self._filled_from):
            return
        self._filled_from = now
        columns, rows, empty = self.fill()
        self.list.show(columns, rows, _("Nobody found") if self.typed else empty)
        self.post_message(MarkMoved())

    @property
    def cells(self) -> int:
        """The width of the list."""
        return self.list.size.width or self.app.size.width

    @property
    def shows_evenings(self) -> bool:
        """Whether a row has room, and a reason, to name its evening."""
        return len(self.desk.evenings) > 1 and self.cells >= WIDE

    def tell(self, said: str) -> None:
        """Show one line to the host."""
        self.post_message(DeskTold(said))

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Show an error that the host can fix instead of failing."""
        try:
            yield
        except RoundsError as error:
            self.tell(say(error))

    # -- the mark ------------------------------------------------------------------------------

    @property
    def marked(self) -> str | None:
        """The key of the marked row."""
        return self.list.marked

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.list.move(by)
        self.post_message(MarkMoved())

    def action_move_page(self, by: int) -> None:
        """Move the mark by a page."""
        self.list.move_page(by)
        self.post_message(MarkMoved())

    @on(PeopleList.Clicked)
    def _clicked(self, message: PeopleList.Clicked) -> None:
        message.stop()
        self.post_message(MarkMoved())
        if message.twice:
            self.app.simulate_key("enter")

    # -- finding -------------------------------------------------------------------------------

    @property
    def finding(self) -> bool:
        """Whether the host is typing the name of somebody to find."""
        return bool(self._find.display)

    @property
    def typed(self) -> str:
        """What is typed to find somebody."""
        return self._find.value.strip() if self.finding else ""

    def found(self, evening: Evening) -> frozenset[PersonKey] | None:
        """Return the people of an evening who are meant, None for everybody."""
        return frozenset(search(evening.roster, self.typed)) if self.typed else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        match action:
            case "find":
                return not self.finding
            case "stop_finding":
                return self.finding
            case "move" | "move_page":
                return True
        return not self.finding

    def action_find(self) -> None:
        """Open the line in which a name is typed."""
        self._find.value = ""
        self._find.display = True
        self._find.focus()
        self.screen.refresh_bindings()

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        message.stop()
        self.show()
        self.list.mark(None)

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_stop_finding()

    def action_stop_finding(self) -> None:
        """Close the line; what was found stays marked."""
        marked = self.marked
        self._find.display = False
        self.focus()
        self.show()
        if marked is not None:
            self.list.mark(marked)
        self.screen.refresh_bindings()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Return whether two lists hold the same; of an event only the very same one counts."""
    return len(one) == len(other) and all(
        a is b or (not isinstance(a, Event) and a == b) for a, b in zip(one, other, strict=True)
    )
