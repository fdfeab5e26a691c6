"""The names of the tabs in a row or two, the open one in reverse; a click opens one."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from rounds.text.width import width

_GAP = "  "

_BOLD, _OPEN = Style(bold=True), Style(bold=True, reverse=True)


class TabLine(Widget, can_focus=False):
    """Shows the tabs, each with the digit that opens it. Names are text that is safe to show."""

    DEFAULT_CSS = """
    TabLine { width: 1fr; height: auto; padding: 0 1; background: $panel; }
    """

    class Chosen(Message):
        """A tab was clicked; `place` counts from 0."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._open = 0

    def show(self, names: Sequence[str], opened: int) -> None:
        """Show these tabs; saying the same again changes nothing."""
        if (tuple(names), opened) != (self._names, self._open):
            before = len(self._rows(self.size.width))
            self._names, self._open = tuple(names), opened
            self.refresh(layout=len(self._rows(self.size.width)) != before)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows that the names take at this width."""
        return max(1, len(self._rows(width)))

    def render_line(self, y: int) -> Strip:
        """Return the names of a row; segments are quicker than a text with markup."""
        usual = self.rich_style
        rows = self._rows(self.size.width)
        segments: list[Segment] = []
        for place, name in rows[y] if y < len(rows) else ():
            segments += [Segment(_GAP, usual)] if segments else []
            if place == self._open:
                segments.append(Segment(_label(place, name), usual + _OPEN))
            else:
                segments += [Segment(_label(place, ""), usual + _BOLD), Segment(name, usual)]
        return Strip(segments).adjust_cell_length(self.size.width, usual)

    def on_click(self, event: events.Click) -> None:
        """Open the tab under the pointer."""
        at = event.get_content_offset(self)
        rows = self._rows(self.size.width)
        if at is None or at.y >= len(rows):
            return
        left = at.x
        for place, name in rows[at.y]:
            if 0 <= left < width(_label(place, name)):
                self.post_message(self.Chosen(place))
            left -= width(_label(place, name)) + len(_GAP)

    def _rows(self, cells: int) -> list[list[tuple[int, str]]]:
        rows: list[list[tuple[int, str]]] = []
        left = 0
        for place, name in enumerate(self._names):
            wanted = width(_label(place, name))
            if not rows or left < wanted:
                rows.append([])
                left = cells
            rows[-1].append((place, name))
            left -= wanted + len(_GAP)
        return rows


def _label(place: int, name: str) -> str:
    return f"{place + 1} {name}"
