"""The picture to show: a pure function of the room, the time and the size of the window."""

from __future__ import annotations

from datetime import time

from rounds.domain.evening.clock import SWAP, clock_text
from rounds.domain.views.room import Room
from rounds.i18n import Customs, following, shown_time, using
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.board.paging import page_at, turn_at
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import centred, number
from rounds.ui.stage.drawing.headline import headline, painted_lines
from rounds.ui.stage.pictures.break_time import break_time
from rounds.ui.stage.pictures.closing import closing
from rounds.ui.stage.pictures.introduction import introduction
from rounds.ui.stage.pictures.join import join, join_beside
from rounds.ui.stage.pictures.lobby import lobby
from rounds.ui.stage.pictures.move import arrangement, move
from rounds.ui.stage.pictures.seats import seats
from rounds.ui.stage.pictures.talk import TalkScene, end, talk

LEAST_WIDTH, LEAST_HEIGHT = 60, 20
"""The smallest window in which the pictures have room."""

MOST_ROWS = 30
"""In a window of more rows the smallest letters are too small for the back row: a row is then
less than a thirtieth of the projector's picture."""

FrameKey = tuple[object, ...]


def scene(
    room: Room, now: float, width: int, height: int, *, clock: str = "", ascii: bool = False
) -> Canvas:
    """Return what the room sees now, in the room's language; `clock` is the time of day."""
    with using(room.spoken(now)), following(Customs(room.clock, room.dates)):
        return _scene(room, now, width, height, clock, ascii)


def time_of_day(room: Room, now: float, at: time) -> str:
    """Return a time of day as the picture writes it now, in its language and by its customs."""
    with using(room.spoken(now)), following(Customs(room.clock, room.dates)):
        return shown_time(at)


def frame_key(room: Room, now: float, width: int) -> FrameKey:
    """Return everything that the time changes in a picture: equal keys mean equal pictures."""
    left = room.remaining(now)
    half = room.half
    start = room.until_start(now)
    return (
        room.scene(now),
        room.spoken(now),
        clock_text(left),
        clock_text(left - half),
        clock_text(left - room.seconds),
        clock_text(left - half + min(SWAP, half / 4)),
        round(width * max(0.0, left) / max(1.0, room.seconds)),
        turn_at(room, now) if room.phase == "move" else 0,
        None if start is None else clock_text(max(0.0, start)),
    )


def pages(room: Room, width: int, height: int) -> int:
    """Return how many pages the board has in a window of this size."""
    with using(room.language):
        rows = height - room.rehearsal
        return arrangement(room, width, _body(room, 0.0, width, rows))[0].pages


def page_shown(room: Room, now: float, width: int, height: int) -> tuple[int, int]:
    """Return which page of the board is shown, counted from 0, and of how many."""
    number = pages(room, width, height)
    return page_at(room, now, number), number


def message_fits(text: str) -> bool:
    """Return whether a message fits into every window, even the smallest."""
    return len(wrapped(text, LEAST_WIDTH - 8)) <= _message_rows(LEAST_HEIGHT)


