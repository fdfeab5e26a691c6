"""Hosts for tests in a terminal: an environment of their own, an event file, the program."""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rounds.ui.questions.key_timing import STEP_GUARD
from tests.terminal import PATIENCE, Terminal

ROUNDS = str(Path(sys.executable).with_name("rounds"))
SAMPLES = Path(__file__).parents[1] / "sample_events"


def environment_in(folder: Path, *, welcomed: bool = True) -> dict[str, str]:
    """Return an environment whose per-user folders lie in `folder`."""
    names = ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    folders = {name: folder / name.lower() for name in names}
    for each in folders.values():
        each.mkdir(mode=0o700, exist_ok=True)
    if welcomed:
        state = folders["XDG_STATE_HOME"] / "rounds"
        state.mkdir(mode=0o700, exist_ok=True)
        (state / "welcomed").touch()
    return {name: str(each) for name, each in folders.items()}


def mixer_in(folder: Path, settings: str) -> Path:
    """Return a copy of the English sample of 21 people with other rounds and breaks."""
    text = (SAMPLES / "founders_mixer.toml").read_text(encoding="utf-8")
    names = ("rounds ", "round_minutes", "break_after", "break_minutes")
    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(names)]
    lines.insert(lines.index("[event]\n") + 1, settings)
    path = folder / "mixer.toml"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def record_of(path: Path) -> dict[str, Any]:
    """Return the file's content."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def next_step(terminal: Terminal, *words: str) -> None:
    """Press Enter once it is no slip any more (so soon after a step or a dialog), and wait."""
    terminal.read(STEP_GUARD + 0.1)
    terminal.press("enter")
    terminal.wait_for(*words)


def in_a_round(terminal: Terminal) -> None:
    """Go from the lobby of 21 people into the first round of two."""
    terminal.wait_for("21 people expected")
    terminal.press("enter")
    terminal.wait_for("Round 1 of 2")
    next_step(terminal, "LISTENS FIRST")


def open_a_note(terminal: Terminal) -> None:
    """Open a note of Aiko Tanaka about her latest partner."""
    terminal.press("n")
    terminal.wait_for("is the projector off?")
    terminal.press("space")
    terminal.wait_for("Who are you?")
    terminal.write("Aiko")
    terminal.wait_for("Aiko Tanaka")
    terminal.press("enter")
    terminal.wait_for("Who do you want")
    terminal.press("enter")
    terminal.wait_for("Enter: save")


def quit_a_round(terminal: Terminal) -> None:
    """Leave while a round runs."""
    terminal.press("ctrl+q")
    terminal.wait_for("Type quit")
    terminal.write("quit")
    terminal.press("enter")


def wait_until_saved(
    path: Path, seen: Callable[[dict[str, Any]], object], timeout: float = PATIENCE
) -> dict[str, Any]:
    """Wait until the file holds what is looked for; return its content."""
    until = time.monotonic() + timeout
    while not seen(record := record_of(path)):
        assert time.monotonic() < until, record.get("clock")
        time.sleep(0.05)
    return record
