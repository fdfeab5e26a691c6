"""A QR code as rows of dark and light modules, for a screen to paint or a page to print."""

from __future__ import annotations

from functools import lru_cache

LOWER_HALF = "\u2584"
"""The lower half of a cell, with which two modules share one. Some terminals draw it two cells
wide, so whatever shows it has the address beside it."""

QUIET = 4
"""Light modules on every side, without which many cameras find no code."""


@lru_cache(maxsize=4)
def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a text, True for a dark one, with the quiet zone around them.

    A text in capitals, digits and `:/.-` needs the fewest modules.
    """
    import segno  # phones are off on most evenings

    code = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix_iter(border=QUIET))