def _message_rows(height: int) -> int:
    return max(2, height // 6)


def _scene(room: Room, now: float, w: int, h: int, clock: str, ascii: bool) -> Canvas:
    if room.black:
        return Canvas(w, h, "black", ascii=ascii)
    if w < LEAST_WIDTH or h < LEAST_HEIGHT:
        return _too_small(room, now, w, h, ascii)
    picture = _picture(room, now, w, h - room.rehearsal, clock, ascii)
    return _with_rehearsal(picture) if room.rehearsal else picture


def _with_rehearsal(picture: Canvas) -> Canvas:
    """Return a picture below a row which says that this is no evening yet."""
    canvas = picture.lowered()
    canvas.band(0, 1, "on_move")
    centred(canvas, 0, texts.rehearsal(), "on_move")
    return canvas


def _picture(room: Room, now: float, w: int, h: int, clock: str, ascii: bool) -> Canvas:
    if room.join and room.shows_join(now):
        bands = _said(room, now, w, h)
        canvas = Canvas(w, h - _rows(bands), ascii=ascii)
        join(canvas, room, room.join, now, clock)
        return _with_bands(canvas, bands, h, white=False)
    bands = _bands(room, now, w, h)
    code = None
    if room.join and room.phase in ("lobby", "break"):
        code = join_beside(w, h - _rows(bands), room.join, ascii=ascii)
        if code is None:
            said = texts.join_on_one_line(room.join.address, room.join.code)
            bands.append(wrapped(said, w - 8, 2))
    body = h - _rows(bands)
    canvas = Canvas(w - code.width if code else w, body, ascii=ascii)
    due = room.scene(now)
    below = None
    match due:
        case "lobby":
            lobby(canvas, room, now, clock)
        case "introductions":
            introduction(canvas, room, now, clock)
        case "move":
            move(canvas, room, now, _notices(room, now))
        case "listen_first" | "swap":
            seats(canvas, room, now, due)
        case "first_half" | "second_half" | "last_minute":
            canvas, below = _talk(canvas, room, now, due, clock)
        case "end":
            end(canvas, room, now, clock)
        case "break":
            break_time(canvas, room, now, clock)
        case "closing":
            closing(canvas, room, clock)
    if room.run.paused and below is not None:
        _paused(canvas, below)
    if code:
        canvas = canvas.beside(code)
    white = due == "end" or (due == "introductions" and room.remaining(now) <= 0)
    return _with_bands(canvas, bands, h, white=white) if bands else canvas


def _body(room: Room, now: float, width: int, height: int) -> int:
    """Return the rows that the bands below it leave to the picture."""
    return height - _rows(_bands(room, now, width, height))


def _rows(bands: list[list[str]]) -> int:
    """Return the rows of the bands, with a blank one above and below each."""
    return sum(len(lines) + 2 for lines in bands)


def _bands(room: Room, now: float, width: int, height: int) -> list[list[str]]:
    """Return the texts of the bands below the picture; the board has them in its head.

    Nobody who looks for a name should see the columns move.
    """
    return [] if room.scene(now) == "move" else _said(room, now, width, height)


def _said(room: Room, now: float, width: int, height: int) -> list[list[str]]:
    return [wrapped(said, width - 8, _message_rows(height)) for said in _notices(room, now)]


def _notices(room: Room, now: float) -> list[str]:
    """Return what is said beside the picture: a pause outside of talks, a message."""
    said = []
    if room.run.paused and room.scene(now) not in ("first_half", "second_half", "last_minute"):
        said.append(f"{texts.paused_plain()} | {texts.clock_stands()}")
    if room.message.strip():
        said.append(room.message)
    return said


def _with_bands(picture: Canvas, bands: list[list[str]], height: int, *, white: bool) -> Canvas:
    canvas = picture.taller(height)
    y = picture.height
    style = "strong" if white else "white"
    for lines in bands:
        canvas.band(y, len(lines) + 2, style)
        for row, line in enumerate(lines, y + 1):
            centred(canvas, row, line, style, 4)
        y += len(lines) + 2
        style = "strong" if style == "white" else "white"
    return canvas


def _talk(canvas: Canvas, room: Room, now: float, due: TalkScene, clock: str) -> tuple[Canvas, int]:
    """Paint a talk; while it is paused up to three rows lower, if its heading needs them."""
    below = talk(canvas, room, now, due, clock)
    if not room.run.paused or _rows_around(canvas.width, canvas.height - below):
        return canvas, below
    for less in (1, 2, 3):
        lower = Canvas(canvas.width, canvas.height - less, ascii=canvas.ascii)
        top = talk(lower, room, now, due, clock)
        if _rows_around(canvas.width, canvas.height - top):
            return lower.taller(canvas.height), top
    return canvas, below


def _rows_around(width: int, rows: int) -> int:
    """Return how many rows of a pause's band its painted heading leaves; 0: it has no room."""
    return next((n for n in (4, 3, 2) if painted_lines(texts.paused(), width - 8, rows - n, 1)), 0)


def _paused(canvas: Canvas, top: int) -> None:
    """Paint the band of a pause over a talk, from row `top`; the time stays visible."""
    w, rows = canvas.width, canvas.height - top
    canvas.band(top, rows, "white")
    heading = texts.paused()
    around = _rows_around(w, rows)
    if not around:
        heading, around = texts.paused_plain(), 3
    box = (4, top + 1, w - 8, max(1, rows - around))
    headline(canvas, box, heading, ink="black", plain="white")
    centred(canvas, canvas.height - (1 if around == 2 else 2), texts.clock_stands(), "white")


def _too_small(room: Room, now: float, w: int, h: int, ascii: bool) -> Canvas:
    canvas = Canvas(w, h, ascii=ascii)
    lines = wrapped(texts.too_small(), max(4, w - 2))
    for row, line in enumerate(lines):
        canvas.text(0, row, line, "base", w, "center")
    if room.run.timed and h > len(lines):
        box = (0, len(lines), w, h - len(lines))
        number(canvas, box, clock_text(max(0.0, room.remaining(now))), "white", "strong")
    return canvas
