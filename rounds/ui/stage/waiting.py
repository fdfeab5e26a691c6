"""The pictures around the rounds: the lobby, the break, the closing."""

from __future__ import annotations

from rounds.domain.clock import shown
from rounds.domain.room import Room
from rounds.ui.stage import letters, texts
from rounds.ui.stage.canvas import Canvas
from rounds.ui.stage.frame import beside_each_other, centred, header, number
from rounds.ui.stage.headline import headline
from rounds.ui.stage.wrapping import wrapped


def lobby(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the welcome: the event, when it starts, who is here, how the evening goes."""
    w, h = canvas.width, canvas.height
    top = _banner(canvas, room, texts.welcome(), clock)
    top += 1
    centred(canvas, top, room.title, "strong")
    beside_each_other(canvas, top + 1, [room.place, room.date], "dim")
    top += 3
    rule = texts.house_rule()
    rule_rows = 1 if sum(map(len, rule)) + 6 < w // 2 else 2
    bottom = h - rule_rows - (1 if h >= 22 else 0)
    label, time = _start(room, now)
    count = texts.here(room)
    promise = texts.promise(room)
    if w >= 76 and bottom - top >= 9 and time:
        columns = w * 45 // 100
        _clock_side(canvas, (3, top, columns - 3, bottom - top - 1), label, time)
        _story(canvas, room, (columns + 3, top, w - columns - 6, bottom - top - 1), count, promise)
    else:
        y = top
        beside_each_other(canvas, y, [f"{label} {time}" if time else label, count], "on_warn")
        y += 2
        for line in texts.how_it_goes(room):
            if y < bottom - 2:
                centred(canvas, y, line, "base")
                y += 1
        if promise and y < bottom:
            centred(canvas, y + (1 if y + 1 < bottom else 0), promise, "strong")
    _rule(canvas, rule, rule_rows)


def _start(room: Room, now: float) -> tuple[str, str]:
    if room.run.timed:
        left = room.remaining(now)
        return (texts.starts_in(), shown(left)) if left > 0 else (texts.starts_soon(), "")
    if room.starts_at:
        return texts.starts_at(), room.starts_at
    return texts.starts_soon(), ""


def _clock_side(canvas: Canvas, box: tuple[int, int, int, int], label: str, time: str) -> None:
    x, y, columns, rows = box
    canvas.text(x, y, label, "strong", columns, "center")
    number(canvas, (x, y + 2, columns, min(rows - 2, 15)), time, "white", "strong")


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
    top = _banner(canvas, room, texts.pause_heading(), clock)
    lines = [
        (texts.prompt(room, "break"), "strong"),
        (texts.write_notes(), "base"),
        (texts.notes_are_private(), "base"),
        (texts.comes_next(room), "dim"),
    ]
    lines = [line for line in lines if line[0]]
    gap = 1 if h >= 23 else 0
    below = len(lines) + 2 * gap + 1
    if room.run.timed:
        time = shown(max(0.0, room.remaining(now)))
        number(canvas, (2, top + 1, w - 4, h - top - below - 1), time, "white", "strong")
    y = h - below + 1
    for number_of, (line, style) in enumerate(lines):
        centred(canvas, y, line, style)
        y += 1 + (gap if number_of in (0, 2) else 0)


def closing(canvas: Canvas, room: Room, clock: str) -> None:
    """Paint the end of the evening: thanks, its numbers, what to do now."""
    w, h = canvas.width, canvas.height
    top = _banner(canvas, room, texts.thank_you(), clock)
    rule = texts.house_rule()
    rule_rows = 2
    advice = wrapped(texts.prompt(room, "closing"), w - 6, 2)
    bottom = h - rule_rows - 1 - len(advice) - 1
    tiles = [
        (room.held_pairings, texts.talks_held(room.held_pairings)),
        (room.here, texts.people_here(room.here)),
        (room.round or room.rounds, texts.rounds_held(room.round or room.rounds)),
    ]
    tiles = [tile for tile in tiles if tile[0]]
    if tiles:
        columns = (w - 4) // len(tiles)
        rows = bottom - top - 3
        for number_of, (count, label) in enumerate(tiles):
            x = 2 + number_of * columns
            y, tall = number(
                canvas, (x + 1, top + 1, columns - 2, min(rows, 15)), str(count), "white", "strong"
            )
            canvas.text(x, y + tall + 1, label, "base", columns, "center")
    for number_of, line in enumerate(advice):
        centred(canvas, bottom + number_of, line, "on_warn")
    _rule(canvas, rule, rule_rows)


def _banner(canvas: Canvas, room: Room, heading: str, clock: str) -> int:
    """Paint the blue head of a picture; return the first row below it."""
    w, h = canvas.width, canvas.height
    rows = 3
    for tall in (13, 9, 7, 5):
        if tall + 4 > h // 3 + 1:
            continue
        if letters.painted(heading, w - 2, tall):
            rows = tall + 3
            break
    canvas.band(1, rows - 1, "move")
    header(canvas, room, clock)
    headline(canvas, (1, 2, w - 2, rows - 3), heading, ink="white", plain="move")
    return rows


def _rule(canvas: Canvas, rule: tuple[str, str], rows: int) -> None:
    if rows == 1:
        beside_each_other(canvas, canvas.height - 1, list(rule), "dim", 2)
        return
    for number_of, line in enumerate(rule):
        centred(canvas, canvas.height - rows + number_of, line, "dim")
