"""How phones join: the QR code over the whole picture, or beside the lobby and the break."""

from __future__ import annotations

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import JoinByPhone, Room
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Bitmap, Canvas
from rounds.ui.stage.drawing.frame import centred, header, number
from rounds.ui.stage.drawing.qr_code import qr_code, qr_size

_TEXT_COLUMNS = 23
"""The columns that the words beside a code need at least."""

_TEXT_ROWS = 5
"""The rows that the words below a code need."""

_PICTURE_COLUMNS = 46
"""The columns that a code leaves to the lobby or the break beside it."""

_TALLEST = 9
"""Rows of a painted address; a taller one would look like a countdown."""


def join(canvas: Canvas, room: Room, joining: JoinByPhone, now: float, clock: str) -> None:
    """Paint the code as large as the window allows, and address and code in words.

    The time that is left stays in view.
    """
    header(canvas, room, clock)
    w, h = canvas.width, canvas.height - 1
    left = clock_text(max(0.0, room.remaining(now))) if room.run.timed else ""
    beside = _size(canvas, joining, w - _TEXT_COLUMNS, h)
    below = _size(canvas, joining, w, h - _TEXT_ROWS - 1)
    if max(beside, below) == (0, 0):
        _words(canvas, (2, 2, w - 4, h - 2), joining, left, scan=False)
    elif beside >= below:
        columns, rows = beside
        qr_code(canvas, 0, 1 + (h - rows) // 2, beside, joining.url)
        gap = 2 if w - columns >= 30 else 1
        _words(canvas, (columns + gap, 2, w - columns - gap - 1, h - 2), joining, left)
    else:
        columns, rows = below
        qr_code(canvas, (w - columns) // 2, 1, below, joining.url)
        _below(canvas, rows + 2, joining, left)


def join_beside(width: int, height: int, joining: JoinByPhone, *, ascii: bool) -> Canvas | None:
    """Return the code with its words, to stand beside a picture; None where there is no room."""
    space = Canvas(width, height, ascii=ascii)
    size = _size(space, joining, width - _PICTURE_COLUMNS, height - _TEXT_ROWS + 1)
    if size == (0, 0):
        return None
    canvas = Canvas(size[0], height, ascii=ascii)
    top = max(1, (height - size[1] - _TEXT_ROWS) // 2 + 1)
    centred(canvas, top - 1, texts.join_by_phone(), "strong", 0)
    qr_code(canvas, 0, top, size, joining.url)
    centred(canvas, top + size[1] + 1, joining.address, "base", 0)
    centred(canvas, top + size[1] + 2, texts.join_code(joining.code), "base", 0)
    return canvas


def _size(canvas: Canvas, joining: JoinByPhone, columns: int, rows: int) -> tuple[int, int]:
    """Return the size of the code in so much room; without colours there can be none."""
    return (0, 0) if canvas.ascii else qr_size(joining.url, columns, rows)


def _words(
    canvas: Canvas,
    box: tuple[int, int, int, int],
    joining: JoinByPhone,
    left: str,
    *,
    scan: bool = True,
) -> None:
    """Write how to join into the box (x, y, columns, rows), and below it the time left."""
    x, y, columns, rows = box
    bottom = y + rows
    blocks = [
        (texts.join_by_phone(), "on_warn"),
        (texts.scan_the_code() if scan else "", "base"),
        (texts.type_the_address(), "base"),
        (joining.address, "strong"),
        (texts.join_code(joining.code), "strong"),
        (texts.what_phones_show(), "base"),
        (texts.without_phones(), "dim"),
    ]
    lines = [(wrapped(text, columns), style) for text, style in blocks if text]
    used = sum(len(each) for each, _style in lines) + (1 if left else 0)
    gap = 1 if rows - used >= len(lines) else 0
    for each, style in lines:
        painted = [] if style != "strong" else _painted(each[0], columns, bottom - y - used)
        if painted:
            canvas.paint(x, y, painted, "white")
            y, used = y + len(painted) + gap, used - len(each)
            continue
        for line in each:
            canvas.text(x, y, line, style, columns)
            y, used = y + 1, used - 1
        y += gap
    if left:
        number(canvas, (x, y, columns, bottom - y), left, "white", "strong", "left")


def _painted(text: str, columns: int, rows: int) -> Bitmap:
    """Return text as painted letters where there is plenty of room, else nothing."""
    rows = min(_TALLEST, rows // 3)
    return letters.painted(text, columns, rows) if rows >= letters.SMALLEST else ()


def _below(canvas: Canvas, y: int, joining: JoinByPhone, left: str) -> None:
    """Write how to join below the code."""
    rows = [
        (texts.join_by_phone(), "on_warn"),
        (f"{texts.scan_the_code()} {texts.type_the_address()}", "base"),
        (f"{joining.address}   {texts.join_code(joining.code)}", "strong"),
        (texts.without_phones(), "dim"),
        (left, "strong"),
    ]
    for line, style in rows:
        centred(canvas, y, line, style)
        y += 1
