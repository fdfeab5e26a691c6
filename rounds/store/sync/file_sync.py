"""One event file, kept by one thread: what is on the disk made equal to the event.

A save looks at the file first. Bytes that are not ours are somebody else's edit: the host's
part is taken as it is, byte for byte, the record is merged, and only then the file is
written. Nothing that was acknowledged is given up because somebody else wrote the file.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence, sentence
from rounds.store.disk.atomic import DISK, Changed, Disk
from rounds.store.errors.toml_errors import encoding_problem
from rounds.store.format.entries import EntryCache, Index
from rounds.store.merging.merge import OutsideEdit
from rounds.store.reading.interpret import Loaded
from rounds.store.sync.file_on_disk import FileOnDisk, OnDisk, Seen
from rounds.store.sync.incoming import Incoming
from rounds.store.sync.pace import Pace

_ATTEMPTS = 20
_OTHER_ENCODING = sentence(
    "{file} was saved in another encoding: its last text is put back, the other one is kept "
    "as {copy}. Save it as UTF-8."
)

News = Callable[[OutsideEdit, tuple[Sentence, ...]], None]


class FileSync:
    """Keeps one event file. Every method belongs to one thread; `OSError`: the disk refuses."""

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        *,
        news: News,
        adopted: Callable[[int], None],
        pace: Pace | None = None,
        disk: Disk = DISK,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._event = loaded.event
        self._news = news
        self._adopted = adopted
        self._cache = EntryCache()
        self._file = FileOnDisk(path, loaded.raw, pace or Pace(), disk, pause)
        self._incoming = Incoming(path, loaded, self._cache, self._file.keep_damaged)
        self._edits = 0
        self._gone = False

    @property
    def watching(self) -> bool:
        """Whether a file that was replaced is still open and should be looked at often."""
        return self._file.watching

    def warm(self) -> None:
        """Put every entry of the file into text once, so that no save has to."""
        self._file.known = self._file.known._replace(entries=self._cache.entries_of(self._event))

    def unsaved(self) -> Index:
        """Return the entries that are not on the disk as they are to be."""
        base = self._file.known.entries
        return {
            key: entry
            for key, entry in self._cache.entries_of(self._event).items()
            if key not in base or base[key].text != entry.text
        }

    def changed_outside(self) -> bool:
        """Return whether the file looks touched by somebody else, without reading it."""
        late = self._take_in_late()
        return late or self._file.touched

    def sync(self, event: Event) -> None:
        """Make the file hold an event, durably; take in what others wrote into it."""
        self._event = event
        for _attempt in range(_ATTEMPTS):
            self._take_in_late()
            if (seen := self._file.look(self._looks_whole)) is not None:
                self._take_in(seen)
            index = self._cache.entries_of(self._event)
            raw = self._incoming.compose(self._event, index)
            known = self._file.known
            if raw == known.raw and not known.doubtful:
                self._file.confirm()
                return
            with suppress(Changed):
                self._file.write(raw, index)
                self._incoming.outdate(known.entries, index)
                self._incoming.written(raw)
                return
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self._file.path))

    def close(self) -> None:
        """Close what is still open; the file is not touched."""
        self._file.close()

    def _take_in(self, seen: Seen) -> None:
        """Take in whatever others wrote since the last look."""
        raw, known, attempt = seen.raw, self._file.known, self._file.attempt
        if raw is None:
            self._file.known = known._replace(raw=b"", stamp=None, durable=False)
            self._tell_gone()
            return
        self._gone = False
        if raw == known.raw:
            self._file.known = known._replace(stamp=seen.stamp, durable=False)
        elif attempt is not None and raw == attempt.raw:
            self._incoming.outdate(known.entries, attempt.entries)
            self._file.known = OnDisk(raw, seen.stamp, attempt.entries, doubtful=True)
        elif not raw.strip():
            self._file.known = OnDisk(raw, seen.stamp, known.entries)
            self._tell(
                sentence(
                    "{file} was emptied by another program: its text was put back.",
                    file=self._incoming.name,
                )
            )
        elif encoding_problem(self._incoming.name, raw) is not None:
            self._file.known = OnDisk(raw, seen.stamp, known.entries)
            self._tell(self._incoming.keep_damaged(_OTHER_ENCODING, raw))
        else:
            index = self._merge(raw)
            self._file.known = self._file.known._replace(
                raw=raw, stamp=seen.stamp, entries=index, durable=False
            )

    def _take_in_late(self) -> bool:
        """Take in what an editor wrote into a replaced file; return whether there was any."""
        late = self._file.late(self._looks_whole)
        for raw in late:
            self._merge(raw, displaced=True)
        return bool(late)

    def _merge(self, raw: bytes, *, displaced: bool = False) -> Index:
        """Merge others' bytes into the event; return the entries that are in these bytes."""
        taken = self._incoming.take_in(raw, self._event, self._file.known, displaced=displaced)
        self._event = taken.event
        if taken.matters:
            self._edits += 1
            edit = OutsideEdit(self._edits, taken.edits, taken.host, self._adopted)
            self._news(edit, taken.messages)
        return taken.entries

    def _looks_whole(self, raw: bytes) -> bool:
        return self._file.is_known(raw) or self._incoming.looks_whole(raw, self._file.known.raw)

    def _tell_gone(self) -> None:
        if not self._gone:
            self._gone = True
            self._tell(
                sentence(
                    "{file} had disappeared: it was written again in the same place.",
                    file=self._incoming.name,
                )
            )

    def _tell(self, message: Sentence) -> None:
        self._edits += 1
        self._news(OutsideEdit(self._edits, (), None, self._adopted), (message,))
