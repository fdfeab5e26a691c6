"""What is suggested to a host: the file that was probably meant, and a name as it is typed."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from subprocess import list2cmdline

from rounds.store.reading.file_error import visible
from rounds.text.fold import fold


def nearby(path: str | os.PathLike[str]) -> Path | None:
    """Return the event file whose name was given without its end, or in other letters."""
    meant = Path(path)
    wanted = {fold(meant.name), fold(f"{meant.name}.toml")}
    try:
        names = sorted(os.listdir(meant.parent))
    except OSError:
        return None
    found = (name for name in names if fold(name) in wanted and name != meant.name)
    return next(
        (
            meant.parent / name
            for name in found
            if fold(name).endswith(".toml") and (meant.parent / name).is_file()
        ),
        None,
    )


def shell_quoted(path: str | os.PathLike[str]) -> str:
    """Return a name as it is typed behind a command: in quotes where it needs them."""
    name = visible(os.fspath(path))
    if re.fullmatch(r"[\w@%+=:,./-]+", name):
        return name
    return list2cmdline([name]) if os.name == "nt" else shlex.quote(name)
