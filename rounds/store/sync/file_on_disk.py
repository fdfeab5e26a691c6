"""The event file on the disk: what it held at the last look, and how it is read and written."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import Changed, Disk, Stamp, stamp_of, write_whole
from rounds.store.disk.damaged_copy import keep_damaged
from rounds.store.format.entries import Index
from rounds.store.sync.pace import Pace
from rounds.store.sync.replaced_files import ReplacedFiles

LooksWhole = Callable[[bytes], bool]

_ATTEMPTS = 20


class OnDisk(NamedTuple):
    """What the file held when it was last read or written, and which entries that were.

    `durable` says that these bytes are on the medium. `doubtful` are bytes whose sync failed:
    another sync of the same file proves nothing, so they are written a second time.
    """

    raw: bytes
    stamp: Stamp | None
    entries: Index
    durable: bool = False
    doubtful: bool = False


class Attempt(NamedTuple):
    """The last write, of which it is not known whether it succeeded."""

    raw: bytes
    entries: Index


class Seen(NamedTuple):
    """What was found where the file should be; `raw` is None if it is gone."""

    raw: bytes | None
    stamp: Stamp | None


class FileOnDisk:
    """Reads and writes one file; raises `OSError` where the disk refuses."""

    def __init__(
        self, path: Path, raw: bytes, pace: Pace, disk: Disk, pause: Callable[[float], object]
    ) -> None:
        self.path = Path(os.path.realpath(path))
        self.known = OnDisk(raw, stamp_of(self.path, disk), {})
        self.attempt: Attempt | None = None
        self._mode = os.stat(self.path).st_mode & 0o7777
        self._pace = pace
        self._disk = disk
        self._pause = pause
        self._replaced = ReplacedFiles(pace.displaced, pace.patience)

    @property
    def watching(self) -> bool:
        """Whether a file that was replaced is still open and should be looked at often."""
        return bool(self._replaced)

    @property
    def touched(self) -> bool:
        """Whether the file looks changed since the last look, without reading it."""
        return stamp_of(self.path, self._disk) != self.known.stamp

    def is_known(self, raw: bytes) -> bool:
        """Return whether the session itself read or wrote these bytes last."""
        return raw == self.known.raw or (self.attempt is not None and raw == self.attempt.raw)

    def look(self, looks_whole: LooksWhole) -> Seen | None:
        """Return what is in the file now; None if it is certainly what is known."""
        raw = stamp = None
        for _attempt in range(_ATTEMPTS):
            stamp = stamp_of(self.path, self._disk)
            if stamp is not None and stamp == self.known.stamp and self._read() == self.known.raw:
                return None
            raw = self._settled(looks_whole)
            if raw is None or stamp_of(self.path, self._disk) == stamp:
                break
        return Seen(raw, stamp if raw is not None else None)

    def late(self, looks_whole: LooksWhole) -> list[bytes]:
        """Return what editors wrote into files after these had been replaced."""
        return self._replaced.late(looks_whole)

    def confirm(self) -> None:
        """Make durable what is in the file, whoever wrote it, without writing it again."""
        if self.known.durable:
            return
        handle = self._disk.open(self.path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        try:
            self.known = self.known._replace(doubtful=True)
            self._disk.sync(handle)
            self._disk.sync_folder(self.path.parent)
        finally:
            self._disk.close(handle)
        self.known = self.known._replace(durable=True, doubtful=False)

    def write(self, raw: bytes, index: Index) -> None:
        """Replace the file durably; raises `Changed` if another program has just written it."""
        before = self.known.stamp
        self.attempt = Attempt(raw, index)
        try:
            written = write_whole(
                self.path,
                raw,
                force=before is not None,
                expect=before,
                mode=None if before else self._mode,
                keep_displaced=True,
                disk=self._disk,
            )
        except StoreError:  # the file was gone, and is there again
            raise Changed from None
        self.attempt = None
        self.known = OnDisk(raw, written.stamp, index, durable=True)
        if written.displaced is not None and before is not None:
            self._replaced.add(written.displaced, before)

    def keep_damaged(self, raw: bytes) -> Path | None:
        """Keep bytes that cannot be used beside the file; None where the disk refuses."""
        return keep_damaged(self.path, raw, self._mode, self._disk)

    def close(self) -> None:
        """Close what is still open; the file is not touched."""
        self._replaced.close()

    def _read(self) -> bytes | None:
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(self.path))
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def _settled(self, looks_whole: LooksWhole) -> bytes | None:
        """Return the file's bytes once an editor seems to be done with it, or patience ends."""
        deadline = time.monotonic() + self._pace.patience
        while True:
            raw = self._read()
            if (raw and looks_whole(raw)) or time.monotonic() >= deadline:
                return raw
            self._pause(self._pace.glance)
