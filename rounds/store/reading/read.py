"""Reading an event file from the disk, without taking its lock."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence
from rounds.store.errors.file_error import WrongFile
from rounds.store.reading.file_bytes import event_file_bytes
from rounds.store.reading.interpret import Loaded, interpret

_FRESH = 1.0
"""For how many seconds after a change an editor may still be writing the file."""

_PATIENCE = 0.5
"""How many seconds it is given to finish."""

_PAUSE = 0.02


class Opened(NamedTuple):
    """An event as it was read, and what the host should know about it."""

    event: Event
    warnings: tuple[Sentence, ...] = ()


def read_event(path: str | os.PathLike[str]) -> Event:
    """Return the event in a file; raises `InputError` where it cannot be used."""
    return read(path).event


def read(path: str | os.PathLike[str]) -> Opened:
    """Return the event in a file and the warnings about it."""
    loaded = load(path)
    return Opened(loaded.event, loaded.warnings)


def load(path: str | os.PathLike[str]) -> Loaded:
    """Return everything about a file; an editor that is just writing it gets half a second."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        raw = event_file_bytes(path)
        try:
            return interpret(raw, os.fspath(path))
        except WrongFile:
            if not _just_written(path) or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _just_written(path: str | os.PathLike[str]) -> bool:
    try:
        return 0 <= time.time() - os.stat(path).st_mtime < _FRESH
    except OSError:
        return False
