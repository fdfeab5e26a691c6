"""Several event files at once, none of which stays locked: read, looked at again, changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from rounds.domain.errors import RoundsError
from rounds.domain.event import Event
from rounds.store.changes import change_event
from rounds.store.reading.read import Opened, read


class SeveralFiles:
    """Event files of which each is read again when it has changed.

    `seen` makes of every event what the host is to see, such as one in which more people are kept
    apart; that is never written.
    """

    def __init__(
        self, paths: Sequence[Path], seen: Callable[[Event], Event] = lambda event: event
    ) -> None:
        self._as_seen = seen
        self._paths = tuple({path.resolve(): path for path in paths}.values())
        self._seen: dict[Path, object] = {}

    def changed(self) -> Iterator[tuple[Path, Opened | RoundsError]]:
        """Yield every file that was not read yet or is another one now, with what is in it."""
        for path in self._paths:
            stamp = _stamp(path)
            if path in self._seen and self._seen[path] == stamp:
                continue
            self._seen[path] = stamp
            try:
                opened = read(path)
                yield path, Opened(self._as_seen(opened.event), opened.warnings)
            except RoundsError as fault:
                yield path, fault

    def change(self, path: Path, change: Callable[[Event], Event]) -> Event:
        """Change the event in a file and return it once it is durable, see `change_event`."""
        return self._as_seen(change_event(path, change))


def _stamp(path: Path) -> object:
    with suppress(OSError):
        status = os.stat(path)
        return status.st_mtime_ns, status.st_size, status.st_ino
    return None
