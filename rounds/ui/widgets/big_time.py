"""The time in painted digits, five rows high, that a glance at the laptop can read.

Textual's `Digits` are drawn with lines whose width differs between terminals; these are
coloured cells.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

ROWS = 5
_SIGNS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", " ##", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}


def rows(text: str, width: int) -> tuple[str, ...]:
    """Return digits as rows of `#` and blanks, two cells to a dot; empty where too narrow."""
    found = tuple(
        " ".join("".join(dot * 2 for dot in _SIGNS[sign][row]) for sign in text)
        for row in range(ROWS)
    )
    return found if len(found[0]) <= width else ()


class BigTime(Widget, can_focus=False):
    """Minutes and seconds; one bold line where five rows of digits do not fit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"big-time--ink", "big-time--plain"}
    DEFAULT_CSS = """
    BigTime { width: 1fr; height: 5; }
    BigTime.-small { height: 1; }
    BigTime > .big-time--ink { background: $foreground; }
    BigTime > .big-time--plain { color: $foreground; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self.display = False

    @property
    def text(self) -> str:
        """The time shown; a `+` before it tells that it is overtime."""
        return self._text

    def show(self, text: str) -> None:
        """Show a time such as `7:42`; an empty one takes no room."""
        if text == self._text:
            return
        self._text = text
        self.display = bool(text)
        self.refresh()

    def wanted_rows(self, cells: int) -> int:
        """Return the number of rows the time takes: digits where they fit, else one line."""
        if not self._text:
            return 0
        return ROWS if rows(self._text, cells) else 1

    def give_way(self, free: int, cells: int) -> int:
        """Become one line of text if rows must be freed; return the number of rows freed."""
        wanted = self.wanted_rows(cells)
        self.set_class(free > 0 or wanted == 1, "-small")
        return wanted - 1 if free > 0 and wanted else 0

    def render_line(self, y: int) -> Strip:
        """Return one row of the digits."""
        width = self.size.width
        plain = self.get_component_rich_style("big-time--plain")
        painted = rows(self._text, width) if self.size.height >= ROWS else ()
        if not painted:
            return Strip([Segment(self._text if y == 0 else "", plain)]).adjust_cell_length(
                width, plain
            )
        ink = self.get_component_rich_style("big-time--ink")
        return Strip(
            [Segment(" ", ink if dot == "#" else plain) for dot in painted[y]]
        ).adjust_cell_length(width, plain)
