"""Text as big as its box allows: painted letters, else plain lines."""

from __future__ import annotations

from rounds.text.phrases import phrases
from rounds.text.wrap import wrapped
from rounds.ui.stage.drawing import letters
from rounds.ui.stage.drawing.canvas import Align, Canvas

_TALLEST = 24
"""Rows of a painted line at the most; larger letters are no easier to read."""


def headline(
    canvas: Canvas,
    box: tuple[int, int, int, int],
    text: str,
    *,
    ink: str,
    plain: str | None = None,
    lines: int = 1,
    align: Align = "center",
) -> bool:
    """Write text into the box (x, y, columns, rows) and return whether it was painted.

    `ink` paints the letters, `plain` is the style of plain text, `lines` how many painted
    lines it may be broken into.
    """
    x, y, columns, rows = box
    bitmaps = painted_lines(text, columns, min(rows, _TALLEST * lines + lines - 1), lines)
    if bitmaps:
        height = sum(map(len, bitmaps)) + len(bitmaps) - 1
        top = y + (rows - height) // 2
        for bitmap in bitmaps:
            free = columns - len(bitmap[0])
            canvas.paint(
                x + {"left": 0, "center": free // 2, "right": free}[align], top, bitmap, ink
            )
            top += len(bitmap) + 1
        return True
    fitting = wrapped(text, columns, max(1, rows))
    top = y + (rows - len(fitting)) // 2
    for number, line in enumerate(fitting):
        canvas.text(x, top + number, line, plain, columns, align)
    return False


def painted_lines(text: str, columns: int, rows: int, most: int) -> list[tuple[bytes, ...]]:
    """Return text as up to `most` painted lines of equal height; empty where it cannot be."""
    best: list[tuple[bytes, ...]] = []
    for count in range(1, most + 1):
        height = (rows - count + 1) // count
        parts = _split(text, count)
        if height < letters.SMALLEST or len(parts) != count:
            break
        bitmaps = [letters.painted(part, columns, height) for part in parts]
        if not all(bitmaps):
            continue
        smallest = min(map(len, bitmaps))
        if not best or smallest > len(best[0]):
            best = [letters.painted(part, columns, smallest) for part in parts]
    return best


def _split(text: str, count: int) -> list[str]:
    """Return text broken between words into `count` parts, the longest as short as possible."""
    if count == 1:
        return [text]
    # Japanese is written without blanks: it is broken between phrases.
    words = text.split(" ") if " " in text or text.isascii() else phrases(text)
    blank = " " if " " in text else ""
    if len(words) < count:
        return []
    splits = [
        [blank.join(words[:at]), *rest]
        for at in range(1, len(words) - count + 2)
        if (rest := _split(blank.join(words[at:]), count - 1))
    ]
    return min(splits, key=lambda parts: max(map(len, parts)))
