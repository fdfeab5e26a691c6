"""The terminal reports the mouse where something can be clicked, and nowhere else."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.hosts import ROUNDS, environment_in, mixer_in
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

ON, OFF = b"\x1b[?1000h", b"\x1b[?1000l"


def reported(window: Terminal) -> bool:
    """Return whether the terminal reports the mouse now."""
    return window.raw.rfind(ON) > window.raw.rfind(OFF)


def test_the_mouse_belongs_to_the_terminal_while_the_stage_is_shown(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, "rounds = 2\n")
    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as window:
        window.wait_for("21 people expected")
        while window.raw.rfind(OFF) < window.raw.rfind(ON):
            window.wait_for_another_picture()
        window.press("h")
        window.wait_for("Aiko Tanaka")
        assert reported(window)
        window.signal(signal.SIGKILL)  # nobody switches it off now
        window.wait_for_end()

    with Terminal([ROUNDS, "stage", str(path)], environment=home) as again:
        again.wait_for("21 people expected")
        assert OFF in again.raw
        assert ON not in again.raw
