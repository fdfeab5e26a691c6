"""Asks for somebody on the roster, and for the round where that matters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import RosterIndex
from rounds.domain.people.search import search
from rounds.i18n import _
from rounds.ui.screens.dialogs.round_dialog import RoundDialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.people_list import PeopleList
from rounds.ui.widgets.people_rows import choice_list, seat_names
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText


@dataclass(frozen=True)
class PersonChoice:
    """The person chosen, and the round it is about."""

    person: PersonKey
    round: int | None = None


class ChoosePersonDialog(RoundDialog["PersonChoice | None"]):
    """A line to type in and a list; Enter answers with the marked person, Escape with None.

    `excluded` is not in the list; with `rounds` only people who sit in the round are. Those in
    `unnamed` are listed with their number alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("up", "move(-1)", "Choose", show=False),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("pageup", "move(-8)", "Page up", show=False),
        Binding("pagedown", "move(8)", "Page down", show=False),
    ]

    def __init__(
        self,
        question: str,
        event: Event,
        excluded: PersonKey | None = None,
        rounds: Sequence[int] = (),
        locked: Sequence[int] = (),
        unnamed: Collection[PersonKey] = (),
    ) -> None:
        super().__init__(rounds, locked)
        self._unnamed = unnamed
        self._question = question
        self._event = event
        self._roster = RosterIndex(event)
        self._excluded = excluded

    def compose(self) -> ComposeResult:
        """The question, the line, the list."""
        with Vertical():
            yield WrappedText(self._question, classes="question")
            yield WrappedText(id="round", classes="round")
            yield TextLine(placeholder=_("Number, name or company"), max_length=100, finds=True)
            yield PeopleList()
            yield KeyHints(classes="keys")

    def on_mount(self) -> None:
        """Show everybody who can be chosen."""
        self.show()

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the people found by what was typed."""
        super().show()
        people = self.query_one(PeopleList)
        round_ = evening.current(self._event, self.round) if self.round else None
        seated = seat_names(round_)
        keys = [
            key
            for key in search(self._roster, self.query_one(TextLine).value)
            if key != self._excluded and (round_ is None or key in seated)
        ]
        people.show(
            *choice_list(self._roster, round_, keys, people.size.width, self._unnamed),
            _("Nobody found"),
        )
        running = round_ is not None and round_.started_at is not None and round_.ended_at is None
        said = _("In round {number}, which is running") if running else _("In round {number}")
        self.query_one("#round", WrappedText).say(
            said.format(number=self.round) if self.round else ""
        )

    @property
    def keys(self) -> list[str]:
        """What the keys do now."""
        return [_("Enter: choose"), _("Esc: cancel"), *super().keys]

    def on_input_changed(self) -> None:
        """Narrow the list down to what was typed."""
        self.show()
        self.query_one(PeopleList).mark(None)

    def on_people_list_clicked(self, message: PeopleList.Clicked) -> None:
        """Take a double click as Enter."""
        message.stop()
        if message.twice:
            self.on_input_submitted()

    def on_input_submitted(self) -> None:
        """Answer with the marked person."""
        marked = self.query_one(PeopleList).marked
        if marked is not None:
            self.dismiss(PersonChoice(marked, self.round))

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self.query_one(PeopleList).move(by)

    def action_cancel(self) -> None:
        """Answer with nobody."""
        self.dismiss(None)
