"""Copies of every session's event file in the user's own folder.

Only the user can read them, and a folder that refuses costs only the copy.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from rounds.store.disk.atomic import write_whole
from rounds.store.state.paths import PRIVATE, name_for, private_folder, state_folder

COPIES = 20
"""How many sessions' copies of one event file are kept."""


def back_up(path: Path, raw: bytes, now: datetime) -> Path | None:
    """Keep a copy of the file as a session finds it, and drop the oldest beyond the last 20."""
    stem = path.stem[:60]
    try:
        folder = private_folder(state_folder() / "copies" / name_for(path))
        copies = sorted(folder.iterdir())
        if copies and copies[-1].read_bytes() == raw:
            return copies[-1]
        copy = folder / f"{now:%Y%m%d-%H%M%S-%f}-{stem}.toml"
        write_whole(copy, raw, force=True, mode=PRIVATE)
        for old in copies[: max(0, len(copies) + 1 - COPIES)]:
            old.unlink()
    except OSError:
        return None
    return copy
