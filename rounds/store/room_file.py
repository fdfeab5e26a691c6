"""The room's state for a second window: a small file, replaced whole, for this user only."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path

from platformdirs import user_runtime_path

from rounds.domain.room import Room
from rounds.store.own_folder import name_for, replace_text, state_folder


def room_file(event_file: Path) -> Path:
    """Return where the room's state of an event file is kept, the same for every window."""
    with warnings.catch_warnings(action="ignore"):  # of a system without such a folder
        folder = user_runtime_path("rounds")
    if not os.access(folder.parent, os.W_OK):
        folder = state_folder() / "run"
    return folder / f"{name_for(event_file)}.room.json"


class RoomFile:
    """Publishes the room for other windows; nothing durable, a restart writes it anew."""

    def __init__(self, event_file: Path) -> None:
        self._path = room_file(event_file)
        self._published = ""

    def publish(self, room: Room) -> None:
        """Write the room if it changed; a disk that refuses costs only the second window."""
        text = json.dumps(room.data())
        if text == self._published:
            return
        try:
            replace_text(self._path, text)
        except OSError:
            return
        self._published = text


class RoomReader:
    """Reads what another window published."""

    def __init__(self, event_file: Path) -> None:
        self._path = room_file(event_file)
        self._stamp: tuple[int, int] | None = None
        self._room: Room | None = None

    def read(self) -> Room | None:
        """Return the latest room; None while nothing was ever published."""
        try:
            status = os.stat(self._path)
            stamp = (status.st_mtime_ns, status.st_ino)
            if stamp != self._stamp:
                self._room = Room.checked(json.loads(self._path.read_bytes()))
                self._stamp = stamp
        except (OSError, ValueError, RecursionError):
            return self._room
        return self._room
