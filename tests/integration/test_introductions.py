"""The introductions in the installed program: stage, second window, a kill in the middle."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.hosts import ROUNDS, environment_in, mixer_in, next_step, record_of, wait_until_saved
from tests.terminal import Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.wide]

OPENED = "introductions = 60\nrounds = 2\nround_minutes = 5\n"


def test_killed_during_the_introductions_the_evening_comes_back_to_who_was_speaking(
    tmp_path: Path,
) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, OPENED)

    with Terminal([ROUNDS, "run", str(path)], environment=home) as terminal:
        terminal.wait_for("First, everybody introduces", "You will meet")
        terminal.press("enter")
        terminal.wait_for("1 of 20", "Next: Ben O'Neill")
        next_step(terminal, "2 of 20", "Tidewater Fund")
        before = wait_until_saved(path, lambda record: "Ben" in record["clock"][0]["person"])
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL

    with (
        Terminal([ROUNDS, "run", str(path), "--console"], environment=home) as terminal,
        Terminal([ROUNDS, "stage", str(path)], environment=home) as projector,
    ):
        terminal.wait_for("2 of 20: Ben O'Neill")
        assert record_of(path)["clock"] == before["clock"]
        projector.wait_for("2 of 20", "Tidewater Fund")

        next_step(terminal, "3 of 20")
        projector.wait_for("3 of 20")
        terminal.press("s")
        terminal.wait_for("Press s again")
        terminal.press("s")
        projector.wait_for("Round 1 of 2")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
