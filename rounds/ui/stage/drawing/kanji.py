"""Big Japanese characters as painted cells: those of the headings and the lines of advice.

`kanji_ja.txt` holds a picture of each character, 32 by 32 dots; it is scaled by area.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

FINE = 32
"""Dots of a stored sign, across and down."""
INK, INK_SMALL = 0.47, 0.42
"""Share of a cell that must be ink for it to be painted; small kana would lose thin strokes."""
SMALL = 10
"""Rows below which a sign is small."""

LEAST_ROWS = 8
"""Rows below which a sign cannot be read."""
_FIRST_KANJI = "\u4e00"


def known(sign: str) -> bool:
    """Return whether there is a big form of a sign."""
    return sign in _pictures()


@lru_cache(maxsize=256)
def scaled(sign: str, height: int) -> tuple[bytes, ...]:
    """Return a character as a bitmap of `height` rows, no wider than its ink."""
    dots = _pictures()[sign]
    finer = 4
    small = height < SMALL and sign < _FIRST_KANJI
    ink = (INK_SMALL if small else INK) * finer * finer
    across = [[_dot(x, finer, height * 2, i) for i in range(finer)] for x in range(height * 2)]
    down = [[_dot(y, finer, height, i) for i in range(finer)] for y in range(height)]
    rows = [
        bytes(sum(dots[y] >> (FINE - 1 - x) & 1 for y in ys for x in xs) >= ink for xs in across)
        for ys in down
    ]
    inked = [x for x in range(height * 2) if any(row[x] for row in rows)]
    return tuple(row[inked[0] : inked[-1] + 1] for row in rows)


def _dot(cell: int, finer: int, cells: int, part: int) -> int:
    """Return which stored dot lies under one part of a cell."""
    return (cell * finer + part) * FINE // (cells * finer)


@cache
def _pictures() -> dict[str, list[int]]:
    text = (resources.files("rounds.ui.stage.drawing") / "kanji_ja.txt").read_text(encoding="utf-8")
    pictures = {}
    for line in text.splitlines():
        sign, dots = line.split(" ")
        step = FINE // 4
        pictures[sign] = [int(dots[at : at + step], 16) for at in range(0, len(dots), step)]
    return pictures
