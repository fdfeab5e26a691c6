"""Notes at the laptop in the real program, with real keys in a real terminal."""

from __future__ import annotations

import sys
import time
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo terminal", allow_module_level=True)

from tests.terminal import PATIENCE, Terminal

pytestmark = pytest.mark.terminal

BREAK = """\
[event]
title = "Mixer"
rounds = 3

[[participants]]
name = "佐藤 花子"
kana = "さとう はなこ"

[[participants]]
name = "Ben Carter"

[[participants]]
name = "Chloe Martin"

[[participants]]
name = "Dmitri Sato"

# ======== RECORD

[[rounds]]
number = 1
started_at = {began}
ended_at = {began}
pairings = [
    {{ table = 1, people = ["佐藤 花子", "Ben Carter"] }},
    {{ table = 2, people = ["Chloe Martin", "Dmitri Sato"] }},
]

[[clock]]
phase = "break"
round = 1
seconds = 600
ends_at = {ends}
at = {began}
"""


@pytest.fixture
def evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    (tmp_path / "XDG_STATE_HOME" / "rounds").mkdir()
    (tmp_path / "XDG_STATE_HOME" / "rounds" / "welcomed").touch()
    began = datetime.now().astimezone().replace(microsecond=0)
    ends = began + timedelta(minutes=10)
    file = tmp_path / "mixer.toml"
    file.write_text(BREAK.format(began=began.isoformat(), ends=ends.isoformat()), "utf-8")
    return file


def running(file: Path) -> Terminal:
    return Terminal([sys.executable, "-m", "rounds", "--lang", "en", "run", str(file)])


def notes(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8")).get("notes", [])
    return found


def open_form(terminal: Terminal, number: str, shown: str = "for you and the host") -> int:
    """Open the newest note of somebody from the stage; return the keys that took."""
    terminal.wait_for("Write your notes now")
    terminal.press("n")
    terminal.wait_for("is the projector off?")
    terminal.press("space")
    terminal.wait_for("Who are you?")
    terminal.press(number, "enter")
    terminal.wait_for("Who do you want")
    terminal.press("enter")
    terminal.wait_for(shown)
    return 5


def test_twelve_keys_are_enough_and_saved_means_it_is_in_the_file(evening: Path) -> None:
    with running(evening) as terminal:
        keys = open_form(terminal, "2")
        terminal.write("wants a web shop")
        terminal.press("tab", "tab", "tab")
        terminal.wait_for("Now one key each")
        terminal.press("1", "enter")
        keys += 5
        terminal.wait_for("Saved")

        (note,) = notes(evening)
        assert (note["by"], note["about"]) == ("Ben Carter", "佐藤 花子")
        assert (note["purpose"], note["stage"]) == ("wants a web shop", "now")
        assert keys <= 12


@pytest.mark.wide
def test_what_was_typed_survives_kill_9(evening: Path) -> None:
    with running(evening) as terminal:
        open_form(terminal, "2")
        terminal.write("half a thou")
        terminal.wait_for("half a thou")
        terminal.signal(9)
        terminal.wait_for_end()

    with running(evening) as terminal:
        open_form(terminal, "2", "your draft")
        terminal.wait_for("half a thou")
        terminal.press("enter")
        terminal.wait_for("Saved")

        assert [note["purpose"] for note in notes(evening)] == ["half a thou"]


def test_the_cursor_stands_where_an_input_method_writes(evening: Path) -> None:
    with running(evening) as terminal:
        open_form(terminal, "1")
        row = next(at for at, line in enumerate(terminal.screen.display) if "why they came" in line)
        begins = terminal.screen.display[row].index("why they came")
        wait_for_the_cursor(terminal, begins, row)

        terminal.write("パン屋さん")

        wait_for_the_cursor(terminal, begins + 10, row)
        assert "パン屋さん" in terminal.text


def wait_for_the_cursor(terminal: Terminal, column: int, row: int) -> None:
    """Fail unless the cursor comes to this place."""
    until = time.monotonic() + PATIENCE
    while (at := (terminal.screen.cursor.x, terminal.screen.cursor.y)) != (column, row):
        assert time.monotonic() < until, at
        terminal.read(0.05)
