"""A text of a few lines, broken as the stage breaks them, that is painted only when it changes."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from rounds.i18n import listed
from rounds.text.safe import one_line
from rounds.text.width import width
from rounds.text.wrap import wrapped

SEPARATOR = " | "
"""Stands between the keys of a dialog."""


class Pieces(NamedTuple):
    """A line as items that are broken only where one alone is too wide."""

    items: list[str]
    between: str


class WrappedText(Widget, can_focus=False):
    """Shows text, never markup, its lines broken as the stage breaks them.

    Textual breaks lines at blanks alone, which Japanese has only around Latin words. Saying
    the same again changes nothing. One of a `fixed` height, which the stylesheet gives, is painted
    without laying out the screen again.
    """

    DEFAULT_CSS = """
    WrappedText { width: 1fr; height: auto; }
    """

    def __init__(
        self, *lines: str, id: str | None = None, classes: str | None = None, fixed: bool = False
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._fixed = fixed
        self._said = ""
        self._lines: tuple[Pieces, ...] = ()
        self._most: int | None = None
        self.display = fixed
        self.say(*lines)

    @property
    def said(self) -> str:
        """The text shown."""
        return self._said

    @property
    def gave_way(self) -> bool:
        """Whether some of the text is left out for lack of room."""
        return self._most is not None

    def say(self, *lines: str | list[str]) -> None:
        """Show these lines; without any text the widget takes no room.

        A line that is a list is broken between its items as long as they fit.
        """
        pieces = tuple(_pieces(line) for line in lines if line)
        wanted = "\n".join(each.between.join(each.items) for each in pieces)
        if wanted == self._said:
            return
        self._said, self._lines = wanted, pieces
        self.display = self._fixed or bool(wanted)
        self.refresh(layout=not self._fixed)

    def wanted_rows(self, cells: int) -> int:
        """Return the number of rows that all the lines take."""
        return len(self._rows(cells)) if self._said else 0

    def give_way(self, rows: int, cells: int) -> int:
        """Leave out lines, the last one first, to free `rows`; return the number freed."""
        wanted = self.wanted_rows(cells)
        most = max(0, wanted - rows) if rows > 0 else None
        if most != self._most:
            self._most = most
            self.refresh(layout=True)
        return wanted - len(self._rows(cells, self._most)) if self._said else 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows that the text takes at this width."""
        return len(self._rows(width, self._most))

    def render(self) -> Content:
        """Return the text, broken to the width."""
        return Content("\n".join(self.rows_shown()))

    def rows_shown(self) -> list[str]:
        """Return the rows as they are shown at the present width."""
        return self._rows(self.size.width, self._most)

    def _rows(self, cells: int, most: int | None = None) -> list[str]:
        """Return the lines in rows; lines that would end after row `most` are left out."""
        rows: list[str] = []
        for line in self._lines:
            broken = _broken(line, max(1, cells))
            if most is not None and len(rows) + len(broken) > most:
                break
            rows += broken
        return rows


def _pieces(line: str | list[str]) -> Pieces:
    if isinstance(line, str):
        return Pieces(one_line(line).split(SEPARATOR), SEPARATOR)
    comma, blank = listed(["", ""])[:1], listed(["", ""])[1:]
    items = [one_line(item) for item in line]
    return Pieces([*(item + comma for item in items[:-1]), *items[-1:]], blank)


def _broken(line: Pieces, cells: int) -> list[str]:
    """Return a line in rows, broken between its items if there are several."""
    rows: list[str] = []
    for each in line.items:
        if rows and width(longer := rows[-1] + line.between + each) <= cells:
            rows[-1] = longer
        else:
            rows += wrapped(each, cells)
    return rows
