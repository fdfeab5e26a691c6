"""Aligns text in columns for a plain terminal, by cells and not by characters."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.i18n import listed
from rounds.text.safe import one_line
from rounds.text.width import cut, width

WIDEST = 38
"""No column is wider than this many cells; longer words are cut."""


def aligned(rows: Sequence[Sequence[str]], *, widest: int = WIDEST) -> list[str]:
    """Return rows as indented lines in which every column begins at the same cell.

    A column of numbers is aligned to the right; the last column is not cut.
    """
    if not rows:
        return []
    last = max(len(row) for row in rows) - 1
    shown = [
        [
            one_line(cell) if place == last else cut(one_line(cell), widest)
            for place, cell in enumerate((*row, *[""] * (last + 1 - len(row))))
        ]
        for row in rows
    ]
    wide = [max(width(row[place]) for row in shown) for place in range(last + 1)]
    right = [all(_numeric(row[place]) for row in shown) for place in range(last + 1)]
    return [
        (
            "  "
            + "  ".join(
                padded(cell, wide[place], right=right[place]) for place, cell in enumerate(row)
            )
        ).rstrip()
        for row in shown
    ]


def wrapped(words: Sequence[str], *, indent: int, cells: int = 79) -> list[str]:
    """Return a list of words in lines of at most `cells` cells, as the language writes lists."""
    mark = listed(["", ""])  # ", " or "、"
    blank = mark.removeprefix(mark.rstrip())
    lines: list[str] = []
    for place, word in enumerate(words):
        piece = word + (mark.rstrip() if place + 1 < len(words) else "")
        if lines and width(lines[-1] + blank + piece) <= cells:
            lines[-1] += blank + piece
        else:
            lines.append(" " * indent + piece)
    return lines


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """Return text padded with blanks to a number of cells."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def _numeric(text: str) -> bool:
    return bool(text) and text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit()
