"""A list of plain rows, one or none of them marked; a click picks."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from rounds.text.width import cut, width


class PickList(Widget):
    """Rows of text, cut to the width; the marked one is always in view.

    The screen moves the mark. Unlike a `PeopleList` it may have no mark, so that Enter alone
    picks nobody. Rows are text that is safe to show already.
    """

    class Picked(Message):
        """Somebody clicked a row."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[str, ...] = ()
        self._empty = ""
        self._marked: int | None = 0
        self._first = 0

    @property
    def marked(self) -> int | None:
        """The index of the marked row, None where none is."""
        return self._marked if self._rows else None

    def fill(self, rows: Sequence[str], marked: int | None = 0, *, empty: str = "") -> None:
        """Show these rows, or `empty` where there are none."""
        self._rows = tuple(rows)
        self._empty = empty
        self.mark(marked)

    def mark(self, index: int | None) -> None:
        """Mark a row, or none; an index past an end marks the row at that end."""
        self._marked = None if index is None else max(0, min(index, len(self._rows) - 1))
        self.refresh()

    def move(self, by: int) -> None:
        """Move the mark; where no row is marked, the first one gets it."""
        self.mark(0 if self._marked is None else self._marked + by)

    @property
    def page(self) -> int:
        """How many rows fit."""
        return max(1, self.size.height)

    def render(self) -> Content:
        """Return the rows that fit, the marked one in reverse and with a sign before it."""
        if not self._rows:
            return Content(cut(f"  {self._empty}", self.size.width))
        room, marked = self.page, self._marked or 0
        self._first = max(0, min(self._first, marked, len(self._rows) - room), marked - room + 1)
        lines = []
        for index, row in enumerate(self._rows[self._first : self._first + room], self._first):
            here = index == self._marked
            shown = cut(f"{'>' if here else ' '} {row}", self.size.width)
            padded = shown + " " * (self.size.width - width(shown))
            lines.append(Content.styled(padded, "bold reverse") if here else Content(shown))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Mark the row under the pointer and say that it was picked."""
        index = self._first + event.y
        if index < len(self._rows):
            self.mark(index)
            self.post_message(self.Picked(index))
