"""The event files opened last, for the home screen."""

from __future__ import annotations

import json
import os
from pathlib import Path

from platformdirs import user_state_path

KEEP = 9


def _file() -> Path:
    return user_state_path("rounds") / "recent.json"


def recent() -> tuple[Path, ...]:
    """Return the event files opened last that are still there, newest first."""
    try:
        listed = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(path for each in listed if (path := Path(str(each))).is_file())


def remember(path: Path) -> None:
    """Put an event file on top of the list; a disk that refuses costs only the list."""
    path = path.resolve()
    kept = [str(path), *(str(each) for each in recent() if each != path)][:KEEP]
    try:
        _file().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
    except OSError:
        return
