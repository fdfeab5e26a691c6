"""What in the surroundings would trouble an evening: the file's folder, its lock, the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.domain.sentence import Sentence, sentence
from rounds.store.disk.lock import Lock, lock_file
from rounds.store.disk.writable import must_be_writable
from rounds.ui.awake import DISPLAY_MAY_GO_DARK, display_held
from rounds.ui.terminal.character_set import not_utf8


def refusal(path: Path) -> Sentence | None:
    """Return why `rounds run` would refuse a file that can be read, or None."""
    try:
        must_be_writable(path)
    except StoreError as error:
        return error.sentence
    return None


def folder_remarks(path: Path) -> Iterator[Sentence]:
    """Yield what speaks against opening the file here and now."""
    real = path.resolve()
    # If nobody has locked the file yet, the trial uses a name beside it and leaves nothing behind.
    trial = real if lock_file(real).exists() else real.with_name(f"trial-{os.getpid()}")
    try:
        lock = Lock(trial)
    except StoreError as held:
        yield held.sentence
        return
    if lock.warning:
        yield replace(lock.warning, values={**lock.warning.values, "file": real.name})
    lock.release()
    if trial != real:
        lock_file(trial).unlink(missing_ok=True)


def display_remark() -> Sentence:
    """Return whether the display will stay on during an evening."""
    with display_held() as held:
        if held:
            return sentence("The display stays on while an evening runs.")
    return DISPLAY_MAY_GO_DARK


def terminal_remarks() -> Iterator[Sentence]:
    """Yield what keeps the stage from being drawn well in this terminal."""
    if not sys.stdout.isatty():
        return
    wide, high = os.get_terminal_size(sys.stdout.fileno())
    if wide < 80 or high < 24:
        yield sentence(
            "This terminal has {wide} columns and {high} lines; the stage needs 80 and 24.",
            wide=wide,
            high=high,
        )
    if refusal := not_utf8(sys.stdout):
        yield refusal.sentence
    if os.environ.get("TERM") in {"dumb", "unknown"}:
        yield sentence(
            "This terminal cannot draw the screens (TERM is {name}).", name=os.environ["TERM"]
        )
