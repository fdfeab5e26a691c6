"""The entries that could not be saved, kept in the user's own folder until they are.

Only the user can read them, and a folder that refuses costs only the copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from rounds.domain.event import RECORD, Event
from rounds.domain.identity import identity
from rounds.store.disk.atomic import DISK, Disk, write_whole
from rounds.store.format.entries import Entry, EntryCache
from rounds.store.format.parts import parsed
from rounds.store.merging.merge import Edit, apply_edits
from rounds.store.reading.entries import read_entries
from rounds.store.state.paths import PRIVATE, name_for, private_folder, state_folder


class Rescued(NamedTuple):
    """Entries of an earlier session that never reached the event file."""

    files: tuple[Path, ...]
    entries: tuple[tuple[str, Any], ...]

    def merged(self, event: Event) -> Event:
        """Return the event with these entries; where it has one already the later one holds."""
        edits = tuple(Edit(identity(kind, each), kind, None, each) for kind, each in self.entries)
        return apply_edits(event, edits)

    def forget(self) -> None:
        """Delete the copies."""
        for file in self.files:
            with suppress(OSError):
                file.unlink()


class UnsavedJournal:
    """Where the entries of one session wait that the disk of the event file refuses."""

    def __init__(self, path: Path, now: datetime, disk: Disk = DISK) -> None:
        self._folder = state_folder() / "rescue"
        self._name = name_for(path)
        self._file = self._folder / f"{self._name}-{now:%Y%m%d-%H%M%S-%f}.toml"
        self._disk = disk
        self._written = ""

    def keep(self, entries: Iterable[Entry]) -> bool:
        """Write the entries down; return whether that succeeded."""
        text = "".join(entry.text for entry in entries)
        if text == self._written:
            return True
        try:
            if text:
                private_folder(self._folder)
                write_whole(self._file, text.encode(), force=True, mode=PRIVATE, disk=self._disk)
            else:
                self.done()
        except OSError:
            return False
        self._written = text
        return True

    def done(self) -> None:
        """Remove the journal: everything in it is in the event file now."""
        self._written = ""
        with suppress(OSError):
            self._file.unlink()

    def earlier(self, event: Event) -> Rescued | None:
        """Return what earlier sessions left here that the event does not have."""
        files: list[Path] = []
        found: dict[str, list[Any]] = {}
        with suppress(OSError):
            files = sorted(self._folder.glob(f"{self._name}-*.toml"))
        files = [file for file in files if file != self._file]
        if not files:
            return None
        for file in files:
            for kind, entries in _entries(file).items():
                found.setdefault(kind, []).extend(entries)
        rescued = Rescued(
            tuple(files),
            tuple((kind, entry) for kind, entries in found.items() for entry in entries),
        )
        here = {entry.text for entry in EntryCache().entries_of(event).values()}
        missing = tuple(
            (entry.kind, entry.value)
            for entry in EntryCache().entries_of(rescued.merged(event)).values()
            if entry.text not in here
        )
        if missing:
            return Rescued(tuple(files), missing)
        rescued.forget()
        return None


def _entries(file: Path) -> dict[str, list[Any]]:
    try:
        doc = parsed(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {
        kind: read_entries(kind, blocks)[0]
        for kind, blocks in doc.items()
        if kind in RECORD and isinstance(blocks, list)
    }
