"""What several pictures share: the header, bands, the time bar, big numbers."""

from __future__ import annotations

from rounds.domain.views.room import Room
from rounds.text.width import width
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import digits, letters
from rounds.ui.stage.drawing.canvas import Align, Canvas
from rounds.ui.stage.drawing.cells import fitted, one_line

_MARGIN = 3
"""Cells at either side of a band that stay empty."""


def header(canvas: Canvas, room: Room, clock: str, style: str = "head") -> None:
    """Write the first row: the round, the event's title, the time of day."""
    canvas.fill(0, 0, canvas.width, 1, style)
    left = canvas.text(2, 0, texts.round_of(room), style) + 4
    right = canvas.text(0, 0, clock, style, canvas.width - 2, "right") + 4
    # In the middle of the window, or where it is too long for that, of the place that is left.
    if width(one_line(room.title)) <= canvas.width - 2 * max(left, right):
        left = right = max(left, right)
    if canvas.width - left - right >= 8:
        canvas.text(left, 0, room.title, style, canvas.width - left - right, "center")


def two_sided(canvas: Canvas, y: int, rows: int, left: str, right: str, style: str) -> None:
    """Write a band with a text at either end; one alone stands in the middle."""
    canvas.band(y, rows, style)
    middle = y + rows // 2
    if not left or not right:
        canvas.text(_MARGIN, middle, left or right, style, canvas.width - 2 * _MARGIN, "center")
        return
    beside = width(one_line(right)) + 2
    canvas.text(_MARGIN, middle, left, style, canvas.width - 2 * _MARGIN - beside)
    canvas.text(_MARGIN, middle, right, style, canvas.width - 2 * _MARGIN, "right")


def time_bar(
    canvas: Canvas,
    y: int,
    rows: int,
    filled: int,
    ink: str,
    off: str,
    notch: tuple[int, str] | None,
) -> None:
    """Paint the time left; a notch of some column and style marks half-time."""
    canvas.fill(0, y, canvas.width, rows, off, ".")
    canvas.fill(0, y, filled, rows, ink, "#")
    if notch is not None:
        column, style = notch
        canvas.fill(min(column, canvas.width - 1), y, 1, rows, style, "|")


def number(
    canvas: Canvas,
    box: tuple[int, int, int, int],
    text: str,
    ink: str,
    plain: str | None = None,
    align: Align = "center",
) -> tuple[int, int]:
    """Paint a number or a countdown as big as the box (x, y, columns, rows) allows.

    Returns its first row and how many rows it takes; too small a box gets plain text.
    """
    x, y, columns, rows = box
    bitmap = digits.painted(text, columns, rows)
    if not bitmap:
        canvas.text(x, y + rows // 2, text, plain, columns, align)
        return y + rows // 2, 1
    free = columns - len(bitmap[0])
    top = y + (rows - len(bitmap)) // 2
    canvas.paint(x + {"left": 0, "center": free // 2, "right": free}[align], top, bitmap, ink)
    return top, len(bitmap)


def figure(
    canvas: Canvas, box: tuple[int, int, int, int], text: str, ink: str, plain: str | None = None
) -> None:
    """Paint a number that does not count down: where the box is low, as letters are painted."""
    x, y, columns, rows = box
    bitmap = digits.painted(text, columns, rows) or letters.painted(text, columns, rows)
    if not bitmap:
        canvas.text(x, y + rows // 2, text, plain, columns, "center")
        return
    left = x + (columns - len(bitmap[0])) // 2
    canvas.paint(left, y + (rows - len(bitmap)) // 2, bitmap, ink)


def centred(canvas: Canvas, y: int, text: str, style: str | None = None, margin: int = 2) -> None:
    """Write one line into the middle of a row."""
    canvas.text(margin, y, text, style, canvas.width - 2 * margin, "center")


def beside_each_other(
    canvas: Canvas, y: int, parts: list[str], style: str | None = None, apart: int = 4
) -> None:
    """Write short texts into the middle of a row, the last ones only if they fit."""
    room_left = canvas.width - 4
    parts = [fitted(part, room_left)[0] for part in parts if part.strip()]
    while sum(map(width, parts)) + apart * (len(parts) - 1) > room_left:
        parts.pop()
    x = (canvas.width - sum(map(width, parts)) - apart * (len(parts) - 1)) // 2
    for part in parts:
        x += canvas.text(x, y, part, style) + apart
