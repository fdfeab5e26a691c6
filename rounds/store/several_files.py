"""Several event files at once, none of which stays locked: read, looked at again, changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from rounds.domain.errors import RoundsError, StoreError
from rounds.domain.event import Event
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read_event
from rounds.text.safe import source_line

_PATIENCE = 10.0
"""How many seconds the disk is given to take a change."""


class SeveralFiles:
    """Event files of which each is read again when it has changed."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple({path.resolve(): path for path in paths}.values())
        self._seen: dict[Path, object] = {}

    def changed(self) -> Iterator[tuple[Path, Event | RoundsError]]:
        """Yield every file that was not read yet or is another one now, with what is in it."""
        for path in self._paths:
            stamp = _stamp(path)
            if path in self._seen and self._seen[path] == stamp:
                continue
            self._seen[path] = stamp
            try:
                yield path, read_event(path)
            except RoundsError as fault:
                yield path, fault

    def change(self, path: Path, change: Callable[[Event], Event]) -> Event:
        """Change the event in a file, durably, and return it as it is there.

        Raises `StoreError` while another program has the file open or where the disk refuses.
        """
        file = EventFile.open(path)
        try:
            event = change(file.event)
            file.save(event)
            if not file.flush(_PATIENCE):
                raise StoreError(
                    "{file} could not be saved. The change is taken back; try again later.",
                    file=source_line(str(path)),
                )
        finally:
            file.close()
        return event


def _stamp(path: Path) -> object:
    with suppress(OSError):
        status = os.stat(path)
        return status.st_mtime_ns, status.st_size, status.st_ino
    return None
