"""Drafts of notes that are being typed, so that a crash does not lose them.

A draft is a small private file of its own, replaced whole at each change. It is not synced to
the medium: it has to survive a crash of the program, and must never make a key wait.
"""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from pathlib import Path

from rounds.domain.event import Note, PersonKey
from rounds.store.state.paths import replace_text, state_folder

KEPT_FOR = 30 * 24 * 3600
"""Seconds after which an unused draft is deleted."""


class Drafts:
    """The drafts of one evening; `evening` is any text that names it and stays the same.

    If the disk refuses, only the draft is lost.
    """

    def __init__(self, evening: str, folder: Path | None = None) -> None:
        self._evening = evening
        self._folder = folder or state_folder() / "drafts"
        self._delete_old()

    def keep(self, note: Note) -> bool:
        """Keep a note as typed so far; return whether that worked."""
        try:
            text = json.dumps(note.data(), default=str)
            replace_text(self._path(note.round, note.by, note.about), text)
        except OSError:
            return False
        return True

    def find(self, number: int, by: PersonKey, about: PersonKey) -> Note | None:
        """Return the draft of a note, None where there is none that can be read."""
        path = self._path(number, by, about)
        try:
            found = Note.checked(json.loads(path.read_bytes()))
        except (OSError, ValueError, RecursionError):
            return None
        return found if (found.round, found.by, found.about) == (number, by, about) else None

    def drop(self, number: int, by: PersonKey, about: PersonKey) -> None:
        """Delete a draft."""
        with suppress(OSError):
            self._path(number, by, about).unlink(missing_ok=True)

    def drop_saved(self, note: Note) -> None:
        """Delete the draft of a note that has been saved, unless more was typed since."""
        draft = self.find(note.round, note.by, note.about)
        if draft is None or draft.at <= note.at:
            self.drop(note.round, note.by, note.about)

    def _path(self, number: int, by: PersonKey, about: PersonKey) -> Path:
        named = json.dumps([self._evening, number, by, about])
        return self._folder / f"{hashlib.sha256(named.encode()).hexdigest()[:32]}.json"

    def _delete_old(self) -> None:
        oldest = time.time() - KEPT_FOR
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.stat().st_mtime < oldest:
                    path.unlink()
