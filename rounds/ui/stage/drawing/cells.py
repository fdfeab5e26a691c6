"""Text made safe and cut to a width, remembered: the same names come every second."""

from __future__ import annotations

from functools import lru_cache

from rounds.text import safe
from rounds.text.width import cut, width


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """Return text as one line that any terminal can show."""
    return safe.one_line(text)


@lru_cache(maxsize=8192)
def fitted(text: str, room: int) -> tuple[str, int]:
    """Return text made safe and cut to `room` cells, and the cells it takes."""
    shown = cut(one_line(text), room)
    return shown, width(shown)
