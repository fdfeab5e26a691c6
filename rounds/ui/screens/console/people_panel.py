"""The right half of the console: the list of everybody, in which one person is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.search import search
from rounds.i18n import _
from rounds.ui.screens.console.keys import HostTold
from rounds.ui.screens.person_texts import described, remark
from rounds.ui.screens.program import Program, unnamed
from rounds.ui.widgets.people_rows import WIDE, evening_list
from rounds.ui.widgets.searchable_list import SearchableList
from rounds.ui.widgets.wrapped_text import SEPARATOR

DIGITS_WITHIN = 1.5
"""Seconds within which digits belong to the same number."""

DESCRIBED_FOR = 5.0
"""Seconds for which a person is described after the mark has moved there."""

REMARK_FOR = 15.0
"""The same for somebody of whom there is a remark, so that it can be read."""

LONGEST_REMARK = 100
"""Cells of a remark; the whole of it stands among the partners."""


class PeoplePanel(SearchableList):
    """Everybody, and a line for finding somebody.

    The arrow keys, a number, or a name typed after `/` move the mark.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Choose somebody"),
        Binding("down", "move(1)", "Choose somebody"),
        Binding("home", "move(-9999)", "First or last in the list"),
        Binding("end", "move(9999)", "First or last in the list"),
    ]

    def __init__(self, program: Program, found: Callable[[], None]) -> None:
        """`found` is called when Enter has ended the typing of a name."""
        super().__init__(id="roster")
        self._program = program
        self._session = program.session
        self._found = found
        self._pointed: tuple[PersonKey | None, float] = (None, float("-inf"))
        self._digits: tuple[str, float, Event | None] = ("", float("-inf"), None)

    def show(self) -> None:
        """Put the people into the list; while a name is typed, only those who match."""
        columns, lines = evening_list(
            self._session.state.roster,
            self._session.run,
            search(self._session.state.roster, self.typed),
            self.list.size.width,
            unnamed(self._program),
            joined=self._program.phone_code.joined,
            to_check_in=self._program.phone_code.to_check_in,
        )
        self.list.show(columns, lines, _("Nobody found"))

    def on_key(self, event: events.Key) -> None:
        """Take digits as a person's number."""
        if self.finding or not (event.character or "").isdecimal():
            return
        now, evening = self._session.clocks.unhurried(), self._session.event
        typed, at, before = self._digits
        goes_on = now - at <= DIGITS_WITHIN and before is evening  # nothing was done in between
        typed = (typed if goes_on else "") + str(event.character)
        self._digits = (typed, now, evening)
        numbers = self._session.state.roster.numbers
        key = next((key for key, number in numbers.items() if number == int(typed)), None)
        if key is None:
            self.post_message(HostTold(_("Nobody has the number {number}.").format(number=typed)))
        else:
            self.mark(key)
            self._pointed = (key, now)  # described again, though the mark may have been there

    def forget_digits(self) -> None:
        """Let the next digit begin a new number."""
        self._digits = ("", float("-inf"), None)

    def search_ended(self) -> None:
        """Keep an Enter that comes right after the one behind the name from moving the evening."""
        self._found()

    def about(self) -> str:
        """Return a description of the marked person, for a moment after the mark has moved.

        Without a remark it is empty if a column of the list says it anyway.
        """
        key, at = self.marked, self._session.clocks.unhurried()
        before, since = self._pointed
        if key != before:
            since = at if before is not None else since
            self._pointed = (key, since)
        told = "" if key is None else remark(self._program, key, LONGEST_REMARK)
        recent = self.finding or at - since < (REMARK_FOR if told else DESCRIBED_FOR)
        if key is None or not recent or key in unnamed(self._program):
            return ""
        if self.list.size.width >= WIDE and not told:
            return ""
        return SEPARATOR.join(filter(None, (described(self._session.state.roster, key), told)))
