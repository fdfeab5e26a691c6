"""The user's own folder, for what the program keeps between runs: nobody else can read it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from platformdirs import user_state_path

PRIVATE = 0o600


def state_folder() -> Path:
    """Return the user's own folder for what a program keeps between runs; it may not be there."""
    return user_state_path("rounds")


def private_folder(path: Path) -> Path:
    """Return a folder that is there now, made for this user only; raises `OSError`."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def name_for(event_file: Path) -> str:
    """Return what things that belong to an event file are called, the same for every window."""
    return hashlib.sha256(os.fsencode(os.path.realpath(event_file))).hexdigest()[:16]


def replace_text(path: Path, text: str) -> None:
    """Replace a small file whole, for this user only; raises `OSError`.

    It is not synced to the medium: it survives a crash of the program, not a power cut.
    """
    private_folder(path.parent)
    temporary = path.with_suffix(".tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(temporary, path)
