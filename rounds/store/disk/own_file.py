"""Writes files that this program makes again and again, without replacing anybody else's."""

from __future__ import annotations

from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import write_whole
from rounds.store.disk.os_errors import cannot_be_written
from rounds.text.safe import source_line

_LOOKED_AT = 4096


def write_own(path: Path, data: bytes, mark: bytes, mode: int | None = None) -> None:
    """Write a file and make its folder; a file that is there is replaced only if it has the mark.

    The mark stands near the beginning of the data. A new file gets `mode`, or what the system
    gives to new files. Raises `StoreError` where somebody else's file is in the way, or where the
    disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and mark not in _beginning(path):
            raise StoreError(
                "{file} already exists and was not made by Rounds. Move it away, or choose "
                "another folder.",
                file=source_line(str(path)),
            )
        write_whole(path, data, force=True, mode=mode)
    except OSError as fault:
        raise cannot_be_written(source_line(str(path)), fault) from fault


def remove_own(path: Path, mark: bytes) -> None:
    """Remove a file that has the mark; anybody else's stays. Raises `StoreError`."""
    try:
        if path.exists() and mark in _beginning(path):
            path.unlink()
    except OSError as fault:
        raise cannot_be_written(source_line(str(path)), fault) from fault


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOKED_AT)
