"""Whether a file can be written here, and the disk's refusals while it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import read_only
from rounds.store.disk.os_errors import cannot_be_written
from rounds.text.safe import source_line


@contextmanager
def writing(
    path: Path, refused: Callable[[str, OSError], StoreError] = cannot_be_written
) -> Iterator[Path]:
    """Give the file to write, which is another one if `path` is a link.

    `StoreError` where no evening could be kept in it; what the disk refuses meanwhile becomes the
    error that `refused` makes of the file's name and the reason.
    """
    real = Path(os.path.realpath(path))
    try:
        must_be_writable(path)
        yield real
    except OSError as fault:
        raise refused(source_line(real.name), fault) from fault


def must_be_writable(path: Path) -> None:
    """Raise `StoreError` where no evening could be kept in this file."""
    real = Path(os.path.realpath(path))
    name = source_line(os.fspath(path))
    if read_only(os.stat(real), real):
        raise StoreError(
            "{file} is read-only. Make it writable, or work on a copy.",
            file=name,
        )
    if not os.access(real.parent, os.W_OK | os.X_OK):
        raise StoreError(
            "The folder of {file} is read-only. Copy the file to a folder of your own.", file=name
        )
