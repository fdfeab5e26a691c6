"""Text made safe and measured in cells, remembered: the same names come every second."""

from __future__ import annotations

from functools import lru_cache

from rounds.text import safe


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """Return text as one line that any terminal can show."""
    return safe.one_line(text)


@lru_cache(maxsize=8192)
def width(text: str) -> int:
    """Return how many cells a line of safe text takes."""
    return safe.width(text)


@lru_cache(maxsize=8192)
def fitted(text: str, room: int) -> tuple[str, int]:
    """Return text made safe and cut to `room` cells, and the cells it takes."""
    shown = safe.cut(one_line(text), room)
    return shown, width(shown)
