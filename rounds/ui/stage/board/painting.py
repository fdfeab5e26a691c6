"""Paints one page of the board."""

from __future__ import annotations

from rounds.text.width import width
from rounds.ui.stage.board.layout import Layout
from rounds.ui.stage.drawing.canvas import Canvas

STAYS = "="
"""The mark of people who keep their seats."""


def paint_page(canvas: Canvas, layout: Layout, page: int, x: int, y: int, w: int) -> None:
    """Write one page of the board, centred in `w` cells."""
    left = x + max(0, (w - layout.width) // 2)
    for number, line in enumerate(layout.page(page)):
        column, row = divmod(number, layout.rows)
        at = left + column * (layout.line_width + layout.gap)
        top = y + row * layout.spacing
        # Lines two rows apart have a blank row between them: no stripe could be centred on them.
        even = "_even" if row % 2 and layout.spacing != 2 else ""
        canvas.fill(at - 1, top, layout.line_width + 2, layout.spacing, "name" + even)
        middle = top + (layout.spacing - 1) // 2
        style = "rest" if line.rests else "name"
        # A name may use the blanks that a short seat leaves.
        room = layout.name_width + layout.seat_width - width(line.seat) - line.indent
        canvas.text(at + line.indent, middle, line.name, style + even, room)
        style = "rest" if line.rests else "stays" if line.stays else "seat"
        seat = at + layout.name_width + 1
        canvas.text(seat, middle, line.seat, style + even, layout.seat_width, "right")
        if line.stays:
            canvas.text(seat + layout.seat_width + 1, middle, STAYS, "stays" + even, 1)
