"""The picture between rounds: everybody's next table and seat under a clock."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import Room
from rounds.text.width import width
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.board.layout import Layout, lay_out
from rounds.ui.stage.board.lines import sorted_lines
from rounds.ui.stage.board.paging import page_at
from rounds.ui.stage.board.painting import paint_page
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.digits import SMALLEST
from rounds.ui.stage.drawing.frame import beside_each_other, centred, number

_LEAST_CLOCK = 36
"""Cells that a countdown of seven rows takes."""


def move(canvas: Canvas, room: Room, now: float, notices: Sequence[str] = ()) -> None:
    """Paint the board; at zero its header turns white and asks to sit down.

    What else is to be said (`notices`) takes the place of the words in the header.
    """
    w, h = canvas.width, canvas.height
    layout, head, foot = arrangement(room, w, h)
    page = page_at(room, now, layout.pages)
    over = room.run.timed and room.remaining(now) <= 0
    style, ink = ("on_move", "move") if over else ("move", "white")
    canvas.band(0, head, style)
    digits = 0
    clock = clock_text(max(0.0, room.remaining(now)))
    if room.run.timed:
        digits = max(_LEAST_CLOCK, min(w * 45 // 100, (head - 2) * 5 + 4))
    beside = w - digits - 5
    if notices and _rows_of(notices, beside) > head - 2:
        digits, beside = 0, w - 5
        if room.run.timed:
            canvas.text(0, 0, clock, style, w - 3, "right")
    if digits:
        top = min(1, head - SMALLEST)
        number(
            canvas,
            (w - digits - 2, top, digits, head - top - (1 if head > 8 else 0)),
            clock,
            ink,
            style,
            "right",
        )
    if notices:
        canvas.text(3, 0, texts.round_of(room), style, beside)
        _notices(canvas, layout, page, notices, (beside, head))
    else:
        _words(canvas, room, layout, page, over, (beside, head))
    rows = h - head - foot
    used = layout.rows * layout.spacing - (1 if layout.spacing == 2 else 0)
    paint_page(canvas, layout, page, 1, head + max(0, min(2, (rows - used + 1) // 2)), w - 2)
    if foot:
        _foot(canvas, _footnotes(layout), rows - used)


def arrangement(room: Room, columns: int, rows: int) -> tuple[Layout, int, int]:
    """Return the board's layout and the rows of its header and its footer."""
    resting = any(entry.table is None for entry in room.board)
    tall = 9 if rows < 30 else 11 if rows < 48 else 15
    lines = sorted_lines(room.board, room.by_family_name)
    layouts: list[tuple[Layout, int, int]] = []
    foot = 1 if resting or any(entry.stays for entry in room.board) else 0
    for head in dict.fromkeys((tall, 9, 8, 7)):
        layout = lay_out(lines, columns - 2, rows - head - foot)
        layouts.append((layout, head, foot))
        if layout.pages == 1 and not layout.only_movers and not layout.cut:
            break
    return min(layouts, key=lambda made: (made[0].pages, made[0].only_movers, made[0].cut))


def _words(
    canvas: Canvas, room: Room, layout: Layout, page: int, over: bool, box: tuple[int, int]
) -> None:
    w, head = box
    style = "on_move" if over else "move"
    first = room.round <= 1
    heading = texts.find_your_first_table() if first else texts.find_your_table()
    lines = [texts.round_of(room), texts.please_sit_down() if over else heading]
    if width(texts.how_to_read()) <= w:
        lines.append(texts.how_to_read())
    chip = _page_chip(layout, page, w)
    used = len(lines) + (1 if chip else 0)
    step = 2 if used * 2 - 1 <= head - 2 else 1
    y = (head - (used * step - (step - 1))) // 2
    for line in lines:
        canvas.text(3, y, line, style, w)
        y += step
    if chip:
        at = canvas.text(3, y, chip, "move" if over else "on_move", w - 1)
        canvas.fill(2, y, 1, 1, "move" if over else "on_move")
        canvas.fill(3 + at, y, 1, 1, "move" if over else "on_move")


def _notices(
    canvas: Canvas, layout: Layout, page: int, notices: Sequence[str], box: tuple[int, int]
) -> None:
    """Write what is said beside the board into its header, and the page below."""
    w, head = box
    chip = _page_chip(layout, page, w)
    canvas.fill(1, 1, w + 3, head - 2, "on_move")
    lines = [line for said in notices for line in wrapped(said, w, head - 2)][: head - 2]
    y = 1 + (head - 2 - len(lines)) // 2
    for line in lines:
        canvas.text(3, y, line, "on_move", w)
        y += 1
    if chip:
        canvas.text(3, head - 1, chip, "move", w)


def _rows_of(notices: Sequence[str], columns: int) -> int:
    return sum(len(wrapped(said, columns)) for said in notices)


def _page_chip(layout: Layout, page: int, columns: int) -> str:
    """Return which page is shown, empty if there is only one."""
    if layout.pages == 1:
        return ""
    room_left = columns - 1 - width(texts.page_of(page, layout.pages, ""))
    return texts.page_of(page, layout.pages, layout.page_range(page, room_left))


def _foot(canvas: Canvas, notes: list[str], free: int) -> None:
    """Write the footnotes in one row, or in two if they are too long and a row is free.

    Where there is no second row, the last one is shortened.
    """
    h, apart = canvas.height, 4
    too_long = sum(map(width, notes)) + apart * (len(notes) - 1) > canvas.width - 4
    if too_long and (free <= 1 or len(notes) == 1):
        short = {texts.rest_task(): texts.rest_task_in_short()}
        notes = [short.get(note, note) for note in notes]
    elif too_long:
        centred(canvas, h - 2, notes[0], "dim")
        notes = notes[1:]
    beside_each_other(canvas, h - 1, notes, "dim", apart)


def _footnotes(layout: Layout) -> list[str]:
    """Return what the marks of the board mean."""
    notes = []
    if layout.only_movers:
        notes.append(texts.only_movers())
    elif layout.marked:
        notes.append(texts.stays())
    if any(line.rests for line in layout.lines):
        notes.append(texts.rest_task())
    return notes
