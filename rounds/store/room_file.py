"""The room's state for a second window: a small file, replaced whole, for this user only."""

from __future__ import annotations

import hashlib
import os
import warnings
from pathlib import Path

from platformdirs import user_runtime_path, user_state_path
from pydantic import ValidationError

from rounds.domain.room import Room


def room_file(event_file: Path) -> Path:
    """Return where the room's state of an event file is kept, the same for every window."""
    name = hashlib.sha256(os.path.realpath(event_file).encode()).hexdigest()[:16]
    with warnings.catch_warnings(action="ignore"):  # of a system without such a folder
        folder = user_runtime_path("rounds")
    if not os.access(folder.parent, os.W_OK):
        folder = user_state_path("rounds") / "run"
    return folder / f"{name}.room.json"


class RoomFile:
    """Publishes the room for other windows; nothing durable, a restart writes it anew."""

    def __init__(self, event_file: Path) -> None:
        self._path = room_file(event_file)
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._published = ""

    def publish(self, room: Room) -> None:
        """Write the room if it changed; a disk that refuses costs only the second window."""
        text = room.model_dump_json()
        if text == self._published:
            return
        temporary = self._path.with_suffix(".tmp")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(temporary, self._path)
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
                self._room = Room.model_validate_json(self._path.read_bytes())
                self._stamp = stamp
        except (OSError, ValidationError):
            return self._room
        return self._room
