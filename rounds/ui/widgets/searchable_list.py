"""A list in which one row is marked, and above it a line to find somebody by typing."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from rounds.i18n import _
from rounds.ui.widgets.people_list import PeopleList
from rounds.ui.widgets.text_line import TextLine


class SearchableList(Vertical, can_focus=True):
    """The list, and the line, which appears on `/` and goes with Enter or Escape.

    What it holds says `show`, which looks at `typed`; it is called after every letter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop_finding", "Back", key_display="Enter / Esc"),
        Binding("slash", "find", "Find", key_display="/"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.list = PeopleList(id="people")
        self._line = TextLine(id="find", max_length=100, finds=True)
        self._line.display = False

    def compose(self) -> ComposeResult:
        """The line above the list; it appears when it is needed."""
        yield self._line
        yield self.list

    def show(self) -> None:
        """Put the rows that fit what is typed into the list."""
        raise NotImplementedError

    def search_ended(self) -> None:
        """Do what follows when Enter has ended the typing of a name."""

    @property
    def marked(self) -> str | None:
        """The key of the marked row, None in an empty list."""
        return self.list.marked

    def mark(self, key: str | None) -> None:
        """Mark the row of a key, or the first one in the list."""
        self.list.mark(key)

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.list.move(by)

    @property
    def finding(self) -> bool:
        """Whether the host is typing the name of somebody to find."""
        return bool(self._line.display)

    @property
    def typed(self) -> str:
        """What is typed to find somebody."""
        return self._line.value.strip() if self.finding else ""

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
        self._line.placeholder = _("Number, name or company")
        self._line.value = ""
        self._line.display = True
        self._line.focus()
        self.refresh_bindings()

    def action_stop_finding(self) -> None:
        """Close the line; what was found stays marked."""
        marked = self.marked
        self._line.display = False
        self.focus()
        self.show()
        if marked is not None:
            self.mark(marked)
        self.refresh_bindings()

    @on(Input.Changed)
    def _narrow(self, message: Input.Changed) -> None:
        message.stop()
        self.show()
        self.mark(None)

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_stop_finding()
        self.search_ended()
