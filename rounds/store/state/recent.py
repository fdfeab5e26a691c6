"""The event files opened last, for the home screen."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from rounds.store.state.paths import replace_text, state_folder

KEEP = 9


def _file() -> Path:
    return state_folder() / "recent.json"


def recent() -> tuple[Path, ...]:
    """Return the event files opened last that are still there, newest first."""
    try:
        listed = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(listed, list):
        return ()
    return tuple(Path(each) for each in listed if isinstance(each, str) and os.path.isfile(each))


def remember(path: Path) -> None:
    """Put an event file on top of the list; if the disk refuses, only the list is lost."""
    path = path.resolve()
    kept = [str(path), *(str(each) for each in recent() if each != path)][:KEEP]
    with suppress(OSError):
        replace_text(_file(), json.dumps(kept))
