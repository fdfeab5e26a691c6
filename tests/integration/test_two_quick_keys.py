"""Two quick keys in the real program: what arrives in one go takes one screen away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rounds.ui.apps.burst_guard import DOUBLE
from tests.breadth import daily
from tests.hosts import ROUNDS, environment_in, in_a_round, mixer_in
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal"),
]

SETTINGS = "rounds = 2\nround_minutes = 5\n"
CLICKERS = ["\x1b[6~", "\x1b[5~", "b", ".", " "]
"""Page down, page up and the rest of what presenters' clickers send."""


@pytest.mark.parametrize("times", daily(1, [20, 2, 3]))
def test_a_burst_of_a_clicker_on_the_black_screen_brings_the_round_back(
    tmp_path: Path, times: int
) -> None:
    path, home = mixer_in(tmp_path, SETTINGS), environment_in(tmp_path)
    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as host:
        in_a_round(host)
        for key in CLICKERS:
            host.read(DOUBLE + 0.1)
            host.press("b")
            while host.text.strip():
                host.wait_for_another_picture()
            host.read(DOUBLE + 0.1)
            host.write(key * times)
            host.wait_for("LISTENS FIRST")

        host.read(DOUBLE + 0.1)
        assert "LISTENS FIRST" in host.text
        host.press("h")
        host.wait_for("Aiko Tanaka", "Round 1 of 2", "Space Pause")


@pytest.mark.parametrize(
    ("language", "words"),
    [("ja", "ほかのキーを押すと"), ("en", "Any other key closes")],
)
@pytest.mark.parametrize("times", [20, 2])
@pytest.mark.wide
def test_keys_in_a_burst_on_the_welcome_only_close_it(
    tmp_path: Path, times: int, language: str, words: str
) -> None:
    home = environment_in(tmp_path, welcomed=False)
    path = mixer_in(tmp_path, SETTINGS)
    command = [ROUNDS, "--lang", language, "run", str(path), "--mute"]
    with Terminal(command, environment=home) as host:
        host.wait_for(words)
        host.write("x" * times)
        while words in host.text:
            host.wait_for_another_picture()

        host.read(DOUBLE + 0.1)
        host.press("h")
        host.wait_for("Aiko Tanaka")
        assert host.status is None
