"""Suggestions for a host: the file that was probably meant, and a name quoted for a shell."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from subprocess import list2cmdline

from rounds.text.fold import fold
from rounds.text.safe import source_line


def nearby(path: str | os.PathLike[str]) -> Path | None:
    """Return the event file whose name was given without its suffix, or in another spelling."""
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
    """Return a name as an argument of a command, in quotes where it needs them."""
    name = source_line(os.fspath(path))
    if re.fullmatch(r"[\w@%+=:,./-]+", name):
        return name
    return list2cmdline([name]) if os.name == "nt" else shlex.quote(name)
