"""What an evening leaves behind in the user's own folders can be read by that user alone."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from rounds.ui.questions.key_timing import STEP_GUARD
from tests.hosts import (
    ROUNDS,
    environment_in,
    in_a_round,
    mixer_in,
    open_a_note,
    wait_until_saved,
)
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX"),
]

SECRET = "SECRETLINE"
DRAFT = "SECRETDRAFT"


def test_every_file_of_an_evening_is_private(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    (tmp_path / "xdg_state_home" / "rounds" / "welcomed").unlink()
    (tmp_path / "xdg_state_home" / "rounds").rmdir()
    path = mixer_in(tmp_path, "rounds = 2\nround_minutes = 5\n")
    with Terminal([ROUNDS, "run", str(path)], environment=home) as host:
        host.wait_for("Welcome to Rounds")
        host.press("x")
        host.read(STEP_GUARD + 0.1)
        in_a_round(host)
        open_a_note(host)
        host.write(SECRET)
        host.press("enter")
        wait_until_saved(path, lambda record: record.get("notes"))
        host.wait_for("Saved", "Enter alone")
        host.press("enter")
        host.wait_for("Who do you want")
        host.press("enter")
        host.wait_for("written")
        host.write(DRAFT)
        host.wait_for(DRAFT)
        host.signal(signal.SIGTERM)
        assert host.wait_for_end() == 143

    with Terminal([ROUNDS, "run", str(path), "--console"], environment=home) as host:
        host.wait_for("Round 1 of 2")
        host.signal(signal.SIGTERM)
        host.wait_for_end()
    found = {
        each.relative_to(tmp_path).as_posix(): each
        for folder in ("xdg_state_home", "xdg_runtime_dir", "xdg_data_home")
        for each in (tmp_path / folder).rglob("*")
    }
    kinds = {name.split("/")[2] for name in found if name.count("/") > 1}
    assert {"copies", "drafts", "recent.json"} <= kinds
    assert any(name.startswith("xdg_runtime_dir/rounds/") for name in found)
    own = {tmp_path / "xdg_state_home" / "rounds", tmp_path / "xdg_runtime_dir" / "rounds"}
    wrong = {
        name: oct(each.stat().st_mode & 0o777)
        for name, each in found.items()
        if each.stat().st_mode & 0o077 and (each.is_file() or each in own)
    }
    assert wrong == {}
    told = [
        name
        for name, each in found.items()
        if each.is_file() and SECRET[:6] in each.read_text(errors="replace")
    ]
    assert {name.split("/")[2] for name in told} == {"copies", "drafts"}
