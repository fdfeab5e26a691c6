"""Who are you? The part of the notes in which a person is found, by number or by name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from rounds.domain.event import Event, PersonKey
from rounds.i18n import _
from rounds.ui.screens.notes import texts
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


class WhoAreYou(Vertical):
    """A line to type in and the list of who is found.

    With nothing typed nobody is marked: a stray Enter must not open anybody's notes. In a
    stack of paper cards (`cards`) the mark stands on the next card.
    """

    def __init__(self) -> None:
        super().__init__(id="find")
        self.cards = False
        self._found: tuple[Somebody, ...] = ()
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The question, the line, the list."""
        yield WrappedText(id="find-question")
        yield TextLine(id="query", finds=True)
        yield PickList(id="people")

    @property
    def chosen(self) -> Somebody | None:
        """Who is marked."""
        index = self._people.marked
        return None if index is None else self._found[index]

    @property
    def _people(self) -> PickList:
        return self.query_one("#people", PickList)

    @property
    def _line(self) -> TextLine:
        return self.query_one("#query", TextLine)

    def show(self, event: Event) -> None:
        """Show who is found by what is typed; the mark stays while that is the same."""
        self.query_one("#find-question", WrappedText).say(texts.who(self.cards))
        self._line.placeholder = _("your number or your name")
        typed = self._line.value.strip()
        found = matching(event, typed)
        same = (typed, found) == (self._typed, self._found)
        self._typed, self._found = typed, found
        cells = max(20, self.screen.size.width - 6)
        self._people.fill(
            [person_row(person, cells) for person in found],
            self._people.marked if same else self._first,
            empty=_("Nobody is found by that"),
        )

    @property
    def _first(self) -> int | None:
        return 0 if self.cards or self._typed else None

    def forget(self) -> None:
        """Forget what was typed."""
        if self._line.value:
            self._line.fill("")

    def mark_next(self, event: Event, last: PersonKey | None) -> None:
        """In a stack of cards stay with the card that is not finished, else go to the next."""
        index = next((i for i, each in enumerate(self._found) if each.key == last), None)
        if not self.cards or index is None:
            self._people.mark(self._first)
            return
        met = partners(event, self._found[index].key)
        self._people.mark(index if next_unwritten(met) is not None else index + 1)
