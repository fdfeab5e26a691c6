"""The first picture of the real program in a pseudo terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hosts import ROUNDS, environment_in, mixer_in
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

TOP_LEFT = b"\x1b[1;1H"
"""Where a picture of the whole window begins."""


def test_the_room_sees_no_black_window_before_the_first_picture(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, "rounds = 3\n")

    with Terminal([ROUNDS, "run", str(path)], environment=environment_in(tmp_path)) as terminal:
        terminal.wait_for("21 people expected")
        pictures = bytes(terminal.raw).split(TOP_LEFT)[1:]

    assert b"21 people expected" in pictures[0]
