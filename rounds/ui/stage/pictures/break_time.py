"""The picture of the break: its clock, the invitation to write notes, what comes next."""

from __future__ import annotations

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import Room
from rounds.formats.advice import line_of_advice
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import centred, number
from rounds.ui.stage.drawing.headline import headline, painted_lines
from rounds.ui.stage.pictures.banner import banner


def break_time(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the break: its clock, the invitation to write notes, what comes next."""
    w, h = canvas.width, canvas.height
    plain = texts.break_heading_plain()
    top = banner(canvas, room, texts.break_heading(), clock, 48 if h >= 23 else 0, plain)
    advice = line_of_advice(room, "break")
    painted = painted_lines(advice, w - 6, h // 4, 2) if h >= 30 else []
    if painted:
        rows = sum(map(len, painted)) + len(painted) - 1
        headline(canvas, (3, top + 1, w - 6, rows), advice, ink="white", lines=2)
        top += rows + 1
    advised = wrapped(advice, w - 4, 2) if advice and not painted else [""]
    lines = [
        *((line, "strong") for line in advised),
        (texts.write_notes(), "base"),
        (texts.notes_are_private(), "base"),
        (texts.comes_next(room), "dim"),
    ]
    lines = [line for line in lines if line[0]]
    gap = 1 if h >= 23 and h - top >= 16 else 0
    below = len(lines) + 2 * gap + 1
    if room.run.timed:
        time = clock_text(max(0.0, room.remaining(now)))
        number(canvas, (2, top + 1, w - 4, h - top - below - 1), time, "white", "strong")
    y = h - below + 1
    for number_of, (line, style) in enumerate(lines):
        centred(canvas, y, line, style)
        y += 1 + (gap if number_of + 1 - len(advised) in (0, 2) else 0)
