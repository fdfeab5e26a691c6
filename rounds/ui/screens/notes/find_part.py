"""The part of the notes in which participants find themselves, by number or by name."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from rounds.domain.event import Event, PersonKey
from rounds.i18n import _
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.list_part import ListPart
from rounds.ui.screens.notes.partners import (
    Somebody,
    matching,
    next_unwritten,
    partners,
    person_row,
)
from rounds.ui.widgets.pick_list import PickList
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText


class FindPart(ListPart):
    """A line to type in and the list of the people it finds.

    With nothing typed nobody is marked, so that a stray Enter opens nobody's notes. In a
    stack of paper cards (`cards`) the mark stands on the next card.
    """

    def __init__(self) -> None:
        super().__init__(PickList(id="people"), id="find")
        self.line = TextLine(id="query", finds=True)
        self.cards = False
        self._event: Event | None = None
        self._found: tuple[Somebody, ...] = ()
        self._typed = ""
        self._last: PersonKey | None = None

    def compose(self) -> ComposeResult:
        """The question, the line, the list."""
        yield WrappedText(id="find-question")
        yield self.line
        yield self.rows

    def show(self, event: Event) -> None:
        """Show the people found by what is typed; the mark stays as long as they are the same."""
        self._event = event
        self.query_one("#find-question", WrappedText).say(texts.who(self.cards))
        self.line.placeholder = (
            _("number or name on the card") if self.cards else _("your number or your name")
        )
        typed = self.line.value.strip()
        found = matching(event, typed)
        same = (typed, found) == (self._typed, self._found)
        self._typed, self._found = typed, found
        cells = max(20, self.screen.size.width - 6)
        self.rows.fill(
            [person_row(person, cells) for person in found],
            self.rows.marked if same else self._first,
            empty=_("Nobody found"),
        )

    @on(Input.Changed)
    def _narrow(self) -> None:
        if self._event is not None:
            self.show(self._event)

    @property
    def _first(self) -> int | None:
        return 0 if self.cards or self._typed else None

    def choose(self) -> Somebody | None:
        """Return the marked person, None where nobody is; that card is now the current one."""
        index = self.rows.marked
        if index is None:
            return None
        if self.cards:  # whoever wrote at the laptop has no place in the stack
            self._last = self._found[index].key
        return self._found[index]

    def nobody(self) -> str:
        """Return why Enter chose nobody."""
        if self._typed:
            return _("Nobody found")
        if self.cards:
            return _("Type the number or the name on the card first.")
        return _("Type your number or your name first.")

    def turn_cards(self) -> None:
        """Change between participants' own notes and a stack of paper cards, with nothing typed."""
        self.cards = not self.cards
        self.forget()
        self._mark_next()

    def restart(self, event: Event) -> None:
        """Begin with nothing typed; in a stack of cards with the next card marked."""
        self.forget()
        self.show(event)
        self._mark_next()

    def forget(self) -> None:
        """Forget what was typed."""
        if self.line.value:
            self.line.fill("")

    def _mark_next(self) -> None:
        """In a stack of cards mark the current card until it is finished, then the next one."""
        index = next((i for i, one in enumerate(self._found) if one.key == self._last), None)
        if not self.cards or index is None or self._event is None:
            self.rows.mark(self._first)
            return
        met = partners(self._event, self._found[index].key)
        self.rows.mark(index if next_unwritten(met) is not None else index + 1)
