"""What is on the disk and what is to be there: one event file, kept by one thread.

A save looks at the file first. Bytes that are not ours are somebody else's edit: the host's
part is taken as it is, byte for byte, the record is merged, and only then the file is
written. Nothing that was acknowledged is given up because somebody else wrote the file.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rounds.domain.errors import InputError, StoreError
from rounds.domain.identity import Identity
from rounds.domain.sentence import Sentence, counted, latest, sentence
from rounds.i18n import language
from rounds.steady_clock import wall
from rounds.store.disk.atomic import DISK, Changed, Disk, Stamp, stamp_of, write_whole
from rounds.store.format.entries import EntryCache, Index, lay_out_blocks
from rounds.store.format.parts import Parts, compose, readable, split
from rounds.store.merging.merge import HostPart, OutsideEdit, edits, put_back
from rounds.store.merging.outside import OutsideRecord, keep_damaged, outside_host, outside_record
from rounds.store.merging.replaced_files import ReplacedFiles
from rounds.store.reading.file_error import WrongFile, visible
from rounds.store.reading.read import Loaded, told_of_marker
from rounds.store.reading.toml_errors import encoding_problem
from rounds.store.reading.twins import told_of_twins
from rounds.store.reading.unknown_people import new_person_warnings, unknown_people
from rounds.store.state.backups import back_up

_ATTEMPTS = 20
_DAMAGED = sentence(
    "The record in {file} was damaged and is written anew. The damaged file is kept as {copy}."
)
_OTHER_ENCODING = sentence(
    "{file} was saved in another encoding: its last text is put back, the other one is kept "
    "as {copy}. Save it as UTF-8."
)


@dataclass(frozen=True)
class Pace:
    """How long things take, in seconds; tests are in a hurry."""

    poll: float = 1.0
    retry: float = 2.0
    patience: float = 0.5
    glance: float = 0.02
    displaced: float = 3.0


@dataclass
class _OnDisk:
    """What the file held when it was last read or written.

    `durable` says that these bytes are on the medium. `doubtful` are bytes whose sync failed:
    another sync of the same file proves nothing, so they are written anew.
    """

    raw: bytes
    stamp: Stamp | None
    index: Index = field(default_factory=dict)
    durable: bool = False
    doubtful: bool = False


News = Callable[[OutsideEdit, tuple[Sentence, ...]], None]


class FileSync:
    """Keeps one event file. Every method belongs to one thread; `OSError` is the disk's no."""

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
        self.path = Path(os.path.realpath(path))
        self.shown = os.fspath(path)
        self.event = loaded.event
        self._news = news
        self._adopted = adopted
        self._pace = pace or Pace()
        self._disk = disk
        self._pause = pause
        self._cache = EntryCache()
        self._parts = loaded.parts
        self._carried: Mapping[str, Any] = loaded.carried
        self._carried_text = lay_out_blocks(loaded.carried)
        self._disk_state = _OnDisk(loaded.raw, stamp_of(self.path, disk))
        self._trying: tuple[bytes, Index] | None = None
        self._outdated: dict[Identity, set[str]] = {}
        self._replaced = ReplacedFiles(self._pace.displaced, self._pace.patience)
        self._outsides = 0
        self._gone = False
        self._refused = False
        self._mode = os.stat(self.path).st_mode & 0o7777
        self._unknown_people = set(unknown_people(loaded.event))

    @property
    def watching(self) -> bool:
        """Whether a displaced file is still open and wants to be looked at often."""
        return bool(self._replaced)

    def warm(self) -> None:
        """Put every entry of the file into text once, so that no save has to."""
        self._disk_state.index = self._cache.entries_of(self.event)

    def unsaved(self) -> Index:
        """Return the entries that are not on the disk as they are to be."""
        base = self._disk_state.index
        return {
            key: entry
            for key, entry in self._cache.entries_of(self.event).items()
            if key not in base or base[key].text != entry.text
        }

    def changed_outside(self) -> bool:
        """Return whether the file looks touched by somebody else, without reading it."""
        late = self._take_in_late()
        return late or stamp_of(self.path, self._disk) != self._disk_state.stamp

    def sync(self) -> None:
        """Make the file hold the event, durably; take in what others wrote into it."""
        for _attempt in range(_ATTEMPTS):
            self._look()
            index = self._cache.entries_of(self.event)
            data = self._compose(index)
            on_disk = self._disk_state
            if data == on_disk.raw and not on_disk.doubtful:
                self._confirm()
                return
            with suppress(Changed):
                self._write(data, index)
                return
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self.path))

    def close(self) -> None:
        """Close what is still open; the file is not touched."""
        self._replaced.close()

    # -- writing -----------------------------------------------------------------------

    def _confirm(self) -> None:
        """Make durable what stands in the file, whoever wrote it, without writing it again."""
        if self._disk_state.durable:
            return
        handle = self._disk.open(self.path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
        try:
            self._disk_state.doubtful = True
            self._disk.sync(handle)
            self._disk.sync_folder(self.path.parent)
        finally:
            self._disk.close(handle)
        self._disk_state = replace(self._disk_state, durable=True, doubtful=False)

    def _compose(self, index: Index) -> bytes:
        record = "".join(entry.text for entry in index.values()) + self._carried_text
        return compose(
            self._parts,
            record[:-1] if record.endswith("\n\n") else record,
            self.event.settings.language or language(),
        )

    def _write(self, data: bytes, index: Index) -> None:
        on_disk = self._disk_state
        self._trying = (data, index)
        try:
            written = write_whole(
                self.path,
                data,
                force=on_disk.stamp is not None,
                expect=on_disk.stamp,
                mode=None if on_disk.stamp else self._mode,
                keep_displaced=True,
                disk=self._disk,
            )
        except StoreError:  # the file was gone, and is there again
            raise Changed from None
        self._outdate(on_disk.index, index)
        self._trying = None
        self._disk_state = _OnDisk(data, written.stamp, index, durable=True)
        if not self._parts.marker:
            self._parts = replace(split(data), record=b"")
        if written.displaced is not None and on_disk.stamp is not None:
            self._replaced.add(written.displaced, on_disk.stamp)

    def _outdate(self, before: Index, now: Index) -> None:
        """Remember which texts the session itself replaced: seen again, they are no edit."""
        for key, entry in before.items():
            current = now.get(key)
            if current is not entry and (current is None or current.text != entry.text):
                self._outdated.setdefault(key, set()).add(entry.text)
        for key, texts in self._outdated.items():
            if key in now:
                texts.discard(now[key].text)

    # -- looking -----------------------------------------------------------------------

    def _look(self) -> None:
        """Take in whatever others wrote since the last look."""
        self._take_in_late()
        for _attempt in range(_ATTEMPTS):
            stamp = stamp_of(self.path, self._disk)
            if stamp is not None and stamp == self._disk_state.stamp:
                raw: bytes | None = self._read()
                if raw == self._disk_state.raw:
                    return
            raw = self._settled()
            if stamp_of(self.path, self._disk) == stamp or raw is None:
                break
        on_disk = self._disk_state
        if raw is None:
            self._disk_state = replace(on_disk, raw=b"", stamp=None, durable=False)
            if not self._gone:
                self._gone = True
                self._tell(
                    sentence(
                        "{file} was gone: it is written again at the same place.", file=self._name
                    )
                )
            return
        self._gone = False
        if raw == on_disk.raw:
            self._disk_state = replace(on_disk, stamp=stamp, durable=False)
        elif self._trying is not None and raw == self._trying[0]:
            self._outdate(on_disk.index, self._trying[1])
            self._disk_state = _OnDisk(raw, stamp, self._trying[1], doubtful=True)
        elif not raw.strip():
            self._disk_state = _OnDisk(raw, stamp, on_disk.index)
            self._tell(
                sentence(
                    "{file} was emptied by another program: its text was put back.",
                    file=self._name,
                )
            )
        elif encoding_problem(self.shown, raw) is not None:
            self._disk_state = _OnDisk(raw, stamp, on_disk.index)
            self._tell(self._damaged(_OTHER_ENCODING, raw))
        else:
            self._take_in(raw)
            self._disk_state = replace(self._disk_state, raw=raw, stamp=stamp, durable=False)

    def _read(self) -> bytes | None:
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(self.path))
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def _settled(self) -> bytes | None:
        """Return the file's bytes once an editor seems to be done with it, or patience ends."""
        until = time.monotonic() + self._pace.patience
        while True:
            raw = self._read()
            if (raw and self._looks_whole(raw)) or time.monotonic() >= until:
                return raw
            self._pause(self._pace.glance)

    def _looks_whole(self, raw: bytes) -> bool:
        if raw == self._disk_state.raw or (self._trying is not None and raw == self._trying[0]):
            return True
        parts = split(raw)
        if self._parts.marker and not parts.marker:
            return False
        known = split(self._disk_state.raw).record
        return readable(parts.host) and (parts.record == known or readable(parts.record))

    def _take_in_late(self) -> bool:
        """Take in what an editor wrote into a replaced file; return whether there was any."""
        late = self._replaced.late(self._looks_whole)
        for raw in late:
            self._take_in(raw, displaced=True)
        return bool(late)

    # -- taking in ---------------------------------------------------------------------

    @property
    def _name(self) -> str:
        return visible(Path(self.shown).name)

    def _tell(self, *messages: Sentence, outside: OutsideEdit | None = None) -> None:
        if outside is None:
            outside = self._outside((), None)
        self._news(outside, messages)

    def _outside(self, changed: tuple[Any, ...], host: HostPart | None) -> OutsideEdit:
        self._outsides += 1
        return OutsideEdit(self._outsides, changed, host, self._adopted)

    def _take_in(self, raw: bytes, *, displaced: bool = False) -> None:
        parts = split(raw)
        messages: list[Sentence] = []
        if parts.misplaced:
            back_up(self.path, raw, wall())
            messages.append(told_of_marker(self._name))
        record = self._their_record(raw, parts, messages)
        theirs = record.index
        if record.carried is not None:
            self._carried, self._carried_text = record.carried, lay_out_blocks(record.carried)
        host = self._their_host(parts, messages, anew=record.carried is not None)
        found = edits(self._disk_state.index, theirs, self._outdated)
        outside = self._outside(found, host)
        earlier, before = self.event, self._cache.entries_of(self.event)
        self.event = outside.apply_to(earlier)
        after = self._cache.entries_of(self.event)
        taken = sum(before.get(key) is not entry for key, entry in after.items())
        if taken:
            messages.append(
                counted(
                    "One entry of the record was changed in {file} and is taken over.",
                    "{count} entries of the record were changed in {file} and are taken over.",
                    taken,
                    file=self._name,
                )
            )
        lost = len(put_back(after, self._disk_state.index, theirs))
        if lost and not displaced:
            messages.append(
                counted(
                    "One entry of the record was missing from {file} and is put back.",
                    "{count} entries of the record were missing from {file} and are put back.",
                    lost,
                    file=self._name,
                )
            )
        messages += (
            latest(said) for said in new_person_warnings(earlier, self.event, self._unknown_people)
        )
        self._unknown_people = set(unknown_people(self.event))
        if not displaced:
            self._disk_state = replace(self._disk_state, index=theirs)
        if messages or found or host is not None:
            self._tell(*messages, outside=outside)

    def _their_record(self, raw: bytes, parts: Parts, messages: list[Sentence]) -> OutsideRecord:
        """Return the entries that the file holds now; a damaged one is kept beside it."""
        if parts.record and parts.record == split(self._disk_state.raw).record:
            return OutsideRecord(self._disk_state.index, None, whole=True)
        found = outside_record(parts, self.event, self._carried, self._disk_state.index)
        if found.twins:
            messages.append(told_of_twins(found.twins, self._name))
        if not found.whole:
            messages.append(self._damaged(_DAMAGED, raw))
        return found

    def _damaged(self, said: Sentence, raw: bytes) -> Sentence:
        """Keep a file that cannot be used, and return what to say about it."""
        copy = keep_damaged(self.path, raw, self._mode, self._disk)
        name = visible(copy.name) if copy else "-"
        return sentence(said.template, file=self._name, copy=name)

    def _their_host(self, parts: Parts, messages: list[Sentence], *, anew: bool) -> HostPart | None:
        """Take over the host's part as it stands; return what it means if that is new."""
        if self._parts.marker and not parts.marker:
            messages.append(
                sentence("The line # ======== RECORD in {file} is put back.", file=self._name)
            )
        new = Parts(parts.host, parts.marker or self._parts.marker, parts.head)
        if not parts.host.strip():
            new = replace(new, host=self._parts.host, head=self._parts.head)
        same = (new.host, new.head) == (self._parts.host, self._parts.head)
        self._parts = new
        if same and not anew:
            return None
        try:
            host = outside_host(new, self.shown, self.event, self._carried)
        except InputError as fault:
            self._refused = True
            messages.append(latest(self._refusal(fault)))
            return None
        changed = host.applied(self.event) != self.event
        if changed or self._refused:
            said = sentence("Your changes to {file} are in force.", file=self._name)
            messages.append(latest(said))
        self._refused = False
        return host if changed else None

    def _refusal(self, fault: InputError) -> Sentence:
        """Return what the host reads of an edit that cannot be used: the first error in it."""
        problem = fault.sentence
        if isinstance(fault, WrongFile):
            problem = replace(fault.problems[0], file=self._name).in_short
        return sentence("{problem} (the last good settings stay in force)", problem=problem)
