"""A list of people in columns: quick with 200 of them, aligned for wide characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from rounds.domain.event import PersonKey
from rounds.text.safe import one_line
from rounds.text.width import cut, width
from rounds.text.wrap import wrapped

Tone = Literal["plain", "dim", "strong"]


@dataclass(frozen=True)
class Column:
    """A column: its title and its width in cells; the one of width 0 takes what is left."""

    title: str
    width: int = 0
    right: bool = False


@dataclass(frozen=True)
class Row:
    """One person: the key, what stands in each column, and how bright.

    With fewer cells than columns the last cell takes what is left of the line.
    """

    key: PersonKey
    cells: tuple[str, ...]
    tone: Tone = "plain"


class PeopleList(Widget, can_focus=False):
    """The list. The screen moves the mark; the list keeps it on the same person and in view.

    It has no scroll bar of glyphs: a painted column at its right edge shows where one is.
    """

    class Clicked(Message):
        """Somebody in the list was clicked; `twice` says that it was a double click."""

        def __init__(self, twice: bool) -> None:
            super().__init__()
            self.twice = twice

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "people--title",
        "people--plain",
        "people--dim",
        "people--strong",
        "people--mark",
        "people--track",
        "people--thumb",
    }
    DEFAULT_CSS = """
    PeopleList { width: 1fr; height: 1fr; }
    PeopleList > .people--title { color: $text-muted; background: $panel; }
    PeopleList > .people--plain { color: $foreground; }
    PeopleList > .people--dim { color: $foreground 60%; }
    PeopleList > .people--strong { color: $foreground; text-style: bold; }
    PeopleList > .people--mark { color: $background; background: $foreground; text-style: bold; }
    PeopleList > .people--track { background: $surface; }
    PeopleList > .people--thumb { background: $foreground 50%; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns: tuple[Column, ...] = ()
        self._lines: tuple[Row, ...] = ()
        self._empty = ""
        self._at = 0
        self._top = 0

    @property
    def marked(self) -> PersonKey | None:
        """The key of the marked person, None in an empty list."""
        return self._lines[self._at].key if self._lines else None

    @property
    def lines(self) -> tuple[Row, ...]:
        """What the list holds."""
        return self._lines

    def show(self, columns: Iterable[Column], lines: Iterable[Row], empty: str = "") -> None:
        """Show these people; the mark stays on the same person if still there."""
        columns, lines = tuple(columns), tuple(lines)
        if (columns, lines, empty) == (self._columns, self._lines, self._empty):
            return
        before = self.marked
        self._columns, self._lines, self._empty = columns, lines, empty
        self._put(next((at for at, line in enumerate(lines) if line.key == before), self._at))

    def mark(self, key: PersonKey | None) -> None:
        """Put the mark on somebody (the first one for None)."""
        self._put(next((at for at, line in enumerate(self._lines) if line.key == key), 0))

    def move(self, by: int) -> None:
        """Move the mark down by this many rows."""
        self._put(self._at + by)

    def move_page(self, by: int) -> None:
        """Move the mark down by this many pages."""
        self._put(self._at + by * max(1, self._rows - 1))

    @property
    def _rows(self) -> int:
        return max(1, self.size.height - 1)

    def _put(self, at: int) -> None:
        self._at = max(0, min(at, len(self._lines) - 1))
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        lowest = max(0, len(self._lines) - self._rows)
        self._top = min(max(self._top, self._at - self._rows + 1), self._at, lowest)

    def on_resize(self) -> None:
        """Keep the marked person in view in a smaller window.

        A list that comes back into view is told its size, too, and is not painted again for that.
        """
        before = self._top
        self._keep_in_view()
        if self._top != before:
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Mark the person clicked, and say so."""
        if event.y >= 1 and self._top + event.y - 1 < len(self._lines):
            self._put(self._top + event.y - 1)
            self.post_message(self.Clicked(event.chain == 2))

    def on_mouse_scroll_down(self) -> None:
        """Go down the list."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Go up the list."""
        self.move(-3)

    def render_line(self, y: int) -> Strip:
        """Return one row: titles first, then people."""
        width = self.size.width
        if y == 0:
            titles = tuple(column.title for column in self._columns)
            return self._strip(titles, self._look("title"), None)
        at = self._top + y - 1
        edge = self._edge(y - 1)
        if at >= len(self._lines):
            told = wrapped(one_line(self._empty), max(1, width - 2)) if not self._lines else []
            said = told[y - 2] if 0 <= y - 2 < len(told) else ""
            return self._row(_fitted(said, width - 2), self._look("dim"), edge)
        line = self._lines[at]
        return self._strip(line.cells, self._look("mark" if at == self._at else line.tone), edge)

    def _strip(self, cells: tuple[str, ...], style: Style, edge: Style | None) -> Strip:
        width = self.size.width - 1
        fixed = sum(column.width for column in self._columns) + len(self._columns) + 1
        widths = [column.width or max(1, width - fixed) for column in self._columns]
        if len(cells) < len(widths):
            widths[len(cells) - 1] = width
        parts = [
            _fitted(cell, room, right=column.right)
            for column, cell, room in zip(self._columns, cells, widths, strict=False)
        ]
        return self._row(" ".join(parts), style, edge)

    def _row(self, text: str, style: Style, edge: Style | None) -> Strip:
        body = Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width - 1, style)
        return Strip.join([body, Strip([Segment(" ", edge or style)], 1)])

    def _edge(self, row: int) -> Style | None:
        total, rows = len(self._lines), self._rows
        if total <= rows:
            return None
        size = max(1, round(rows * rows / total))
        start = round(self._top / (total - rows) * (rows - size))
        return self._look("thumb" if start <= row < start + size else "track")

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"people--{name}")


def _fitted(text: str, cells: int, *, right: bool = False) -> str:
    """Return text cut and padded to exactly `cells` cells."""
    shown = cut(one_line(text), cells)
    padding = " " * max(0, cells - width(shown))
    return padding + shown if right else shown + padding
