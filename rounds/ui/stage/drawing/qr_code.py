"""Paints a QR code, always black on white: a camera finds no other one reliably.

Where there is room, a module is made of painted cells. In a smaller window two modules, one
above the other, share a cell: a half block is drawn in the colour of the lower one.
"""

from __future__ import annotations

from rounds.formats.qr import LOWER_HALF, qr_rows
from rounds.ui.stage.drawing.canvas import Canvas

_STYLES = {
    (True, True): "black",
    (True, False): "base",
    (False, True): "code",
    (False, False): "code",
}
"""The style of a cell with a dark or light module above another: its background is the upper one,
its text the half block below it."""


def qr_size(text: str, columns: int, rows: int) -> tuple[int, int]:
    """Return the cells (columns, rows) of the largest code of a text that fits; (0, 0) for none."""
    modules = len(qr_rows(text))
    scale = min(columns // (2 * modules), rows // modules)
    if scale:
        return 2 * modules * scale, modules * scale
    halves = modules, (modules + 1) // 2
    return halves if columns >= halves[0] and rows >= halves[1] else (0, 0)


def qr_code(canvas: Canvas, x: int, y: int, size: tuple[int, int], text: str) -> None:
    """Paint the code of a text in a size that `qr_size` has returned."""
    rows = qr_rows(text)
    modules, (columns, height) = len(rows), size
    scale = height // modules
    canvas.fill(x, y, columns, height, "code")
    if scale:
        for row, column in ((row, column) for row in range(modules) for column in range(modules)):
            if rows[row][column]:
                at = x + 2 * scale * column, y + scale * row
                canvas.fill(*at, 2 * scale, scale, "black")
        return
    for row in range(0, modules, 2):
        below = rows[row + 1] if row + 1 < modules else (False,) * modules
        for column, two in enumerate(zip(rows[row], below, strict=True)):
            at, style = (x + column, y + row // 2), _STYLES[two]
            if two[0] == two[1]:
                canvas.fill(*at, 1, 1, style)
            else:
                canvas.text(*at, LOWER_HALF, style)
