"""The blue head of the pictures around the rounds, and the rule of the house at their foot."""

from __future__ import annotations

from rounds.domain.views.room import Room
from rounds.text.wrap import wrapped
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import beside_each_other, centred, header
from rounds.ui.stage.drawing.headline import headline


def banner(
    canvas: Canvas, room: Room, heading: str, clock: str, least: int = 0, plain: str = ""
) -> int:
    """Paint the blue head, at most a third or `least` percent of the picture high.

    If only the first word of the heading can be painted, the others are written below it; if
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


def house_rule(canvas: Canvas, rule: tuple[str, str]) -> int:
    """Write both sentences of the rule at the bottom; return the rows they take."""
    w = canvas.width
    if sum(map(len, rule)) + 6 < w // 2:
        beside_each_other(canvas, canvas.height - 1, list(rule), "dim", 2)
        return 1
    lines = [line for sentence in rule for line in wrapped(sentence, w - 4, 2)]
    for number_of, line in enumerate(lines):
        centred(canvas, canvas.height - len(lines) + number_of, line, "dim")
    return len(lines)
