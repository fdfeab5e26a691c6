"""How large a text can be printed so that all of it fits into a box.

A page cannot measure itself without a script, so widths are estimated, rather too wide than too
narrow: what does not quite fill its box is not noticed, what runs out of it is.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rounds.text.safe import one_line
from rounds.text.width import clusters
from rounds.text.width import width as cells

LINE_HEIGHT = 1.2
"""The height of a line, as a multiple of the size of its letters; the stylesheet has the same."""

_SMALLER = 0.95
_NARROW, _BROAD = frozenset("iljtfrI.,:;'|!()[] -"), frozenset("mwMW@%&")


def fitting_size(text: str, width: float, height: float, largest: float) -> float:
    """Return the size of letters, at most `largest`, at which a text fits into a box.

    All lengths are in the same unit. Lines break at blanks, and within a word that is too long.
    """
    words = [_ems(word) for word in one_line(text).split(" ")]
    size = largest
    while _lines(words, width / size) * size * LINE_HEIGHT > height:
        size *= _SMALLER
    return round(size, 2)


def _lines(words: list[float], room: float) -> int:
    """Return how many lines words of these widths take."""
    lines, used = 1, 0.0
    for word in words:
        if used and used + _ems(" ") + word > room:
            lines, used = lines + 1, 0.0
        used += word + (_ems(" ") if used else 0.0)
        if used > room:  # a word that is longer than a line; no line of it is quite full
            more = int(used // max(room - 1.0, room / 2))
            lines, used = lines + more, room
    return lines


@lru_cache(maxsize=4096)
def _ems(text: str) -> float:
    """Return the width of bold text as a multiple of the size of its letters."""
    return sum(map(_em, clusters(text)))


def _em(letter: str) -> float:
    if cells(letter) > 1:
        return 1.0 if len(letter) == 1 else 1.4
    if letter in _NARROW:
        return 0.4
    if letter in _BROAD or not (letter.isascii() or letter[0].isalpha()):
        return 1.0
    return 0.78 if unicodedata.category(letter[0]) == "Lu" else 0.64
