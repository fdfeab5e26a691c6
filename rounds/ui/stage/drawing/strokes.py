"""Signs made of strokes, rastered to cells of any size.

A cell is twice as high as wide, so an upright stroke is about twice as many columns thick as
a bar is rows. Positions run from 0 to 1 over the sign's box and stand for a stroke's place,
not its edge: a post at 1 ends exactly at the right edge.
"""

from __future__ import annotations

from typing import NamedTuple

Grid = list[bytearray]


WAIST = 1.2
"""How deep a waist is at most, in strokes."""


class Pen(NamedTuple):
    """The size of a sign in cells and the thickness of its strokes."""

    width: int
    height: int
    across: int
    """Columns of an upright stroke."""
    down: int
    """Rows of a level stroke."""


class Bar(NamedTuple):
    """A level stroke at height `y` from `x0` to `x1`."""

    y: float
    x0: float = 0.0
    x1: float = 1.0


class Post(NamedTuple):
    """An upright stroke at `x` from `y0` to `y1`."""

    x: float
    y0: float = 0.0
    y1: float = 1.0


class Slant(NamedTuple):
    """A slanting stroke; it is one post thick on every row it crosses."""

    x0: float
    y0: float
    x1: float
    y1: float


Stroke = Bar | Post | Slant


class Sign(NamedTuple):
    """Strokes, the corners that are rounded off (a b c d: top left to bottom right), a waist.

    `wide` is the sign's width as a share of the usual one.
    """

    strokes: tuple[Stroke, ...]
    corners: str = ""
    waist: str = ""
    wide: float = 1.0


def raster(sign: Sign, pen: Pen) -> Grid:
    """Return the sign as rows of 0 and 1."""
    grid = [bytearray(pen.width) for _ in range(pen.height)]
    for stroke in sign.strokes:
        _draw(grid, stroke, pen)
    for corner in sign.corners:
        _round(grid, corner, pen)
    for side in sign.waist:
        _tie(grid, side, pen)
    return grid


def _draw(grid: Grid, stroke: Stroke, pen: Pen) -> None:
    match stroke:
        case Bar(y, x0, x1):
            top, bottom = _rows(y, pen)
            _fill(grid, _column(x0, pen), top, _column(x1, pen) + pen.across, bottom)
        case Post(x, y0, y1):
            left = _column(x, pen)
            _fill(grid, left, _rows(y0, pen)[0], left + pen.across, _rows(y1, pen)[1])
        case Slant(x0, y0, x1, y1):
            if y0 > y1:
                x0, y0, x1, y1 = x1, y1, x0, y0
            top, bottom = _rows(y0, pen)[0], _rows(y1, pen)[1] - 1
            for y in range(top, bottom + 1):
                share = (y - top) / max(1, bottom - top)
                left = round((x0 + (x1 - x0) * share) * (pen.width - pen.across))
                _fill(grid, left, y, left + pen.across, y + 1)


def _rows(y: float, pen: Pen) -> tuple[int, int]:
    """Return the rows from and to of a level stroke at height `y`."""
    down = pen.down
    left = pen.height - 3 * down
    if y == 0.5 and down > 1 and left % 2 and left < 5:
        down -= 1  # a bowl of a single row would close up
    top = round(y * (pen.height - down) - 0.01)
    return top, top + down


def _column(x: float, pen: Pen) -> int:
    return round(x * (pen.width - pen.across))


def _fill(grid: Grid, x0: int, y0: int, x1: int, y1: int) -> None:
    for y in range(max(0, y0), min(len(grid), y1)):
        for x in range(max(0, x0), min(len(grid[y]), x1)):
            grid[y][x] = 1


def _round(grid: Grid, corner: str, pen: Pen) -> None:
    """Cut a corner off; the smallest signs lose a single cell."""
    across = max(1, pen.across * 3 // 4)
    down = max(1, pen.down * 3 // 4)
    if pen.width < 5 or pen.across < 2:
        return
    for row in range(down):
        cut = round(across * (1 - (row + 0.5) / down)) if down > 1 else max(1, across // 2)
        y = row if corner in "ab" else pen.height - 1 - row
        for column in range(cut):
            x = column if corner in "ac" else pen.width - 1 - column
            grid[y][x] = 0


def _tie(grid: Grid, side: str, pen: Pen) -> None:
    """Draw the sign in at half height: a blurred 8 without a waist is nearly a 0."""
    top, bottom = _rows(0.5, pen)
    middle = (top + bottom) / 2
    deepest, reach = min(WAIST * pen.across, max(6.0, pen.width / 3)), max(1.5, pen.down * 1.3)
    for y in range(pen.height):
        off = abs(y + 0.5 - middle)
        depth = round(deepest * (1 - off / reach)) if off < reach else 0
        if top <= y < bottom:
            depth = max(depth, pen.across // 2) if pen.across > 2 else 1
        elif pen.across < 6:
            depth = min(depth, pen.across // 3)  # a thin post must not become a thread
        depth = min(depth, pen.width // 2 - 1)
        for x in range(depth):
            grid[y][x if side == "l" else pen.width - 1 - x] = 0
        for x in range(pen.across, min(pen.across + depth // 2, pen.width // 2)):
            grid[y][x if side == "l" else pen.width - 1 - x] = 1
