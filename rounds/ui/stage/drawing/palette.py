"""The stage's colours: a few, on the xterm-256 cube, told apart by brightness first.

Every style is a name for text colour, background and boldness. A painted cell is a space
whose background is drawn, so for digits, letters and bars only the background counts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

WHITE = "#ffffff"
BLACK = "#000000"
SEAT_A = "#87afd7"
SEAT_B = "#ff875f"
WARN = "#ffd700"
MOVE = "#005faf"


class Style(NamedTuple):
    """Colours of a cell: text on background."""

    text: str
    background: str
    bold: bool = False


STYLES: dict[str, Style] = {
    "base": Style(WHITE, BLACK),
    "strong": Style(WHITE, BLACK, bold=True),
    "dim": Style("#b2b2b2", BLACK),
    "head": Style("#d0d0d0", "#262626"),
    "panel": Style(WHITE, "#262626", bold=True),
    "white": Style(BLACK, WHITE, bold=True),
    "a": Style(BLACK, SEAT_A, bold=True),
    "b": Style(BLACK, SEAT_B, bold=True),
    "on_a": Style(SEAT_A, BLACK, bold=True),
    "on_b": Style(SEAT_B, BLACK, bold=True),
    "warn": Style(BLACK, WARN, bold=True),
    "on_warn": Style(WARN, BLACK, bold=True),
    "move": Style(WHITE, MOVE, bold=True),
    "on_move": Style(MOVE, WHITE, bold=True),
    "name": Style(WHITE, BLACK),
    "name_even": Style(WHITE, "#262626"),
    "seat": Style(WARN, BLACK, bold=True),
    "seat_even": Style(WARN, "#262626", bold=True),
    "stays": Style(WHITE, BLACK, bold=True),
    "stays_even": Style(WHITE, "#262626", bold=True),
    "code": Style(BLACK, WHITE),
    "rest": Style("#b2b2b2", BLACK),
    "rest_even": Style("#d0d0d0", "#262626"),
}
"""The styles in which text is shown."""

PAINT: dict[str, Style] = {
    "bar_off": Style(BLACK, "#303030"),
    "bar_off_warn": Style(BLACK, "#d7af00"),
    "black": Style(BLACK, BLACK),
}
"""Styles that are only ever painted, never written in."""

ALL = {**STYLES, **PAINT}


def colourless(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal or its user asks for a picture without colours."""
    return bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
