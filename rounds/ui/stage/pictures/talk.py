"""The pictures of a talk: its two halves, the last minute, the end."""

from __future__ import annotations

from typing import Literal

from rounds.domain.evening.clock import clock_text
from rounds.domain.event import Seat
from rounds.domain.views.room import Room
from rounds.formats.advice import line_of_advice
from rounds.text.width import width
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import centred, header, number, time_bar, two_sided
from rounds.ui.stage.drawing.headline import headline, painted_lines
from rounds.ui.stage.pictures.seats import ACCENT, has_trio

_TALLEST_PROMPT = 9
"""Rows of a painted line of advice that the back row reads well; more would only take room."""

TalkScene = Literal["first_half", "second_half", "last_minute"]


def talk(
    canvas: Canvas,
    room: Room,
    now: float,
    scene: TalkScene,
    clock: str,
) -> int:
    """Paint the countdown beside who speaks, a line of advice and the time bar.

    Returns the first row below the countdown and a blank one.
    """
    w, h = canvas.width, canvas.height
    late = scene == "last_minute"
    yellow = late and not room.calm
    if yellow:
        canvas.fill(0, 0, w, h, "warn")
    header(canvas, room, clock)
    speaker = room.speaker(now)
    accent = ACCENT[speaker] if room.halves else "white"
    bar = max(1, h // 18)
    band = 7 if h >= 48 and w >= 150 else 3
    band_top = h - bar - 1 - band
    left = room.remaining(now)
    opening = texts.opening(room, room.seconds - left) if scene == "first_half" else ""
    prompt = opening or line_of_advice(room, scene)
    advice_top = _advice(canvas, room, late, prompt, band_top)

    countdown = _badge_and_digits(
        canvas,
        (2, advice_top - (2 if advice_top >= (10 if h < 18 else 12) else 1)),
        clock_text(min(room.seconds, max(0.0, left))),
        speaker if room.halves else None,
        "black" if yellow else "white",
    )
    _band(canvas, room, now, late, (band_top, band))
    whole = max(1.0, room.seconds)
    filled = min(w, round(w * max(0.0, left) / whole))
    ink, off = ("black", "bar_off_warn") if yellow else (accent, "bar_off")
    half_time = int(w * room.half / whole)
    notch = (half_time, "warn" if yellow else "base") if room.halves else None
    time_bar(canvas, h - bar, bar, filled, ink, off, notch)
    return min(advice_top, countdown + 1)


def _advice(canvas: Canvas, room: Room, late: bool, prompt: str, bottom: int) -> int:
    """Write the line of advice (and what C does) above `bottom`; return its first row."""
    w, h = canvas.width, canvas.height
    yellow = late and not room.calm
    style, ink = ("warn", "black") if yellow else ("panel", "white")
    # The countdown keeps the better half of the picture.
    most = min(2 * _TALLEST_PROMPT + 1, bottom - 5 - h * 45 // 100)
    if painted := painted_lines(prompt, w - 6, most, 3):
        rows = sum(map(len, painted)) + len(painted) - 1
        top = bottom - rows - 2
        canvas.fill(0, top, w, rows + 2, style)
        headline(canvas, (3, top + 1, w - 6, rows), prompt, ink=ink, lines=3)
    else:
        lines = wrapped(prompt, w - 6, 2) if prompt else []
        above, below = (0, 0) if h < 18 else (0, 1) if h < 22 and len(lines) > 1 else (1, 1)
        top = bottom - above - len(lines) - below
        canvas.fill(0, top, w, bottom - top, style)
        for row, line in enumerate(lines, top + above):
            centred(canvas, row, line, style)
    if not has_trio(room):
        return top
    line = texts.trio_speaks() if late else texts.trio_listens()
    centred(canvas, top - 1, line, "warn" if yellow else "dim")
    return top - 1


def _badge_and_digits(
    canvas: Canvas, rows: tuple[int, int], text: str, seat: Seat | None, ink: str
) -> int:
    """Paint the seat that speaks, and the time beside it at the same height.

    Returns the first row below.
    """
    w = canvas.width
    top, height = rows[0], rows[1] - rows[0] + 1
    margin, apart = (1, 2) if w < 80 else (2, 3)
    if seat is None:
        return sum(number(canvas, (margin, top, w - 2 * margin, height), text, ink))
    badge = max(11, round(w * 0.18))
    x = margin + badge + apart
    y, tall = number(canvas, (x, top, w - x - margin, height), text, ink)
    if tall < 9:
        y, tall = top + max(0, height - 9) // 2, min(9, height)
    accent = ACCENT[seat]
    canvas.fill(margin, y, badge, tall, accent)
    room_for_letter = tall - (4 if tall >= 9 else 2)
    letter = letters.painted(seat, badge - 4, room_for_letter)
    if letter:
        at = margin + (badge - len(letter[0])) // 2
        canvas.paint(at, y + 1 + (room_for_letter - len(letter)) // 2, letter, "black")
    if tall >= 9:
        canvas.text(margin, y + tall - 2, texts.speaks(), accent, badge, "center")
    return y + tall


def _band(canvas: Canvas, room: Room, now: float, late: bool, rows: tuple[int, int]) -> None:
    """Write who speaks and when the swap is, or that the end is near."""
    top, height = rows
    speaker = room.speaker(now)
    speaks = texts.who_speaks(speaker) if room.halves else texts.both_talk()
    time = ""
    if late:
        style = "warn" if room.calm else "on_warn"
        near = texts.last_minute() if room.remaining(now) <= 60 else texts.nearly_over()
        first, second = near, speaks
    else:
        style = ACCENT[speaker] if room.halves else "white"
        to_swap = room.remaining(now) - room.half
        first, second = speaks, ""
        if room.halves and to_swap > 0:
            time = clock_text(to_swap)
            second = texts.swap_in(time)
    if height < 7:
        two_sided(canvas, top, height, first, second, style)
        return
    canvas.band(top, height, style)
    ink = "warn" if style == "on_warn" else "black"
    side = 4
    columns = canvas.width - 2 * side
    if time:
        bitmap = letters.painted(time, columns // 5, height - 2)
        x = canvas.width - side - len(bitmap[0])
        canvas.paint(x, top + (height - len(bitmap)) // 2, bitmap, ink)
        columns = x - 3 - side
        canvas.text(side, top + height // 2, texts.swap_in(), style, columns, "right")
        columns -= width(texts.swap_in()) + 3
    elif second:
        canvas.text(side, top + height // 2, second, style, columns, "right")
        columns -= width(second) + 3
    align = "left" if second else "center"
    headline(canvas, (side, top + 1, columns, height - 2), first, ink=ink, plain=style, align=align)  # type: ignore[arg-type]


def end(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the end of a round: white, 0:00, thank your partner, the overtime small."""
    w, h = canvas.width, canvas.height
    canvas.fill(0, 0, w, h, "white")
    header(canvas, room, clock, "white")
    thanks = line_of_advice(room, "end")
    lines = painted_lines(thanks, w - 6, min(17, h * 2 // 5), 2) if h >= 28 else []
    tall = sum(map(len, lines)) + len(lines) - 1 if lines else 0
    band = tall + 4 if tall else 5
    foot = 2 if h < 30 else 3
    top = h - foot - band
    canvas.band(top, band, "strong")
    if tall:
        headline(canvas, (3, top + 1, w - 6, tall), thanks, ink="white", lines=2)
        centred(canvas, top + band - 2, texts.stay_seated(), "strong")
    else:
        centred(canvas, top + 1, thanks, "strong")
        centred(canvas, top + 3, texts.stay_seated(), "strong")
    number(canvas, (2, 2, w - 4, top - 3), "0:00", "black")
    left = room.remaining(now)
    if left <= -1:
        canvas.text(3, h - 1 - foot // 3, texts.over_by(clock_text(left)), "white")
    canvas.text(3, h - 1 - foot // 3, texts.comes_next(room), "white", w - 6, "right")
