"""A QR code as rows of dark and light modules, for a screen to paint or a page to print."""

from __future__ import annotations

import segno

QUIET = 4
"""Light modules on every side, without which many cameras find no code."""


def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a text, True for a dark one, with the quiet zone around them.

    A text in capitals, digits and `:/.-` needs the fewest modules.
    """
    code = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix_iter(border=QUIET))
