"""A tab of the desk: a list in which one row is marked, and a line to find somebody."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.search import search
from rounds.i18n import _
from rounds.session.desk import Desk, Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.reporting import told_errors
from rounds.ui.widgets.people_list import Column, PeopleList, Row
from rounds.ui.widgets.searchable_list import SearchableList

_WHILE_FINDING = {"find", "stop_finding", "move", "move_page"}
"""The actions whose keys act while a name is typed, too."""

WIDE = 96
"""The cells from which a list has room for one more column, such as the evening's name."""


class DeskTold(Message):
    """A line that the desk shows to the host."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said = said


class MarkMoved(Message):
    """Another row is marked, or the marked one tells something else."""


class DeskTab(SearchableList):
    """The list of one tab; its keys act while it is in view.

    A tab says what its list holds in `fill`, and what is told of the marked row in `about`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
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
        self._filled_from: tuple[object, ...] | None = None

    @property
    def desk(self) -> Desk:
        """The evenings."""
        return self.program.desk

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines: nothing of the tab itself is seen, the list covers it."""
        return [Strip.blank(crop.width)] * crop.height

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

    def look(self) -> None:
        """Look for what changed outside of the evenings; this is called every few seconds."""

    def about(self) -> Sequence[str]:
        """Return what is told of the marked row."""
        return ()

    def show(self) -> None:
        """Put the desk into the list."""
        now = (*self.desk.events, *self.depends_on(), self.typed, self.cells)
        if self._filled_from is not None and _same(now, self._filled_from):
            return
        self._filled_from = now
        columns, rows, empty = self.fill()
        self.list.show(columns, rows, _("Nobody found") if self.typed else empty)
        self.post_message(MarkMoved())

    def show_and_mark(self, key: str) -> None:
        """Show what is new, and mark its row: the next key is meant for it."""
        self.show()
        self.mark(key)
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

    def reporting(self) -> AbstractContextManager[None]:
        """Show an error that the host can fix instead of failing."""
        return told_errors(self.tell)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Keep the styles: a tab looks the same with the focus, and working them out takes long."""

    # -- the mark ------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the mark."""
        super().action_move(by)
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

    def found(self, evening: Evening) -> frozenset[PersonKey] | None:
        """Return the people of an evening who are meant, None for everybody."""
        return frozenset(search(evening.roster, self.typed)) if self.typed else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action in _WHILE_FINDING:
            return super().check_action(action, parameters)
        return not self.finding


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Return whether two lists hold the same; of an event only the very same one counts."""
    return len(one) == len(other) and all(
        a is b or (not isinstance(a, Event) and a == b) for a, b in zip(one, other, strict=True)
    )
