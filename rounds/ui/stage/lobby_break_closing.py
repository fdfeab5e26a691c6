"""The pictures around the rounds: the lobby, the break, the closing."""

from __future__ import annotations

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import Room
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import beside_each_other, centred, figure, header, number
from rounds.ui.stage.drawing.headline import headline, painted_lines


def lobby(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the welcome: the event, when it starts, who is here, how the evening goes."""
    w, h = canvas.width, canvas.height
    top = _banner(canvas, room, texts.welcome(), clock, 46)
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
    rule = texts.house_rule()
    rule_rows = 1 if sum(map(len, rule)) + 6 < w // 2 else 2
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
        lines = [*texts.how_it_goes(room), *([promise] if promise else [])]
        y += 2 if bottom - y >= len(lines) + 2 else 1
        for line in lines:
            if y < bottom:
                centred(canvas, y, line, "strong" if line == promise else "base")
                y += 1
    _rule(canvas, rule, rule_rows)


def _start(room: Room, now: float) -> tuple[str, str]:
    left = room.until_start(now)
    if left is not None:
        return (texts.starts_in(), clock_text(left)) if left > 0 else (texts.starts_soon(), "")
    if room.starts_at:
        return texts.starts_at(), room.starts_at
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


def pause(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the break: its clock, the invitation to write notes, what comes next."""
    w, h = canvas.width, canvas.height
    plain = texts.pause_heading_plain()
    top = _banner(canvas, room, texts.pause_heading(), clock, 48 if h >= 23 else 0, plain)
    lines = [
        (texts.prompt(room, "break"), "strong"),
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
        y += 1 + (gap if number_of in (0, 2) else 0)


def closing(canvas: Canvas, room: Room, clock: str) -> None:
    """Paint the end of the evening: thanks, its numbers, what to do now."""
    w, h = canvas.width, canvas.height
    top = _banner(canvas, room, texts.thank_you(), clock, 48 if h >= 23 else 0)
    rule = texts.house_rule()
    rule_rows = 2
    advice = wrapped(texts.prompt(room, "closing"), w - 6, 2)
    apart = 1 if h - top >= 15 else 0
    bottom = h - rule_rows - 1 - len(advice) - apart
    tiles = [
        (room.held_pairings, texts.talks_held(room.held_pairings)),
        (room.here, texts.people_here(room.here)),
        (room.round, texts.rounds_held(room.round)),
    ]
    _tiles(canvas, [tile for tile in tiles if tile[0]], top + 1, bottom - apart)
    for number_of, line in enumerate(advice):
        centred(canvas, bottom + number_of, line, "on_warn")
    _rule(canvas, rule, rule_rows)


def _tiles(canvas: Canvas, tiles: list[tuple[int, str]], top: int, bottom: int) -> None:
    """Paint numbers of one height side by side, each with its word below."""
    if not tiles:
        return
    apart, pad = 2, max(2, canvas.width // 40)
    shares = [len(str(count)) + 1 for count, _word in tiles]
    room_left = canvas.width - 4 - apart * (len(tiles) - 1)
    widths = [room_left * share // sum(shares) for share in shares]
    around = 4 if bottom - top >= 9 else 3
    most = min(15, bottom - top - around)
    bitmaps = [
        letters.painted(str(count), columns - 2 * pad, most)
        for (count, _word), columns in zip(tiles, widths, strict=True)
    ]
    rows = min(len(bitmap) or 1 for bitmap in bitmaps)
    x = (canvas.width - sum(widths) - apart * (len(tiles) - 1)) // 2
    y = top + max(0, (bottom - top - rows - around) // 2)
    for (count, word), columns in zip(tiles, widths, strict=True):
        canvas.fill(x, y, columns, rows + around, "panel")
        box = (x + pad, y + 1, columns - 2 * pad, rows)
        figure(canvas, box, str(count), "white", "panel")
        canvas.text(x, y + rows + 2, word, "panel", columns, "center")
        x += columns + apart


def _banner(
    canvas: Canvas, room: Room, heading: str, clock: str, least: int = 0, plain: str = ""
) -> int:
    """Paint the blue head of a picture, a third or `least` percent of it at most.

    Where only the first word of the heading can be painted, the others stand below it; where
    none can, `plain` is written. Returns the first row below the head.
    """
    w, h = canvas.width, canvas.height
    rows, margin, rest = 4, 2 if w < 70 else 6, ""
    first, _blank, others = heading.partition(" ")
    for text, below, most in (
        (heading, "", h // 3),
        (heading, "", h * least // 100),
        (first, others, h * least // 100),
    ):
        tall = next((n for n in (16, 14, 13, 9, 8, 7, 5) if n + 3 <= most), 0)
        if bitmap := letters.painted(text, w - margin, tall):
            heading, rest, rows = text, below, len(bitmap) + 3
            break
    else:
        heading = plain or heading
    canvas.band(1, rows - 1, "move")
    header(canvas, room, clock)
    headline(canvas, (margin // 2, 2, w - margin, rows - 3), heading, ink="white", plain="move")
    if rest:
        centred(canvas, rows - 1, rest, "move")
    return rows


def _rule(canvas: Canvas, rule: tuple[str, str], rows: int) -> None:
    if rows == 1:
        beside_each_other(canvas, canvas.height - 1, list(rule), "dim", 2)
        return
    for number_of, line in enumerate(rule):
        centred(canvas, canvas.height - rows + number_of, line, "dim")
