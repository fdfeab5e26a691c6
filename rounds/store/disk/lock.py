"""The lock on an event file: only one program may write it.

The lock is a small file beside the event file, `.~lock.NAME`, held with the system's own
file locks: a crash frees it by itself, so it is never deleted and never stale.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.domain.sentence import Sentence, sentence
from rounds.steady_clock import wall
from rounds.store.disk.atomic import beside
from rounds.store.disk.os_errors import reason

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_FAR = 1 << 30
"""Windows locks bytes, and a locked byte cannot be read: so one far behind the text."""


def lock_file(path: Path) -> Path:
    """Return the file by which an event file is locked."""
    return beside(path, ".~lock.")


class Lock:
    """The right to write one event file; `warning` is set if the file cannot be locked."""

    def __init__(self, path: Path) -> None:
        """Take the lock for the file at `path`; raises `StoreError` where another holds it."""
        real = Path(os.path.realpath(path))
        self.warning: Sentence | None = None
        self._handle: int | None = None
        name = lock_file(real)
        try:
            self._handle = _open(name)
            _take(self._handle)
        except OSError as fault:
            if self._handle is not None and fault.errno in _HELD:
                taken = _taken(self._handle, real)
                self.release()
                raise taken from None
            self.release()
            self.warning = sentence(
                "{file} cannot be locked here ({reason}): make sure that it is open in one "
                "place only.",
                file=real.name,
                reason=reason(fault),
            )
            return
        _sign(self._handle)

    def __enter__(self) -> Lock:
        """Hold the lock until the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_open(path: Path) -> bool | None:
    """Return whether a program has an event file open for writing; None if unknown."""
    if sys.platform == "win32":  # looking would need the right to write
        return None
    try:
        handle = os.open(lock_file(Path(os.path.realpath(path))), os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as fault:
        return fault.errno in _HELD
    finally:
        os.close(handle)
    return False


def _open(name: Path) -> int:
    try:
        return os.open(name, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:  # made by somebody else: locking needs no right to write
        return os.open(name, os.O_RDONLY)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        return
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _sign(handle: int) -> None:
    """Write the holder of the lock into it; a lock without a holder's name is still a lock."""
    holder = {
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": wall().isoformat(timespec="seconds"),
    }
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(holder).encode())
    except OSError:
        return


def _taken(handle: int, path: Path) -> StoreError:
    """Return the error that names the holder of a lock, as far as the lock tells."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        holder = json.loads(os.read(handle, 1000))
        since = datetime.fromisoformat(holder["since"])
        return StoreError(
            "{file} is already open on {host} (process {pid}), since {time}. Close it there "
            "first, or continue there.",
            file=path.name,
            host="".join(c for c in str(holder["host"]) if c.isprintable()),
            pid=int(holder["pid"]),
            time=since.time(),
        )
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return StoreError(
            "{file} is already open in another program. Close it there first.", file=path.name
        )
