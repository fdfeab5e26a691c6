"""The QR code as terminals show it: read from their pictures as a camera would."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from rounds.formats.qr import LOWER_HALF
from tests.hosts import ROUNDS, environment_in, mixer_in
from tests.terminal import PATIENCE, Terminal
from tests.web.test_service import HERE, a_free_port

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX"),
]

CELL = 6
"""Pixels of the width of a cell; it is twice as high."""


def photo(terminal: Terminal) -> Image.Image:
    """Return the colours of a terminal's cells as a picture; letters are left out."""
    screen = terminal.screen
    image = Image.new("RGB", (screen.columns * CELL, screen.lines * CELL * 2))
    draw = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            left, top = x * CELL, y * CELL * 2
            right, bottom = left + CELL - 1, top + CELL * 2 - 1
            draw.rectangle((left, top, right, bottom), fill=_colour(cell.bg, "000000"))
            if cell.data == LOWER_HALF:
                draw.rectangle((left, top + CELL, right, bottom), fill=_colour(cell.fg, "ffffff"))
    return image


def _colour(name: str, default: str) -> str:
    return f"#{name if re.fullmatch('[0-9a-f]{6}', name) else default}"


def read_from(terminal: Terminal, wanted: bool = True) -> list[str]:
    """Return what a camera reads, as soon as there is something, or nothing any more."""
    ends = time.monotonic() + PATIENCE
    while True:
        terminal.read(0.2)
        codes = zxingcpp.read_barcodes(photo(terminal), try_invert=False)
        if bool(codes) is wanted or time.monotonic() > ends:
            return [code.text for code in codes]


def test_a_camera_reads_the_code_from_the_laptop_and_from_the_second_window(tmp_path: Path) -> None:
    path, environment, port = mixer_in(tmp_path, ""), environment_in(tmp_path), a_free_port()
    run = [ROUNDS, "run", str(path), "--phones", "--address", HERE, "--port", str(port)]
    url = f"HTTP://{HERE}:{port}/J/"
    with (
        Terminal(run, environment=environment) as host,
        Terminal(
            [ROUNDS, "stage", str(path)], columns=120, rows=36, environment=environment
        ) as room,
    ):
        (beside,) = read_from(host)
        host.press("q")
        host.wait_for("Scan the code")
        (whole,) = read_from(host)
        room.wait_for("Scan the code")
        (second,) = read_from(room)
        host.press("enter")
        host.wait_for("FIRST TABLE")
        room.wait_for("FIRST TABLE")

        assert beside.startswith(url)
        assert beside == whole == second
        assert read_from(host, wanted=False) == read_from(room, wanted=False) == []
