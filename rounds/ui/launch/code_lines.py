"""A QR code for a terminal in which no program of ours has the screen."""

from __future__ import annotations

from rounds.formats.qr import qr_rows
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.palette import ALL, BLACK
from rounds.ui.stage.drawing.qr_code import qr_code, qr_size

_BLACK, _WHITE = 16, 231
"""Black and white of the 256 colours: those of the first 16 are the user's."""


def code_lines(text: str) -> list[str]:
    """Return the lines of the code of a text, half blocks with the sequences that colour them."""
    modules = len(qr_rows(text))
    size = qr_size(text, modules, modules)
    canvas = Canvas(*size)
    qr_code(canvas, 0, 0, size, text)
    return [
        "".join(f"{_coloured(style)}{cells}" for cells, style in row) + "\x1b[0m"
        for row in canvas.rows()
    ]


def _coloured(name: str) -> str:
    ink, paper = (
        _BLACK if colour == BLACK else _WHITE for colour in (ALL[name].text, ALL[name].background)
    )
    return f"\x1b[38;5;{ink};48;5;{paper}m"
