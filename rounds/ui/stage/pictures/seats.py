"""The pictures of the two seats: before the clock of a round runs, and at the swap."""

from __future__ import annotations

from typing import Literal

from rounds.domain.evening.clock import SWAP, clock_text
from rounds.domain.event import Seat
from rounds.domain.views.room import Room
from rounds.formats.advice import line_of_advice
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Bitmap, Canvas
from rounds.ui.stage.drawing.frame import beside_each_other, centred
from rounds.ui.stage.drawing.headline import headline, painted_lines

ACCENT: dict[Seat, str] = {"A": "a", "B": "b"}
"""The style of each seat: a colour that never stands without the seat's letter and a word."""


def seats(canvas: Canvas, room: Room, now: float, scene: Literal["listen_first", "swap"]) -> None:
    """Paint A on the left and B on the right; the seat that speaks is filled with its colour."""
    w, h = canvas.width, canvas.height
    if scene == "listen_first":
        speaker: Seat = room.speaks_first
        title = texts.who_listens_first(room.listens_first)
        left = room.remaining(now) - room.seconds
    else:
        speaker = room.speaker(now)
        title = texts.swap()
        half = room.half
        left = room.remaining(now) - (half - min(SWAP, half / 4))
    time = clock_text(max(0.0, left))
    tall = _title(canvas, title, time)
    trio = has_trio(room)
    foot = _foot(canvas, line_of_advice(room, scene), texts.trio_listens() if trio else "")
    half_width = w // 2
    for seat, x, columns in (("A", 0, half_width), ("B", half_width, w - half_width)):
        _seat(canvas, seat, seat == speaker, (x, tall, columns, h - tall - foot))  # type: ignore[arg-type]
    if canvas.ascii:
        canvas.fill(half_width, tall, 1, h - tall - foot, "base", "|")


def _title(canvas: Canvas, title: str, time: str) -> int:
    """Write the white head of the seats and its countdown; return the rows it takes."""
    w, h = canvas.width, canvas.height
    most = (7 if h >= 48 else 5, h // 3 - 2, h * 42 // 100 - 2) if h >= 23 else ()
    for rows in most:
        if bitmaps := painted_lines(f"{title} {time}", w - 14, rows, 1):
            tall = len(bitmaps[0]) + 2
            canvas.band(0, tall, "white")
            headline(canvas, (7, 1, w - 14, tall - 2), f"{title} {time}", ink="black")
            return tall
        if bitmap := letters.painted(title, w - 14, rows):
            return _word_and_time(canvas, bitmap, time)
    canvas.band(0, 3, "white")
    beside_each_other(canvas, 1, [title, time], "white", 3)
    return 3


def _word_and_time(canvas: Canvas, word: Bitmap, time: str) -> int:
    """Paint a word, and the time beside it as big as it can be; return the rows they take."""
    apart, margin = 4, 3
    tall = len(word) + 2
    canvas.band(0, tall, "white")
    columns = canvas.width - 2 * margin - len(word[0]) - apart
    digits = letters.painted(time, columns, len(word))
    x = (canvas.width - len(word[0]) - (apart + len(digits[0]) if digits else 0)) // 2
    canvas.paint(x, 1, word, "black")
    if digits:
        canvas.paint(x + len(word[0]) + apart, tall - 1 - len(digits), digits, "black")
    else:
        canvas.text(canvas.width - 7, tall // 2, time, "white")
    return tall


def _seat(canvas: Canvas, seat: Seat, on: bool, box: tuple[int, int, int, int]) -> None:
    x, y, columns, rows = box
    style = ACCENT[seat] if on else "base"
    canvas.fill(x, y, columns, rows, style, ":" if on else " ")
    word = texts.speaks() if on else texts.listens()
    both = (texts.speaks(), texts.listens())
    paintable = all(painted_lines(shown, columns - 4, 5, 1) for shown in both)
    tall_word = 5 if rows >= 20 and paintable else 1
    pad = 1 if rows < 20 else 2
    letter_rows = rows - tall_word - 3 * pad
    ink = "black" if on else ACCENT[seat]
    bitmap = letters.painted(seat, columns - 8, letter_rows)
    top = y + pad + (letter_rows - len(bitmap)) // 2
    if bitmap:
        canvas.paint(x + (columns - len(bitmap[0])) // 2, top, bitmap, ink)
    plain = style if on else "strong"
    where = (x + 2, y + rows - pad - tall_word, columns - 4, tall_word)
    headline(canvas, where, word, ink=ink, plain=plain)


def _foot(canvas: Canvas, prompt: str, second: str) -> int:
    """Write the line of advice into a band at the bottom; return the rows it takes."""
    w, h = canvas.width, canvas.height
    lines = wrapped(prompt, w - 6, 2) if prompt else []
    if second:
        lines.append(second)
    if not lines:
        return 0
    if not second and (painted := painted_lines(prompt, w - 6, h // 4, 2)):
        rows = sum(map(len, painted)) + len(painted) + 1
        canvas.band(h - rows, rows, "panel")
        headline(canvas, (3, h - rows + 1, w - 6, rows - 2), prompt, ink="white", lines=2)
        return rows
    rows = len(lines) + 2
    canvas.fill(0, h - rows, w, rows, "panel")
    for number_of, line in enumerate(lines):
        centred(canvas, h - rows + 1 + number_of, line, "panel")
    return rows


def has_trio(room: Room) -> bool:
    """Whether somebody sits at a table of three."""
    return any(entry.seat == "C" for entry in room.board)
