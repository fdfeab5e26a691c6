"""The thread that writes the event file: the latest event wins, and nothing waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence, sentence
from rounds.steady_clock import wall
from rounds.store.disk.atomic import DISK, Disk
from rounds.store.disk.os_errors import reason
from rounds.store.merging.merge import OutsideEdit
from rounds.store.reading.interpret import Loaded
from rounds.store.state.unsaved_journal import UnsavedJournal
from rounds.store.sync.file_sync import FileSync
from rounds.store.sync.pace import Pace


class Reports(Protocol):
    """A listener that is told how the file is doing, from the writer's thread."""

    def saved(self, ticket: int, at: datetime) -> None:
        """Everything up to this ticket is on the disk."""

    def unsaved(self, reason: Sentence) -> None:
        """The disk refuses; the save is repeated until it succeeds."""

    def edited_outside(self, edit: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        """Somebody else wrote into the file; `edit` is to be applied, then acknowledged."""


class _Job(NamedTuple):
    """The newest event, its ticket, and the number of the last outside edit that it contains."""

    event: Event
    ticket: int
    adopted: int


class Writer:
    """Keeps an event file up to date in a thread of its own."""

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        journal: UnsavedJournal,
        *,
        pace: Pace | None = None,
        disk: Disk = DISK,
    ) -> None:
        self.fault: BaseException | None = None
        self.saved_ticket = 0
        self._pace = pace or Pace()
        self._ended = threading.Event()
        self._file_sync = FileSync(
            path,
            loaded,
            news=self._news,
            adopted=self._adopt,
            pace=self._pace,
            disk=disk,
            pause=self._ended.wait,
        )
        self._journal = journal
        self._change = threading.Condition()
        self._job = _Job(loaded.event, 0, 0)
        self._adopted = 0
        self._pending: list[OutsideEdit] = []
        self._reports: Reports | None = None
        self._unheard: list[Callable[[Reports], None]] = []
        self._stopping = False
        self._hurry = False
        self._refused = False
        self._tried = 0
        self._failed_at: float | None = None
        self._thread = threading.Thread(target=self._run, name="event file", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def want(self, event: Event) -> int:
        """Take the newest event and return its ticket at once."""
        with self._change:
            self._job = _Job(event, self._job.ticket + 1, self._adopted)
            self._change.notify_all()
            return self._job.ticket

    def report_to(self, reports: Reports) -> None:
        """Report to `reports` from now on, beginning with what has not been reported yet."""
        with self._change:
            unheard, self._unheard = self._unheard, []
            self._reports = reports
        for report in unheard:
            report(reports)

    def flush(self, timeout: float) -> bool:
        """Wait until everything is on the disk; return whether it is."""
        with self._change:
            ticket = self._job.ticket
            self._failed_at = None
            self._hurry = True
            self._change.notify_all()
            return self._change.wait_for(lambda: self.saved_ticket >= ticket, timeout)

    def stop(self, timeout: float) -> bool:
        """Save once more and end the thread; return whether everything is on the disk."""
        with self._change:
            self._stopping = True
            self._failed_at = None
            self._change.notify_all()
        self._ended.set()
        self._thread.join(timeout)
        return self.saved_ticket >= self._job.ticket

    # -- the thread ----------------------------------------------------------------------

    def _run(self) -> None:
        self._guarded(self._file_sync.warm)
        while True:
            with self._change:
                self._change.wait_for(self._due, self._patience())
                job = self._job
                stopping = self._stopping
                self._hurry = False
            self._guarded(lambda job=job: self._turn(job))  # type: ignore[misc]
            if stopping:
                break
        self._file_sync.close()

    def _due(self) -> bool:
        """Return whether there is something new to do at once."""
        return self._stopping or self._hurry or self._job.ticket > self._tried

    def _patience(self) -> float:
        """Return after how many seconds to look again anyway."""
        if self._failed_at is not None:
            left = self._failed_at + self._pace.retry - time.monotonic()
            return min(self._pace.poll, max(0.0, left))
        return self._pace.poll / 4 if self._file_sync.watching else self._pace.poll

    def _turn(self, job: _Job) -> None:
        news = job.ticket > self._tried
        waited = self._failed_at is None or (time.monotonic() >= self._failed_at + self._pace.retry)
        owed = job.ticket > self.saved_ticket or self._refused
        if not (news or (owed and waited) or self._file_sync.changed_outside()):
            return
        self._tried = job.ticket
        self._file_sync.sync(self._with_pending(job))
        self._failed_at = None
        self._journal.done()
        if owed:
            self._refused = False
            at = wall()
            with self._change:
                self.saved_ticket = job.ticket
                self._change.notify_all()
            self._tell(lambda reports: reports.saved(job.ticket, at))

    def _with_pending(self, job: _Job) -> Event:
        """Return the event with the outside edits that it does not contain yet."""
        self._pending = [edit for edit in self._pending if edit.number > job.adopted]
        event = job.event
        for edit in self._pending:
            event = edit.apply_to(event)
        return event

    def _guarded(self, act: Callable[[], None]) -> None:
        """Do something that the disk may refuse; the evening goes on in any case."""
        try:
            act()
        except OSError as fault:
            self._failed(reason(fault))
        except Exception as fault:
            # A bug here must not end the evening: it is reported, and the save is repeated.
            self.fault = fault
            self._failed(sentence("a fault in Rounds ({fault})", fault=type(fault).__name__))

    def _failed(self, why: Sentence) -> None:
        self._failed_at = time.monotonic()
        self._refused = True
        kept = False
        try:
            kept = self._journal.keep(self._file_sync.unsaved().values())
        except Exception as fault:
            self.fault = fault
        said = (
            sentence("Not saved: {reason}. A copy is kept on this computer.", reason=why)
            if kept
            else sentence("Not saved: {reason}.", reason=why)
        )
        self._tell(lambda reports: reports.unsaved(said))

    # -- telling -----------------------------------------------------------------------

    def _adopt(self, number: int) -> None:
        self._adopted = max(self._adopted, number)

    def _news(self, edit: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        self._pending.append(edit)
        self._tell(lambda reports: reports.edited_outside(edit, messages))

    def _tell(self, report: Callable[[Reports], None]) -> None:
        with self._change:
            reports = self._reports
            if reports is None:
                self._unheard.append(report)
                return
        try:
            report(reports)
        except Exception as fault:  # whoever listens must not stop the writing
            self.fault = fault
