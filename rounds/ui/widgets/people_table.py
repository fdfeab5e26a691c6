"""A table of people whose cells can be chosen by arrows or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from rounds.text.safe import one_line
from rounds.text.width import cut

WIDEST = 26
"""No cell is wider than this; a longer text is cut."""


class PeopleTable(DataTable[Text], inherit_bindings=False):
    """Rows of cells; the first two columns stay in view. Enter belongs to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in DataTable.BINDINGS if isinstance(each, Binding) and each.key != "enter"
    ]

    def __init__(self) -> None:
        super().__init__(fixed_columns=2, cursor_type="cell", zebra_stripes=False)

    def fill(self, headings: Sequence[str], rows: Sequence[tuple[Sequence[str], str]]) -> None:
        """Show rows of cells, each with a style ("" for none); the cursor stays where it was."""
        at = self.cursor_coordinate
        scrolled = self.scroll_offset
        self.clear(columns=True)
        for heading in headings:
            self.add_column(Text(one_line(heading)))
        for cells, style in rows:
            self.add_row(*(Text(cut(one_line(cell), WIDEST), style=style) for cell in cells))
        self.put_cursor(at)
        self.scroll_to(scrolled.x, scrolled.y, animate=False)

    def put_cursor(self, at: Coordinate) -> None:
        """Put the cursor on a cell, or on the nearest one that there is."""
        row = max(0, min(at.row, self.row_count - 1))
        column = max(0, min(at.column, len(self.columns) - 1))
        self.move_cursor(row=row, column=column)
