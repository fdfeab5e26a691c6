"""Big letters as painted cells, for seats, headings and the lines that matter most.

Capital letters, digits, a little punctuation and the Japanese characters of `kanji`; a text
with any other character is not painted.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rounds.ui.stage.drawing import digits, kanji
from rounds.ui.stage.drawing.strokes import Bar, Pen, Post, Sign, Slant, raster

SMALLEST = 5
"""Painted rows below which plain text reads better."""

_L, _R = Post(0), Post(1)
_T, _M, _B = Bar(0), Bar(0.5), Bar(1)

SIGNS: dict[str, Sign] = {
    "A": Sign((_L, _R, _T, Bar(0.55)), "ab"),
    "B": Sign((_L, _T, _M, _B, _R), "bd", waist="r"),
    "C": Sign((_L, _T, _B, Post(1, 0, 0.2), Post(1, 0.8, 1)), "abcd"),
    "D": Sign((_L, _T, _B, _R), "bd"),
    "E": Sign((_L, _T, Bar(0.5, 0, 0.8), _B), wide=0.9),
    "F": Sign((_L, _T, Bar(0.5, 0, 0.8)), wide=0.9),
    "G": Sign((_L, _T, _B, Post(1, 0.5, 1), Bar(0.5, 0.6, 1)), "abcd"),
    "H": Sign((_L, _R, _M)),
    "I": Sign((Post(0.5),), wide=0.4),
    "J": Sign((_R, _B, Post(0, 0.7, 1)), "cd"),
    "K": Sign((_L, Slant(1, 0, 0.3, 0.5), Slant(0.3, 0.5, 1, 1))),
    "L": Sign((_L, _B), wide=0.9),
    "M": Sign((_L, _R, Slant(0, 0, 0.5, 0.6), Slant(1, 0, 0.5, 0.6)), wide=1.35),
    "N": Sign((_L, _R, Slant(0, 0, 1, 1)), wide=1.1),
    "O": Sign((_L, _R, _T, _B), "abcd"),
    "P": Sign((_L, _T, _M, Post(1, 0, 0.5)), "b"),
    "Q": Sign((_L, _R, _T, _B, Slant(0.5, 0.6, 1, 1)), "abc"),
    "R": Sign((_L, _T, _M, Post(1, 0, 0.5), Slant(0.45, 0.5, 1, 1)), "b"),
    "S": Sign((_T, Post(0, 0, 0.5), _M, Post(1, 0.5, 1), _B), "ad"),
    "T": Sign((_T, Post(0.5))),
    "U": Sign((_L, _R, _B), "cd"),
    "V": Sign((Slant(0, 0, 0.5, 1), Slant(1, 0, 0.5, 1)), wide=1.1),
    "W": Sign((_L, _R, Slant(0, 1, 0.5, 0.4), Slant(1, 1, 0.5, 0.4)), wide=1.35),
    "X": Sign((Slant(0, 0, 1, 1), Slant(1, 0, 0, 1)), wide=1.1),
    "Y": Sign((Slant(0, 0, 0.5, 0.5), Slant(1, 0, 0.5, 0.5), Post(0.5, 0.5, 1)), wide=1.1),
    "Z": Sign((_T, Slant(1, 0, 0, 1), _B)),
    "-": Sign((_M,), wide=0.6),
    "!": Sign((Post(0.5, 0, 0.6), Bar(1, 0.5, 0.5)), wide=0.4),
    "?": Sign((_T, Post(1, 0, 0.5), Bar(0.5, 0.5, 1), Post(0.5, 0.5, 0.65), Bar(1, 0.5, 0.5)), "b"),
    ".": Sign((Bar(1, 0, 0),), wide=0.4),
    ",": Sign((Bar(1, 0, 0), Post(0, 0.85, 1)), wide=0.4),
    "'": Sign((Post(0, 0, 0.2),), wide=0.4),
    ":": Sign((Bar(0.25, 0, 0), Bar(0.8, 0, 0)), wide=0.4),
    " ": Sign((), wide=0.5),
    **digits.SIGNS,
}


def painted(text: str, columns: int, rows: int) -> tuple[bytes, ...]:
    """Return text in capitals as the biggest bitmap that fits, at least five rows high.

    Empty where it does not fit or holds a sign that has no big form.
    """
    text = text.upper()
    if not text.isascii():
        text = _CLOSED_UP.sub("", text)
    if not text or not all(character in SIGNS or kanji.known(character) for character in text):
        return ()
    least = max(SMALLEST if sign in SIGNS else kanji.LEAST_ROWS for sign in text)
    for height in range(rows, least - 1, -1):
        bitmap = _joined(text, height)
        if len(bitmap[0]) <= columns:
            return bitmap
    return ()


_CLOSED_UP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
"""A blank between two Japanese signs: it spaces plain text out, big signs need none."""


@lru_cache(maxsize=512)
def _joined(text: str, height: int) -> tuple[bytes, ...]:
    lines = [bytearray() for _ in range(height)]
    gap = max(2, round(height * digits.CELL * 0.13))
    for number, character in enumerate(text):
        sign = _glyph(character, height) if character in SIGNS else kanji.scaled(character, height)
        for line, bits in zip(lines, sign, strict=True):
            if number:
                line.extend(bytes(gap))
            line.extend(bits)
    return tuple(bytes(line) for line in lines)


@lru_cache(maxsize=1024)
def _glyph(character: str, height: int) -> tuple[bytes, ...]:
    across = max(2, round(height * digits.CELL * 0.18))
    down = max(1, round(height * 0.18))
    sign = SIGNS[character]
    width = round(height * digits.CELL * 0.6 * sign.wide)
    if sign.wide < 0.5 and character != " ":
        width = across
    return tuple(bytes(row) for row in raster(sign, Pen(width, height, across, down)))
