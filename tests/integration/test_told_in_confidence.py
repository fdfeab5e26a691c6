"""What is told in confidence, in the real program: in one file, in no byte for the room."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hosts import ROUNDS, environment_in, in_a_round, mixer_in
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.wide,
    pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX"),
]

SECRET = "SECRETREPORT"


def test_a_report_is_in_one_private_file_and_the_room_gets_none_of_it(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, "rounds = 2\nround_minutes = 5\n")
    with Terminal([ROUNDS, "run", str(path), "--console"], environment=home) as host:
        host.wait_for("no projector window")
        host.read(1)
        host.press("j")
        host.wait_for("Enter a report")
        host.press("e")
        host.wait_for("about whom?")
        host.write("Emi")
        host.wait_for("Emi Fischer")
        host.press("enter")
        host.wait_for("What happened?")
        host.write(SECRET)
        host.wait_for(SECRET)
        host.press("enter")
        host.wait_for("What do you wish?")
        host.press("a")
        host.wait_for("Without my name")
        host.press("w")
        host.wait_for("1 new report")
        host.press("ctrl+q")
        host.wait_for_end()

    with Terminal([ROUNDS, "run", str(path)], environment=home) as room:
        in_a_round(room)
        for key in ("h", "j", "escape", "h", "n", "space", "f3", "escape", "escape", "escape"):
            room.press(key)
            room.read(0.4)
        shown = bytes(room.raw)
    assert b"Enter a report" not in shown
    assert b"new report" not in shown
    assert SECRET.encode() not in shown

    holding = [
        each
        for each in tmp_path.rglob("*")
        if each.is_file() and SECRET.encode() in each.read_bytes()
    ]
    assert [each.name for each in holding] == ["reports.toml"]
    assert holding[0].stat().st_mode & 0o777 == 0o600
