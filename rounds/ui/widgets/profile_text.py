"""What somebody wrote about themselves, in the rows that are left for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from rounds.text.safe import one_line
from rounds.text.width import cut, width
from rounds.text.wrap import wrapped
from rounds.ui.widgets.wrapped_text import SEPARATOR

LEAST_SHARE = 8
"""Cells of every item, however little room there is."""


class ProfileText(Widget, can_focus=False):
    """Shows items of text below each other, as much of them as fits; it asks for no more rows.

    In a column it gives way to the parts of a fixed height.
    """

    DEFAULT_CSS = """
    ProfileText { width: 1fr; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: tuple[str, ...] = ()
        self.say()

    def say(self, *items: str) -> None:
        """Show these items; without any the widget takes no room."""
        self._items = tuple(one_line(item) for item in items if item)
        self.display = bool(self._items)
        self._ask_for_rows()
        self.refresh(layout=True)

    def on_resize(self) -> None:
        """Ask for the rows that the items take at the new width."""
        self._ask_for_rows()

    def _ask_for_rows(self) -> None:
        cells = self.size.width
        self.styles.max_height = len(fitting(self._items, cells, 1000)) if cells else None

    def render(self) -> Content:
        """Return what fits into the rows."""
        return Content("\n".join(fitting(self._items, self.size.width, self.size.height)))


def fitting(items: Sequence[str], cells: int, rows: int) -> list[str]:
    """Return items in at most `rows` rows: each on rows of its own, or else several on one.

    What is too long is cut, each item by itself, so that every one can be read in part.
    """
    if not items or cells < 1 or rows < 1:
        return []
    spare = rows - len(items)
    if spare < 0:
        count = len(items)
        shared = [items[row * count // rows : (row + 1) * count // rows] for row in range(rows)]
        return [cut(SEPARATOR.join(_shared(some, cells)), cells) for some in shared]
    lines: list[str] = []
    for item in items:
        broken = wrapped(item, cells, spare + 1)
        spare -= len(broken) - 1
        lines += [cut(line, cells) for line in broken]
    return lines


def _shared(items: Sequence[str], cells: int) -> list[str]:
    """Return items cut so that together they fit into `cells`; short ones leave room to others."""
    left = cells - len(SEPARATOR) * (len(items) - 1)
    shown = list(items)
    by_width = sorted(range(len(items)), key=lambda at: width(items[at]))
    for done, at in enumerate(by_width):
        shown[at] = cut(items[at], max(LEAST_SHARE, left // (len(items) - done)))
        left -= width(shown[at])
    return shown
