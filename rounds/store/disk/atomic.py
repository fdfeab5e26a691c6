"""Writing a file whole or not at all, so that it is still there after a power cut.

A temporary file in the same folder gets all the bytes and is synced; then it takes the place
of the old file in one step, and the folder is synced. Until that step the old file is
untouched; after it nothing is missing. Both syncs are needed: without the file's a power cut
leaves it empty, without the folder's the old version may come back.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rounds.domain.errors import StoreError

if sys.platform == "darwin":
    import fcntl

_BINARY = getattr(os, "O_BINARY", 0)
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF}
_WINDOWS_WAITS = (0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32)


class Stamp(NamedTuple):
    """What tells one version of a file from another without reading it."""

    device: int
    inode: int
    size: int
    modified: int


class Written(NamedTuple):
    """What a write left behind: the new file's stamp, and the old file still open if asked for."""

    stamp: Stamp
    displaced: int | None = None


class Changed(Exception):
    """The file is no longer the one that was expected; nothing was written."""


class Disk:
    """The system calls of a write. A test's disk refuses some of them."""

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """Open a file."""
        return os.open(path, flags | _BINARY, mode)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some bytes and return how many."""
        return os.write(handle, data)

    def owner(self, handle: int, user: int, group: int) -> None:
        """Give the file its owner; where that is not allowed it keeps the current one."""
        with suppress(PermissionError, AttributeError):
            os.fchown(handle, user, group)

    def mode(self, handle: int, mode: int) -> None:
        """Give the file its permissions."""
        if hasattr(os, "fchmod"):
            os.fchmod(handle, mode)

    def sync(self, handle: int) -> None:
        """Return when the bytes are on the medium itself."""
        if sys.platform == "darwin":
            with suppress(OSError):  # network volumes and exFAT know only fsync
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a file."""
        os.close(handle)

    def stat(self, path: Path) -> os.stat_result:
        """Look at a file."""
        return os.stat(path)

    def replace(self, source: Path, target: Path) -> None:
        """Put one file in another's place; a virus scanner may hold either for a moment."""
        for wait in _WINDOWS_WAITS if os.name == "nt" else ():
            try:
                os.replace(source, target)
                return
            except PermissionError:
                time.sleep(wait)
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, unless that name is taken."""
        os.link(source, target)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        os.unlink(path)

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's entries are on the medium."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        except OSError as fault:
            if fault.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(handle)


DISK = Disk()


def stamp_of(path: Path, disk: Disk = DISK) -> Stamp | None:
    """Return the stamp of the file at a path, None where there is none."""
    try:
        found = disk.stat(path)
    except FileNotFoundError:
        return None
    return _stamp(found)


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def beside(path: Path, before: str, after: str = "") -> Path:
    """Return the path of one of our own files beside a file, also where its name is very long."""
    name = path.name
    if len(os.fsencode(before + name + after)) > 250:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:16]
    return path.with_name(before + name + after)


def temporary(path: Path) -> Path:
    """Return where the new version of a file is prepared."""
    return beside(path, ".~", ".tmp")


def read_only(found: os.stat_result, path: Path) -> bool:
    """Return whether a file may not be written (a rename would silently do it all the same)."""
    return not found.st_mode & 0o222 or not os.access(path, os.W_OK)


def write_whole(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    force: bool = False,
    expect: Stamp | None = None,
    mode: int | None = None,
    keep_displaced: bool = False,
    scratch: Path | None = None,
    disk: Disk = DISK,
) -> Written:
    """Write a file so that it is there whole and durable, or not changed at all.

    Without `force` a file that is there already is refused (`StoreError`). With `expect`
    the write is given up (`Changed`) when the file is another one at the last moment. A file
    that is replaced keeps its mode and owner; a new one gets `mode`, or what the system
    gives to new files. `scratch` is where the new version is prepared if another program may be
    preparing one in the usual place. Raises `OSError` where the disk refuses.
    """
    target = Path(os.path.realpath(path))
    try:
        old = disk.stat(target)
    except FileNotFoundError:
        old = None
    if old is not None:
        if not force:
            raise _taken(path)
        if not stat.S_ISREG(old.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(target))
        if read_only(old, target):
            raise PermissionError(errno.EACCES, "the file is read-only", str(target))
    scratch = scratch or temporary(target)
    with suppress(FileNotFoundError):
        disk.unlink(scratch)
    displaced = None
    placed = False
    try:
        stamp = _fill(scratch, data, old, mode, disk)
        if old is not None and keep_displaced and os.name != "nt":
            displaced = os.open(target, os.O_RDONLY)
        if expect is not None and stamp_of(target, disk) != expect:
            raise Changed
        if force:
            disk.replace(scratch, target)
        else:
            _place_new(scratch, target, path, disk)
        placed = True
        disk.sync_folder(target.parent)
    except BaseException:
        if displaced is not None:
            os.close(displaced)
        if not placed:
            with suppress(OSError):
                disk.unlink(scratch)
        raise
    return Written(stamp, displaced)


def _fill(
    scratch: Path, data: bytes, old: os.stat_result | None, mode: int | None, disk: Disk
) -> Stamp:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    private = old is not None or mode is not None
    handle = disk.open(scratch, flags, 0o600 if private else 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[disk.write(handle, left) :]
        if old is not None:
            disk.owner(handle, old.st_uid, old.st_gid)
            disk.mode(handle, stat.S_IMODE(old.st_mode))
        elif mode is not None:
            disk.mode(handle, mode)
        disk.sync(handle)
        return _stamp(os.fstat(handle))
    finally:
        disk.close(handle)


def _place_new(scratch: Path, target: Path, shown: str | os.PathLike[str], disk: Disk) -> None:
    """Give the finished file its name; unlike a rename a link never replaces anything."""
    try:
        disk.link(scratch, target)
    except FileExistsError:
        raise _taken(shown) from None
    except OSError:  # a file system without links
        if target.exists():
            raise _taken(shown) from None
        disk.replace(scratch, target)
    else:
        disk.unlink(scratch)


def _taken(path: str | os.PathLike[str]) -> StoreError:
    return StoreError(
        "{file} already exists. Choose another name, or add --force to replace it.",
        file=os.fspath(path),
    )
