"""The picture before the first round: the welcome, when it starts, how the evening goes."""

from __future__ import annotations

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import Room
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import beside_each_other, centred, figure
from rounds.ui.stage.drawing.headline import headline, painted_lines
from rounds.ui.stage.pictures.banner import banner, house_rule


def lobby(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the welcome: the event, when it starts, who is here, how the evening goes."""
    w, h = canvas.width, canvas.height
    top = banner(canvas, room, texts.welcome(), clock, 46)
    tight = h - top < 13
    if not tight:
        top += 1
    if h >= 45 and painted_lines(room.title, w - 8, 5, 1):
        headline(canvas, (4, top, w - 8, 5), room.title, ink="white")
        top += 6
    else:
        centred(canvas, top, room.title, "strong")
        top += 1
    beside_each_other(canvas, top, [room.place, texts.day(room)], "dim")
    top += 2 if h < 30 else 4
    rule_rows = house_rule(canvas, texts.house_rule())
    bottom = h - rule_rows - (1 if h >= 22 else 0)
    label, time = _start(room, now)
    count = texts.here(room)
    promise = texts.promise(room)
    if w >= 76 and bottom - top >= 9 and time:
        columns = max(40, w * 45 // 100)
        _clock_side(canvas, (2, top, columns - 3, bottom - top - 1), label, time)
        _story(canvas, room, (columns + 2, top, w - columns - 4, bottom - top - 1), count, promise)
    else:
        y = top
        beside_each_other(canvas, y, [f"{label} {time}" if time else label, count], "on_warn")
        said = [(each, "base") for each in texts.how_it_goes(room)]
        said += [(promise, "strong")] if promise else []
        lines = [(line, style) for each, style in said for line in wrapped(each, w - 4)]
        y += 2 if bottom - y >= len(lines) + 2 else 1
        for line, style in lines[: max(0, bottom - y)]:
            centred(canvas, y, line, style)
            y += 1


def _start(room: Room, now: float) -> tuple[str, str]:
    left = room.until_start(now)
    if left is not None:
        return (texts.starts_in(), clock_text(left)) if left > 0 else (texts.starts_soon(), "")
    if room.starts_at:
        return texts.starts_at(), texts.starting_time(room)
    return texts.check_in(), ""


def _clock_side(canvas: Canvas, box: tuple[int, int, int, int], label: str, time: str) -> None:
    x, y, columns, rows = box
    gap = 2 if rows > 9 else 1
    canvas.text(x, y, label, "strong", columns, "center")
    figure(canvas, (x, y + gap, columns, min(rows - gap, 15)), time, "white", "strong")


def _story(
    canvas: Canvas, room: Room, box: tuple[int, int, int, int], count: str, promise: str
) -> None:
    x, y, columns, rows = box
    canvas.text(x, y, count, "on_warn", columns)
    y += 2
    bottom = box[1] + rows
    lines = [wrapped(line, columns) for line in texts.how_it_goes(room)]
    if promise:
        lines.append(wrapped(promise, columns))
    loose = sum(map(len, lines)) + len(lines) - 1 <= bottom - y
    for number_of, block in enumerate(lines):
        for line in block:
            style = "strong" if promise and number_of == len(lines) - 1 else "base"
            if y < bottom:
                canvas.text(x, y, line, style, columns)
            y += 1
        y += 1 if loose else 0
