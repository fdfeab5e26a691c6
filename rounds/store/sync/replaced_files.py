"""Old versions of the event file, kept open for some seconds after a save replaced them.

An editor that had the old file open when ours replaced it goes on writing into the old one,
which no longer has a name. What arrives there in the next seconds is not lost.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

from rounds.store.disk.atomic import Stamp
from rounds.store.format.parts import readable

_MANY = 10
"""From how many files on they are not looked at with each save."""


@dataclass
class _Old:
    handle: int
    size: int
    modified: int
    until: float
    seen: tuple[int, int] = (0, 0)
    since: float = 0.0


class ReplacedFiles:
    """The files that were replaced within the last `seconds`.

    A text that does not look whole is taken for one that an editor is still writing, until it
    has not changed for `patience` seconds.
    """

    def __init__(self, seconds: float, patience: float) -> None:
        self._seconds = seconds
        self._patience = patience
        self._files: list[_Old] = []
        self._look_again = 0.0

    def __bool__(self) -> bool:
        return bool(self._files)

    def add(self, handle: int, stamp: Stamp) -> None:
        """Watch an open file that has just been replaced; `stamp` is its last known state."""
        until = time.monotonic() + self._seconds
        self._files.append(_Old(handle, stamp.size, stamp.modified, until))

    def late(self, whole: Callable[[bytes], bool]) -> list[bytes]:
        """Return whole texts that were written too late; close the files whose time is up.

        Saves may follow one another quickly and leave many files; they are looked at now and then.
        """
        at = time.monotonic()
        if len(self._files) > _MANY and at < self._look_again:
            return []
        self._look_again = at + self._patience / 4
        found: list[bytes] = []
        kept: list[_Old] = []
        for old in self._files:
            now = os.fstat(old.handle)
            state = (now.st_size, now.st_mtime_ns)
            if now.st_size and state != (old.size, old.modified):
                if state != old.seen:
                    old.seen, old.since = state, at
                still = at - old.since >= self._patience or at >= old.until
                raw = os.pread(old.handle, now.st_size, 0)
                if raw.strip() and (whole(raw) or (still and readable(raw))):
                    found.append(raw)
                    old.size, old.modified = state
            if at < old.until:
                kept.append(old)
            else:
                os.close(old.handle)
        self._files = kept
        return found

    def close(self) -> None:
        """Close all of them."""
        for old in self._files:
            os.close(old.handle)
        self._files = []
