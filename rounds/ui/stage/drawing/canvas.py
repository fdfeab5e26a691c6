"""A picture of the stage: cells with a character and the name of a style.

Whatever is written passes `one_line` first (in `cells.fitted`), here and nowhere else, so no
name and no message can break a line or steer the terminal. Nothing here knows Textual.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rounds.text.width import clusters, width
from rounds.ui.stage.drawing.cells import fitted

Align = Literal["left", "center", "right"]
Bitmap = Sequence[Sequence[int]]
Row = tuple[tuple[str, str], ...]


class Canvas:
    """Cells of `width` by `height`; `ascii` shows painted cells as `#`, for want of colours."""

    def __init__(
        self, width: int, height: int, style: str = "base", *, ascii: bool = False
    ) -> None:
        self.width = width
        self.height = height
        self.ascii = ascii
        self._characters = [[" "] * width for _ in range(height)]
        self._styles = [[style] * width for _ in range(height)]

    def fill(self, x: int, y: int, w: int, h: int, style: str, mark: str = " ") -> None:
        """Paint a rectangle; `mark` stands for it where there are no colours."""
        left, right = max(0, x), min(self.width, x + w)
        if right <= left:
            return
        character = mark if self.ascii else " "
        for row in range(max(0, y), min(self.height, y + h)):
            self._characters[row][left:right] = [character] * (right - left)
            self._styles[row][left:right] = [style] * (right - left)

    def band(self, y: int, h: int, style: str) -> None:
        """Paint a band over the whole width, ruled above and below where there are no colours."""
        self.fill(0, y, self.width, h, style)
        if self.ascii and h >= 3:
            self.fill(0, y, self.width, 1, style, "=")
            self.fill(0, y + h - 1, self.width, 1, style, "=")

    def paint(self, x: int, y: int, bitmap: Bitmap, style: str) -> None:
        """Paint the cells that are set in a bitmap."""
        for row, bits in enumerate(bitmap, y):
            if not 0 <= row < self.height:
                continue
            for column, bit in enumerate(bits, x):
                if bit and 0 <= column < self.width:
                    self._characters[row][column] = "#" if self.ascii else " "
                    self._styles[row][column] = style

    def text(
        self,
        x: int,
        y: int,
        text: str,
        style: str | None = None,
        w: int | None = None,
        align: Align = "left",
    ) -> int:
        """Write one line into `w` cells (to the right edge by default); return the cells used.

        Without a style the colours that are there stay.
        """
        room = max(0, self.width - x if w is None else min(w, self.width - x))
        if not 0 <= y < self.height or x < 0:
            return 0
        shown, used = fitted(text, room)
        at = x + {"left": 0, "center": (room - used) // 2, "right": room - used}[align]
        characters, styles = self._characters[y], self._styles[y]
        if style is not None:
            styles[at : at + used] = [style] * used
        if shown.isascii():
            characters[at : at + used] = shown
            return used
        for cluster in clusters(shown):
            cells = width(cluster)
            if cells == 0:
                continue
            characters[at : at + cells] = [cluster, *[""] * (cells - 1)]
            at += cells
        return used

    def taller(self, height: int) -> Canvas:
        """Return a copy with more rows below."""
        copy = Canvas(self.width, height, ascii=self.ascii)
        copy._characters[: self.height] = [list(row) for row in self._characters]
        copy._styles[: self.height] = [list(row) for row in self._styles]
        return copy

    def lowered(self) -> Canvas:
        """Return a copy with one more row, above all others."""
        copy = Canvas(self.width, self.height + 1, ascii=self.ascii)
        copy._characters[1:] = [list(row) for row in self._characters]
        copy._styles[1:] = [list(row) for row in self._styles]
        return copy

    def beside(self, other: Canvas) -> Canvas:
        """Return a copy with another picture of the same height to its right."""
        copy = Canvas(self.width + other.width, self.height, ascii=self.ascii)
        for y in range(self.height):
            copy._characters[y] = self._characters[y] + other._characters[y]
            copy._styles[y] = self._styles[y] + other._styles[y]
        return copy

    def style_at(self, x: int, y: int) -> str:
        """Return the name of the style of one cell."""
        return self._styles[y][x]

    def row(self, y: int) -> Row:
        """Return one row as runs of (text, style)."""
        runs: list[tuple[str, str]] = []
        characters, styles = self._characters[y], self._styles[y]
        start = 0
        for x in range(1, self.width + 1):
            if x == self.width or styles[x] != styles[start]:
                runs.append(("".join(characters[start:x]), styles[start]))
                start = x
        return tuple(runs)

    def rows(self) -> list[Row]:
        """Return every row as runs of (text, style)."""
        return [self.row(y) for y in range(self.height)]

    def changed(self, before: Canvas) -> list[int]:
        """Return the rows in which this picture differs from one of the same size."""
        return [
            y
            for y in range(self.height)
            if self._characters[y] != before._characters[y] or self._styles[y] != before._styles[y]
        ]

    def lines(self) -> list[str]:
        """Return the picture as plain text, blanks at the ends of lines left out."""
        return ["".join(characters).rstrip() for characters in self._characters]
