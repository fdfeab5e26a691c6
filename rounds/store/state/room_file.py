"""The room's state for a second window: a small file, replaced whole, for this user only.

It lies in the runtime folder, which may differ between two sessions of one user (su, ssh): a
note in the user's own folder says where. A window that shows it holds a shared lock on a file
beside it, so the host can be told; a window that crashes lets go of it by itself.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from contextlib import suppress
from pathlib import Path

from platformdirs import user_runtime_path

from rounds.domain.views.room import Room
from rounds.store.disk.lock import is_open
from rounds.store.state.paths import PRIVATE, name_for, replace_text, state_folder

if sys.platform != "win32":
    import fcntl


def room_file(event_file: Path) -> Path:
    """Return where this session keeps the room's state of an event file."""
    with warnings.catch_warnings(action="ignore"):  # of a system without such a folder
        folder = user_runtime_path("rounds")
    if not os.access(folder.parent, os.W_OK):
        folder = state_folder() / "run"
    return folder / f"{name_for(event_file)}.room.json"


def _note(event_file: Path) -> Path:
    """Return the file that says where the host's session keeps the room's state."""
    return state_folder() / "run" / f"{name_for(event_file)}.where"


def _windows(room: Path) -> Path:
    """Return the file on which the windows that show a room hold a lock."""
    return room.with_suffix(".windows")


class RoomFile:
    """Publishes the room for other windows; it need not be durable, a restart writes it again."""

    def __init__(self, event_file: Path) -> None:
        self._path = room_file(event_file)
        self._note = _note(event_file)
        self._published = ""

    def publish(self, room: Room) -> None:
        """Write the room if it changed; if the disk refuses, only the second window suffers."""
        text = json.dumps(room.data())
        if text == self._published:
            return
        try:
            replace_text(self._path, text)
        except OSError:
            return
        if not self._published:
            # Without the note the windows of this session find the room all the same.
            with suppress(OSError, UnicodeError):
                replace_text(self._note, os.fspath(self._path))
        self._published = text

    def watched(self) -> bool | None:
        """Return whether another window shows the room; None where the system cannot tell."""
        if sys.platform == "win32":
            return None
        try:
            handle = os.open(_windows(self._path), os.O_RDWR | os.O_CREAT, PRIVATE)
        except OSError:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return None
        finally:
            os.close(handle)
        return False


def seen_by_the_room(event_file: Path) -> bool:
    """Return whether an evening runs in a window that the room sees, as far as can be known.

    That is so while a program has the event open and no other window shows the room.
    """
    return is_open(event_file) is True and RoomFile(event_file).watched() is not True


class RoomReader:
    """Reads what another window published, in this session or in another one of this user."""

    def __init__(self, event_file: Path) -> None:
        self._own = room_file(event_file)
        self._note = _note(event_file)
        self._stamp: tuple[Path, int, int] | None = None
        self._room: Room | None = None
        self._lock: int | None = None
        self._locked: Path | None = None

    def read(self) -> Room | None:
        """Return the latest room; None while nothing was ever published."""
        try:
            stamp = self._latest()
            if stamp != self._stamp:
                self._room = Room.checked(json.loads(stamp[0].read_bytes()))
                self._stamp = stamp
            self._hold(_windows(stamp[0]))
        except (OSError, ValueError, RecursionError):
            return self._room
        return self._room

    def close(self) -> None:
        """Stop showing the room: release this window's lock."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = self._locked = None

    def _latest(self) -> tuple[Path, int, int]:
        """Return the latest file and what identifies its version; raises `OSError`."""
        found = []
        for path in dict.fromkeys((self._own, self._noted())):
            with suppress(OSError, ValueError):
                status = os.stat(path)
                found.append((status.st_mtime_ns, path, status.st_ino))
        if not found:
            raise FileNotFoundError(self._own)
        at, path, inode = max(found)
        return path, at, inode

    def _noted(self) -> Path:
        with suppress(OSError, ValueError):
            return Path(os.fsdecode(self._note.read_bytes()))
        return self._own

    def _hold(self, windows: Path) -> None:
        """Hold the lock that tells the host of this window; raises `OSError` if it is busy."""
        if windows == self._locked or sys.platform == "win32":
            return
        self.close()
        handle = os.open(windows, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise
        self._lock, self._locked = handle, windows
