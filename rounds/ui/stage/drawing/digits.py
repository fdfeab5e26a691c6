"""Countdown digits that fill the window, as painted cells.

Closed seven-segment digits with rounded corners, a slanted 7, a flagged 1 and a waist in the
8: measured at six picture heights (as blur), this set keeps the digits furthest apart.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rounds.ui.stage.drawing.strokes import Bar, Pen, Post, Sign, Slant, raster

STROKE = 0.19
"""Thickness of a stroke, as a share of a digit's height."""
WIDTH = 0.62
"""Width of a digit, as a share of its height."""
GAP = 0.14
"""Space between digits, as a share of their height."""
CELL = 2.0
"""Height of a terminal's cell, as a share of its width."""
SMALLEST = 7
"""Painted rows below which plain text reads better."""

_TOP, _MIDDLE, _BOTTOM = Bar(0), Bar(0.5), Bar(1)
_LEFT_UP, _RIGHT_UP = Post(0, 0, 0.5), Post(1, 0, 0.5)
_LEFT_DOWN, _RIGHT_DOWN = Post(0, 0.5, 1), Post(1, 0.5, 1)

SIGNS: dict[str, Sign] = {
    "0": Sign((_TOP, _BOTTOM, Post(0), Post(1)), "abcd"),
    "1": Sign((Post(0.5), Slant(0.5, 0, 0.12, 0.28), Bar(1, 0.1, 0.9))),
    "2": Sign((_TOP, _RIGHT_UP, _MIDDLE, _LEFT_DOWN, _BOTTOM), "b"),
    "3": Sign((_TOP, _RIGHT_UP, Bar(0.5, 0.35, 1), _RIGHT_DOWN, _BOTTOM), "bd"),
    "4": Sign((_LEFT_UP, _MIDDLE, Post(1))),
    "5": Sign((_TOP, _LEFT_UP, _MIDDLE, _RIGHT_DOWN, _BOTTOM), "d"),
    "6": Sign((_TOP, Post(0), _MIDDLE, _RIGHT_DOWN, _BOTTOM), "acd"),
    "7": Sign((_TOP, Slant(1, 0, 0.25, 1))),
    "8": Sign((_TOP, _MIDDLE, _BOTTOM, Post(0), Post(1)), "abcd", waist="lr"),
    "9": Sign((_TOP, _LEFT_UP, _MIDDLE, Post(1), _BOTTOM), "abd"),
}


class Size(NamedTuple):
    """How big the digits of one text are, in cells."""

    rows: int
    columns: int


def size(text: str, columns: int, rows: int) -> Size | None:
    """Return the biggest size at which text (digits and colons) fits; None if too small."""
    for height in range(rows, SMALLEST - 1, -1):
        needed = sum(_widths(text, height)) + (len(text) - 1) * _gap(height)
        if needed <= columns:
            return Size(height, needed)
    return None


def painted(text: str, columns: int, rows: int) -> tuple[bytes, ...]:
    """Return text as the biggest bitmap that fits; empty where plain text reads better."""
    biggest = size(text, columns, rows)
    return _joined(text, biggest.rows) if biggest else ()


def _joined(text: str, height: int) -> tuple[bytes, ...]:
    gap = bytes(_gap(height))
    signs = [
        _glyph(character, height, width)
        for character, width in zip(text, _widths(text, height), strict=True)
    ]
    return tuple(gap.join(bits) for bits in zip(*signs, strict=True))


def _gap(height: int) -> int:
    return max(1, round(height * CELL * GAP))


def _widths(text: str, height: int) -> list[int]:
    """Return how many cells each character takes."""
    digit = max(3, round(height * CELL * WIDTH))
    widths = [_across(height) if character == ":" else digit for character in text]
    # Only a leading 1 may be narrow: elsewhere the digits would jump from second to second.
    if text[:1] == "1" and len(text) > 4:
        widths[0] = max(3, round(height * CELL * WIDTH * 0.75))
    return widths


def _across(height: int) -> int:
    return max(2, round(height * CELL * STROKE))


@lru_cache(maxsize=64)
def _glyph(character: str, height: int, width: int) -> tuple[bytes, ...]:
    across = _across(height)
    down = max(1, round(height * STROKE))
    if character == ":":
        return _colon(height, across, down)
    # A post exactly in the middle keeps the 1 upright to the eye.
    return tuple(bytes(row) for row in raster(SIGNS[character], Pen(width, height, across, down)))


def _colon(height: int, across: int, down: int) -> tuple[bytes, ...]:
    first = round((height - down) * 0.28)
    while height - 2 * first - 2 * down < max(1, down - 1):
        first -= 1
    dots = (first, height - down - first)
    return tuple(
        bytes([1] * across if any(dot <= y < dot + down for dot in dots) else across)
        for y in range(height)
    )
