"""Files that ours took the place of, kept open for a moment.

An editor that had the old file open when ours replaced it goes on writing into the old one,
which no longer has a name. What arrives there in the next seconds is not lost.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from rounds.store.durable import Stamp
from rounds.store.layout import readable


@dataclass
class _Old:
    handle: int
    size: int
    modified: int
    until: float


class Displaced:
    """The files that were replaced within the last `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._files: list[_Old] = []

    def __bool__(self) -> bool:
        return bool(self._files)

    def add(self, handle: int, stamp: Stamp) -> None:
        """Watch an open file that has just been replaced; `stamp` is its last known state."""
        until = time.monotonic() + self._seconds
        self._files.append(_Old(handle, stamp.size, stamp.modified, until))

    def late(self) -> list[bytes]:
        """Return what was written too late, once it is whole; close what has waited enough."""
        found: list[bytes] = []
        kept: list[_Old] = []
        for old in self._files:
            now = os.fstat(old.handle)
            if now.st_size and (now.st_size, now.st_mtime_ns) != (old.size, old.modified):
                raw = os.pread(old.handle, now.st_size, 0)
                if raw.strip() and readable(raw):
                    found.append(raw)
                    old.size, old.modified = now.st_size, now.st_mtime_ns
            if time.monotonic() < old.until:
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
