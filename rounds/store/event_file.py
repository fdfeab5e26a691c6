"""An event file that is open for an evening: every save is written, and outside edits are read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence, sentence
from rounds.steady_clock import wall
from rounds.store.disk.atomic import DISK, Disk, temporary
from rounds.store.disk.lock import Lock
from rounds.store.disk.writable import must_be_writable
from rounds.store.reading.file_bytes import event_file_bytes
from rounds.store.reading.interpret import Loaded
from rounds.store.reading.read import Opened, load
from rounds.store.state.copies import back_up
from rounds.store.state.unsaved_journal import Rescued, UnsavedJournal
from rounds.store.sync.pace import Pace
from rounds.store.writer import Reports, Writer
from rounds.text.safe import source_line


class EventFile:
    """An event file of which this program is the only writer.

    `save` never waits: it returns a ticket, and `Reports.saved` names it once everything up
    to it is on the disk. What others write into the file comes back through
    `Reports.edited_outside`, as an edit to be applied to the current event.
    """

    def __init__(
        self,
        lock: Lock,
        writer: Writer,
        opened: Opened,
        journal: UnsavedJournal,
        rescued: Rescued | None,
    ) -> None:
        """Use `EventFile.open`."""
        self.event = opened.event
        self.warnings = opened.warnings
        self._rescued = rescued
        self._journal = journal
        self._lock = lock
        self._writer = writer

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        known: Loaded | None = None,
        reports: Reports | None = None,
        pace: Pace | None = None,
        disk: Disk = DISK,
    ) -> EventFile:
        """Open a file for an evening; `known` is what was read of it just before.

        Raises `InputError` where the file is wrong, `StoreError` where it may not be written
        or another program has it.
        """
        shown = Path(path)
        # A wrong file is reported before anything is touched, even the lock.
        loaded = known or load(shown)
        real = Path(os.path.realpath(path))
        must_be_writable(shown)
        lock = Lock(real)
        try:
            _remove_leftover(real)
            if event_file_bytes(shown) != loaded.raw:
                loaded = load(shown)
            now = wall()
            back_up(real, loaded.raw, now)
            journal = UnsavedJournal(real, now)
            writer = Writer(shown, loaded, journal, pace=pace, disk=disk)
            warnings = [*loaded.warnings, *_conflicts(real)]
            if lock.warning is not None:
                warnings.append(lock.warning)
            rescued = journal.earlier(loaded.event)
        except BaseException:
            lock.release()
            raise
        if reports is not None:
            writer.report_to(reports)
        writer.start()
        return cls(lock, writer, Opened(loaded.event, tuple(warnings)), journal, rescued)

    def report_to(self, reports: Reports) -> None:
        """Report to `reports` from now on, beginning with what has not been reported yet."""
        self._writer.report_to(reports)

    def save(self, event: Event) -> int:
        """Take the newest event; return the ticket under which it will be reported saved."""
        return self._writer.want(event)

    @property
    def saved_ticket(self) -> int:
        """The newest ticket that is on the disk."""
        return self._writer.saved_ticket

    @property
    def fault(self) -> BaseException | None:
        """An error of the program itself that the writing survived."""
        return self._writer.fault

    def flush(self, timeout: float) -> bool:
        """Wait until everything is on the disk; return whether it is."""
        return self._writer.flush(timeout)

    def close(self, timeout: float = 3.0) -> bool:
        """Save, release the lock, and return whether everything is on the disk; never hangs."""
        done = self._writer.stop(timeout)
        self._lock.release()
        return done

    # -- what an earlier session could not save --------------------------------------------

    @property
    def rescued(self) -> tuple[Any, ...]:
        """Entries of earlier sessions that never reached the file."""
        return tuple(entry for _kind, entry in self._rescued.entries) if self._rescued else ()

    def merge_rescued(self, event: Event) -> Event:
        """Return the event with the rescued entries; of two versions of one the later is kept."""
        return self._rescued.merged(event) if self._rescued else event

    def forget_rescued(self) -> None:
        """Delete the rescued entries, once they are saved or the host does not want them."""
        if self._rescued is not None:
            self._rescued.forget()
            self._rescued = None


def _remove_leftover(real: Path) -> None:
    """Remove a half-written file of a killed session; under the lock nobody else uses it."""
    try:
        temporary(real).unlink(missing_ok=True)
    except OSError:
        return


def _conflicts(real: Path) -> Iterator[Sentence]:
    """Yield a warning for every conflicting copy that a file-sharing service made."""
    try:
        names = sorted(os.listdir(real.parent))
    except OSError:
        return
    for name in names:
        if name.startswith(real.stem) and "conflict" in name.lower() and name != real.name:
            yield sentence(
                "There is also {copy} beside {file}: another computer wrote to it, too. "
                "Compare the two before the evening.",
                copy=source_line(name),
                file=source_line(real.name),
            )
