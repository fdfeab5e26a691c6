"""The picture at the end of the evening: thanks, its numbers, what to do now."""

from __future__ import annotations

from rounds.domain.views.room import Room
from rounds.formats.advice import line_of_advice
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import centred, figure
from rounds.ui.stage.pictures.banner import banner, house_rule


def closing(canvas: Canvas, room: Room, clock: str) -> None:
    """Paint the end of the evening: thanks, its numbers, what to do now."""
    w, h = canvas.width, canvas.height
    top = banner(canvas, room, texts.thank_you(), clock, 48 if h >= 23 else 0)
    _no_selling, help_offered = texts.house_rule()
    rule_rows = house_rule(canvas, (texts.last_notes() if room.round else "", help_offered))
    advice = wrapped(line_of_advice(room, "closing"), w - 6, 2)
    apart = 1 if h - top >= 15 else 0
    free = apart + (1 if rule_rows < 3 else 0)
    bottom = h - rule_rows - len(advice) - free
    tiles = [
        (room.held_pairings, texts.talks_held(room.held_pairings)),
        (room.talked, texts.people_who_talked(room.talked)),
        (room.round, texts.rounds_held(room.round)),
    ]
    _tiles(canvas, [tile for tile in tiles if tile[0]], top + 1, bottom - apart)
    for number_of, line in enumerate(advice):
        centred(canvas, bottom + number_of, line, "on_warn")
    if free:  # the numbers stay as high as without it
        centred(canvas, bottom + len(advice), texts.a_clear_no(), "dim")


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
