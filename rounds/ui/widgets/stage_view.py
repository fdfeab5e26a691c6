"""The widget that paints the stage: it refreshes only the rows that changed."""

from __future__ import annotations

from functools import cache

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rounds.domain.views.room import Room
from rounds.ui.stage.drawing.canvas import Canvas, Row
from rounds.ui.stage.drawing.palette import ALL, colourless
from rounds.ui.stage.scenes import FrameKey, frame_key, scene


@cache
def _style(name: str) -> Style:
    style = ALL[name]
    return Style(color=style.text, bgcolor=style.background, bold=style.bold)


class StageView(Widget, can_focus=False):
    """What the room sees. It gets a `Room` and never reads the time itself."""

    DEFAULT_CSS = "StageView { width: 1fr; height: 1fr; background: black; }"

    def __init__(self, *, ascii: bool | None = None) -> None:
        super().__init__()
        self.ascii = colourless() if ascii is None else ascii
        self._room = Room()
        self._now = 0.0
        self._clock = ""
        self._moment: FrameKey = ()
        self._picture: Canvas | None = None
        self._strips: list[Strip] = []

    def show(self, room: Room, now: float, clock: str = "") -> int:
        """Paint the room as it is at `now`; return the number of rows refreshed.

        Most calls find that nothing visible has changed, and cost one comparison of tuples.
        """
        width, height = self.size
        same_room = room is self._room or room == self._room
        self._room, self._now, self._clock = room, now, clock
        if not width or not height:
            return 0
        due: FrameKey = (width, height, clock, *frame_key(room, now, width))
        if same_room and due == self._moment and self._strips:
            return 0
        self._moment = due
        changed = self._draw()
        if len(changed) == height:
            self.refresh()
        elif changed:
            self.refresh(*_regions(changed, width))
        return len(changed)

    def render_line(self, y: int) -> Strip:
        """Return one row as Textual wants it.

        Textual may ask before it says that there is a window, or another size of it. The picture
        is drawn then and there, so the first thing that the room sees is no black window.
        """
        if self._picture is None or (self._picture.width, self._picture.height) != self.size:
            self._draw()
        return self._strips[y]

    def on_resize(self) -> None:
        """Paint everything in the new size of the window."""
        self.show(self._room, self._now, self._clock)

    def _draw(self) -> list[int]:
        """Draw the picture that is due; return the rows that changed."""
        width, height = self.size
        picture = scene(self._room, self._now, width, height, clock=self._clock, ascii=self.ascii)
        before, self._picture = self._picture, picture
        if before is None or (before.width, before.height) != (width, height):
            self._strips = [self._strip(row, width) for row in picture.rows()]
            return list(range(height))
        changed = picture.changed(before)
        for y in changed:
            self._strips[y] = self._strip(picture.row(y), width)
        return changed

    def _strip(self, row: Row, width: int) -> Strip:
        if self.ascii:
            return Strip([Segment("".join(text for text, _name in row), _style("base"))], width)
        return Strip([Segment(text, _style(name)) for text, name in row], width)


def _regions(rows: list[int], width: int) -> list[Region]:
    """Return rows as regions, adjacent rows as one."""
    regions: list[Region] = []
    for y in rows:
        if regions and regions[-1].bottom == y:
            last = regions.pop()
            regions.append(Region(0, last.y, width, last.height + 1))
        else:
            regions.append(Region(0, y, width, 1))
    return regions
