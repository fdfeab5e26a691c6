"""The right half of the console: the list of everybody, in which one person is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.search import search
from rounds.i18n import _
from rounds.ui.screens.console.keys import HostTold
from rounds.ui.screens.person_texts import described, remark
from rounds.ui.screens.program import Program, unnamed
from rounds.ui.widgets.people_list import PeopleList
from rounds.ui.widgets.people_rows import WIDE, evening_list
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import SEPARATOR

DIGITS_WITHIN = 1.5
"""Seconds within which digits belong to the same number."""

DESCRIBED_FOR = 5.0
"""Seconds for which a person is described after the mark has moved there."""

REMARK_FOR = 15.0
"""The same for somebody of whom there is a remark, so that it can be read."""

LONGEST_REMARK = 100
"""Cells of a remark; the whole of it stands among the partners."""


class PeoplePanel(Vertical, can_focus=True):
    """A line for finding somebody, and the list below it.

    The arrow keys, a number, or a name typed after `/` move the mark.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop_finding", "Back", key_display="Enter / Esc"),
        Binding("slash", "find", "Find", key_display="/"),
        Binding("up", "select(-1)", "Choose somebody"),
        Binding("down", "select(1)", "Choose somebody"),
        Binding("home", "select(-9999)", "First or last in the list"),
        Binding("end", "select(9999)", "First or last in the list"),
    ]

    def __init__(self, program: Program, found: Callable[[], None]) -> None:
        """`found` is called when Enter has ended the typing of a name."""
        super().__init__(id="roster")
        self._program = program
        self._session = program.session
        self._found = found
        self._find = TextLine(id="find", finds=True)
        self._find.display = False
        self._people = PeopleList(id="people")
        self._pointed: tuple[PersonKey | None, float] = (None, float("-inf"))
        self._digits: tuple[str, float, Event | None] = ("", float("-inf"), None)

    def compose(self) -> ComposeResult:
        """The line above the list; it appears when it is needed."""
        yield self._find
        yield self._people

    def show(self) -> None:
        """Put the people into the list; while a name is typed, only those who match."""
        self._find.placeholder = _("Number, name or company")
        typed = self._find.value if self.finding else ""
        columns, lines = evening_list(
            self._session.state.roster,
            self._session.run,
            search(self._session.state.roster, typed),
            self._people.size.width,
            unnamed(self._program),
            joined=self._program.phone_code.joined,
            to_check_in=self._program.phone_code.to_check_in,
        )
        self._people.show(columns, lines, _("Nobody found"))

    # -- the mark --------------------------------------------------------------------------

    @property
    def selected(self) -> PersonKey | None:
        """The person who is marked, None in an empty list."""
        return self._people.marked

    def select(self, key: PersonKey | None) -> None:
        """Mark a person, or the first one in the list."""
        self._people.mark(key)

    def action_select(self, by: int) -> None:
        """Move the mark."""
        self._people.move(by)

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
            self.select(key)
            self._pointed = (key, now)  # described again, though the mark may have been there

    def forget_digits(self) -> None:
        """Let the next digit begin a new number."""
        self._digits = ("", float("-inf"), None)

    def about(self) -> str:
        """Return a description of the marked person, for a moment after the mark has moved.

        Without a remark it is empty if a column of the list says it anyway.
        """
        key, at = self.selected, self._session.clocks.unhurried()
        before, since = self._pointed
        if key != before:
            since = at if before is not None else since
            self._pointed = (key, since)
        told = "" if key is None else remark(self._program, key, LONGEST_REMARK)
        recent = self.finding or at - since < (REMARK_FOR if told else DESCRIBED_FOR)
        if key is None or not recent or key in unnamed(self._program):
            return ""
        if self._people.size.width >= WIDE and not told:
            return ""
        return SEPARATOR.join(filter(None, (described(self._session.state.roster, key), told)))

    # -- finding ---------------------------------------------------------------------------

    @property
    def finding(self) -> bool:
        """Whether the host is typing the name of somebody to find."""
        return bool(self._find.display)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        match action:
            case "find":
                return not self.finding
            case "stop_finding":
                return self.finding
        return True

    def action_find(self) -> None:
        """Open the line in which a name is typed."""
        self._find.value = ""
        self._find.display = True
        self._find.focus()
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _narrow(self) -> None:
        self.show()
        self.select(None)

    @on(Input.Submitted, "#find")
    def _submitted(self) -> None:
        self.action_stop_finding()
        self._found()

    def action_stop_finding(self) -> None:
        """Close the line; the person found stays marked."""
        key = self.selected
        self._find.display = False
        self.focus()
        self.show()
        if key is not None:
            self.select(key)
        self.refresh_bindings()
