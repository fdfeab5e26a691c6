"""The picture of an introduction: who speaks, how long, who is next."""

from __future__ import annotations

from rounds.domain.evening.clock import clock_text
from rounds.domain.views.room import Room, SelfIntroduction
from rounds.formats.advice import line_of_advice
from rounds.text.wrap import wrapped
from rounds.ui.stage import texts
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.frame import beside_each_other, centred, figure, header, time_bar
from rounds.ui.stage.drawing.headline import headline, painted_lines

TWO_PAINTED_LINES = 11
"""The fewest rows in which a name is painted on two lines; most names need both."""

ROOMY = 21
"""From this many rows between header and foot on there are blank rows between the parts."""


def introduction(canvas: Canvas, room: Room, now: float, clock: str) -> None:
    """Paint the name as big as it can be, the time left, and the name of the next person.

    When the time is over the picture is white, and the overtime counts up.
    """
    speaking = room.introduction or SelfIntroduction(name="")
    w, h = canvas.width, canvas.height
    left = room.remaining(now)
    over = left <= 0 and room.run.timed
    if over:
        canvas.fill(0, 0, w, h, "white")
    header(canvas, room, clock, "white" if over else "head")
    bar = max(1, h // 18)
    rows = 1 if h < 30 else 3
    foot = h - bar - rows
    canvas.band(foot, rows, "strong" if over else "panel")
    following = texts.next_to_speak(speaking.following) or texts.first_round_follows()
    centred(canvas, foot + rows // 2, following, "strong" if over else "panel", 3)
    top = _person(canvas, speaking, foot, over=over)
    if room.run.timed:
        ink, plain = ("black", "white") if over else ("white", "strong")
        time = clock_text(max(0.0, left))
        below = foot > ROOMY or (over and foot - top > 5)  # a row for the advice or the overtime
        figure(canvas, (2, top, w - 4, foot - top - below), time, ink, plain)
    filled = min(w, round(w * max(0.0, left) / max(1.0, room.seconds)))
    time_bar(canvas, h - bar, bar, filled, "white", "strong" if over else "bar_off", None)
    if not over and foot > ROOMY:
        centred(canvas, foot - 1, line_of_advice(room, "introductions"), "dim", 3)
    if over and left <= -1:
        canvas.text(3, foot - 1, texts.over_by(clock_text(left)), "white")


def _person(canvas: Canvas, speaking: SelfIntroduction, bottom: int, *, over: bool) -> int:
    """Write the name, the company and a line about the person; return the first row below."""
    w, rows = canvas.width, bottom - 1
    roomy = rows >= ROOMY
    time = 9 if roomy else 5  # the least rows of the countdown
    most = max(min(TWO_PAINTED_LINES, rows - time - 1), rows // 2)
    y = 2 if roomy else 1
    if painted := painted_lines(speaking.name, w - 4, most, 2):
        tall = sum(map(len, painted)) + len(painted) - 1
        headline(
            canvas, (2, y, w - 4, tall), speaking.name, ink="black" if over else "white", lines=2
        )
        y += tall
    else:
        # A name with letters that cannot be painted, such as most kanji, stands out by a band.
        lines = wrapped(speaking.name, w - 8, 2)
        style = "strong" if over else "white"
        y = 2
        canvas.band(y, len(lines) + 2, style)
        for row, line in enumerate(lines, y + 1):
            centred(canvas, row, line, style, 4)
        y += len(lines) + 2
    plain, strong = ("white", "white") if over else ("base", "strong")
    if bottom - y < time + 4:
        beside_each_other(canvas, y, [speaking.company, speaking.about], strong)
        return y + 1
    about = wrapped(speaking.about, w - 6, 2) if speaking.about else []
    y += 1
    for line, style in ((speaking.company, strong), *((line, plain) for line in about)):
        if line:
            centred(canvas, y, line, style, 3)
            y += 1
    return y + 1
