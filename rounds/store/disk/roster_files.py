"""The lists of people that a host may mean: tables in the folders where such files usually are."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx"})
MOST = 60
"""So many files are listed, the newest first."""

_LOOKED_AT = 5000
"""So many names are looked at in one folder."""


@dataclass(frozen=True)
class RosterFile:
    """A file that may hold a list of people, and when it was changed."""

    path: Path
    changed: datetime


def usual_folders() -> tuple[Path, ...]:
    """Return the current folder, and those for downloads, documents and the desktop."""
    folders = [Path.cwd(), user_downloads_path(), user_desktop_path(), user_documents_path()]
    return tuple(dict.fromkeys(folders))


def roster_files(folders: Iterable[Path]) -> tuple[RosterFile, ...]:
    """Return the tables in these folders, the newest first; folders that refuse are passed over."""
    found: dict[Path, float] = {}
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for _number, entry in zip(range(_LOOKED_AT), entries, strict=False):
                name = entry.name
                if name.startswith((".", "~$")) or Path(name).suffix.lower() not in SUFFIXES:
                    continue
                with suppress(OSError):
                    status = entry.stat()
                    if stat.S_ISREG(status.st_mode):
                        found[folder / name] = status.st_mtime
    newest = sorted(found, key=lambda path: (-found[path], path.name))[:MOST]
    return tuple(
        RosterFile(path, datetime.fromtimestamp(found[path]).astimezone()) for path in newest
    )
