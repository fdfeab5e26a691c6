"""How many terminal cells text takes, and where it may be cut.

The measure is rich's, with which Textual lays out every screen: text measured in another way
would shift what stands beside it. Old terminals draw the parts of a joined emoji side by side,
in more cells than are counted here. Blanks cannot make up for that: such a terminal would write
them after the parts, and the row would be shifted all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

_JOINER = "\u200d"


def width(text: str) -> int:
    """Return how many terminal cells text takes."""
    return cell_len(text)


def cut(text: str, limit: int) -> str:
    """Return one line of safe text (see `safe.one_line`), cut to at most `limit` cells.

    It is cut between characters as people see them, and then ends in three dots.
    """
    if width(text) <= limit:
        return text
    end = "..." if limit > 3 else ""
    room = limit - len(end)
    kept = ""
    for cluster in clusters(text):
        room -= width(cluster)
        if room < 0:
            break
        kept += cluster
    return kept.rstrip() + end


def clusters(text: str) -> Iterator[str]:
    """Yield text in characters as people see them: a letter and its marks, an emoji, a flag.

    Their widths add up to the width of the text.
    """
    piece = ""
    for c in text:
        if piece and not _continues(piece, c):
            yield piece
            piece = ""
        piece += c
    if piece:
        yield piece


def _continues(piece: str, c: str) -> bool:
    if piece[-1] == _JOINER or c == _JOINER or get_character_cell_size(c) == 0:
        return True
    return len(piece) == 1 and _names_a_region(piece) and _names_a_region(c)


def _names_a_region(c: str) -> bool:
    """Return whether this is one of the letters that make a flag in pairs."""
    return "\U0001f1e6" <= c <= "\U0001f1ff"
