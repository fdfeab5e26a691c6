"""A host's desk for the tests of the disk: an event file, notes to write, a disk that refuses."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rounds.domain.event import Attendance, Event, Note, Pairing, Round, WalkIn
from rounds.domain.sentence import Sentence
from rounds.store.disk.atomic import DISK, Disk
from rounds.store.merging.merge import OutsideEdit
from rounds.store.reading.read import load, read_event
from rounds.store.sync.file_sync import FileSync
from rounds.store.sync.pace import Pace

EVENING = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)
HURRY = Pace(poll=0.02, retry=0.02, patience=0.05, glance=0.002, displaced=0.3)

HOST = """\
# Spring Founders Mixer
# The doors open at six; the soup comes at eight.

[event]
title          = "Spring Founders Mixer"   # on the stage
rounds         = 3

[[participants]]
name     = "Aiko Tanaka"
company  = "Kitanomori Labs"

[[participants]]
name     = "Ben O'Neill"
avoid    = ["Dmitri Sato"]            # same flat

[[participants]]
name = "Chloé Martin"
[[participants]]
name = "Dmitri Sato"
"""


def at(minutes: float) -> datetime:
    """Return a moment of the evening."""
    return EVENING + timedelta(minutes=minutes)


def note(number: int, text: str = "", minutes: float | None = None, **fields: Any) -> Note:
    """Return a note of round `number`, from Aiko about Ben."""
    return Note(
        round=number,
        by="Aiko Tanaka",
        about="Ben O'Neill",
        at=at(number if minutes is None else minutes),
        text=text or f"What was said in round {number}.",
        **fields,
    )


def a_round(number: int, **fields: Any) -> Round:
    """Return a round of two pairings that has begun."""
    return Round(
        number=number,
        started_at=at(number * 10),
        pairings=(
            Pairing(table=1, people=("Aiko Tanaka", "Ben O'Neill")),
            Pairing(table=2, people=("Chloé Martin", "Dmitri Sato")),
        ),
        **fields,
    )


def here(person: str, minutes: float = 0) -> Attendance:
    """Return that somebody is here."""
    return Attendance(person=person, state="here", at=at(minutes))


def walk_in(name: str) -> WalkIn:
    """Return somebody who came without being on the roster."""
    return WalkIn(name=name, joined_at=at(5))


class Desk:
    """Saves without a thread, and takes in at once what others wrote into the file."""

    def __init__(self, path: Path, disk: Disk = DISK, pace: Pace = HURRY) -> None:
        loaded = load(path)
        self.path = path
        self.event = loaded.event
        self.messages: list[Sentence] = []
        self.pause: Callable[[float], object] = time.sleep
        self.file_sync = FileSync(
            path,
            loaded,
            news=self._news,
            adopted=lambda _number: None,
            pace=pace,
            disk=disk,
            pause=lambda seconds: self.pause(seconds),
        )
        self.file_sync.warm()

    def _news(self, outside: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        outside.acknowledge()
        self.event = outside.apply_to(self.event)
        self.messages += messages

    def save(self, **changes: object) -> None:
        """Change the event and make that durable."""
        self.event = self.event.with_(**changes)
        self.file_sync.sync(self.event)

    def add_note(self, added: Note) -> None:
        """Write one more note and make it durable."""
        self.save(notes=(*self.event.notes, added))

    def look(self) -> None:
        """Look at the file as the writer's thread does once a second."""
        if self.file_sync.changed_outside():
            self.file_sync.sync(self.event)

    def close(self) -> None:
        """Leave the file."""
        self.file_sync.close()

    @property
    def said(self) -> str:
        """Everything that was told to the host, in English."""
        return "\n".join(str(message) for message in self.messages)


def host_part(path: Path) -> str:
    """Return what stands above the marker, as it is."""
    return path.read_bytes().decode("utf-8-sig").split("# ======== RECORD")[0]


def notes_in(path: Path) -> list[str]:
    """Return the texts of the notes in a file."""
    return [each.text for each in read_event(path).notes]


class Listener:
    """Hears what an open event file reports."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.tickets: list[int] = []
        self.refusals: list[str] = []
        self.messages: list[str] = []
        self._heard = threading.Condition()

    def saved(self, ticket: int, at: datetime) -> None:
        """Remember what is on the disk."""
        with self._heard:
            self.tickets.append(ticket)
            self._heard.notify_all()

    def unsaved(self, reason: Sentence) -> None:
        """Remember why the disk refuses."""
        with self._heard:
            self.refusals.append(str(reason))
            self._heard.notify_all()

    def edited_outside(self, edit: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        """Take in what others wrote."""
        with self._heard:
            edit.acknowledge()
            self.event = edit.apply_to(self.event)
            self.messages += [str(message) for message in messages]
            self._heard.notify_all()

    def hears(self, what: Callable[[], object], seconds: float = 10) -> bool:
        """Wait until something was heard; return whether it was."""
        with self._heard:
            return self._heard.wait_for(lambda: bool(what()), seconds)


class BrokenDisk(Disk):
    """Refuses chosen calls: `refuse["sync"] = [OSError(...)]` fails once, then works again."""

    def __init__(self) -> None:
        self.refuse: dict[str, list[BaseException]] = {}
        self.calls: list[str] = []

    def _may(self, call: str) -> None:
        self.calls.append(call)
        if waiting := self.refuse.get(call):
            raise waiting.pop(0)

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """Open, unless refused."""
        self._may("open")
        return super().open(path, flags, mode)

    def write(self, handle: int, data: memoryview) -> int:
        """Write a part only, as a system may, unless refused."""
        self._may("write")
        return super().write(handle, data[: max(1, len(data) // 2)])

    def owner(self, handle: int, user: int, group: int) -> None:
        """Change the owner, unless refused."""
        self._may("owner")
        super().owner(handle, user, group)

    def mode(self, handle: int, mode: int) -> None:
        """Change the mode, unless refused."""
        self._may("mode")
        super().mode(handle, mode)

    def sync(self, handle: int) -> None:
        """Sync, unless refused."""
        self._may("sync")
        super().sync(handle)

    def close(self, handle: int) -> None:
        """Close, and then refuse: a handle is gone even where closing failed."""
        super().close(handle)
        self._may("close")

    def stat(self, path: Path) -> os.stat_result:
        """Look, unless refused."""
        self._may("stat")
        return super().stat(path)

    def replace(self, source: Path, target: Path) -> None:
        """Rename, unless refused."""
        self._may("replace")
        super().replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Link, unless refused."""
        self._may("link")
        super().link(source, target)

    def unlink(self, path: Path) -> None:
        """Remove, unless refused."""
        self._may("unlink")
        super().unlink(path)

    def sync_folder(self, folder: Path) -> None:
        """Sync a folder, unless refused."""
        self._may("sync_folder")
        super().sync_folder(folder)
