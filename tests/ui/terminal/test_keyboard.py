"""Bytes that no key sends: the evening goes on, and the next key is heard."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hosts import ROUNDS, environment_in, mixer_in
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="a pseudo terminal of POSIX"),
]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("テーブル".encode("shift_jis"), id="a paste in Shift_JIS"),
        pytest.param("été".encode("latin-1"), id="a paste in Latin-1", marks=pytest.mark.wide),
        pytest.param(b"\x1b[99999999999u", id="a key beyond all numbers", marks=pytest.mark.wide),
    ],
)
def test_bytes_that_mean_nothing_leave_the_stage_and_the_keys_alone(
    tmp_path: Path, data: bytes
) -> None:
    path = mixer_in(tmp_path, "rounds = 2\n")
    home = environment_in(tmp_path)
    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as terminal:
        terminal.wait_for("21 people expected")
        os.write(terminal.handle, data)
        terminal.read(0.3)

        for _attempt in range(20):  # a letter among the bytes may have opened a question
            for key in ("escape", "?"):
                terminal.press(key)
                terminal.read(0.3)
            if "Keys" in terminal.text:
                break

        assert "Keys" in terminal.text
        assert b"Traceback" not in terminal.raw
