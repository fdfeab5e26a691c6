"""A QR code as rows of dark and light modules, for a screen to paint or a page to print."""

from __future__ import annotations

from base64 import b64encode
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


def qr_picture(text: str) -> str:
    """Return the code of a text as a picture for a page: a `data:` address of an SVG."""
    rows = qr_rows(text)
    dark = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    size = len(rows)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
        f' shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
        f'<path d="{dark}"/></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
