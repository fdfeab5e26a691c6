"""The host's desk in the days after: several evenings, and the one place where they change.

A change is made in memory at once; a thread of the desk's own writes it and reads what others
wrote, one thing after the other. A change that the disk refuses is taken out again, and the host
is told why.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from rounds.domain.errors import RoundsError
from rounds.domain.event import Event
from rounds.domain.followup.due import held_on
from rounds.domain.followup.known_people import numbered
from rounds.domain.followup.referral_list import referrals_of
from rounds.domain.followup.series import Series
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence
from rounds.session.kept_results import KeptResult
from rounds.session.undo import Undo, changes
from rounds.steady_clock import wall

Change = Callable[[Event], Event]

_ROSTER = ("participants", "walk_ins", "corrections")
_SERIES = (*_ROSTER, "settings", "attendance", "kept_apart", "changes", "rounds")
_REFERRALS = (*_ROSTER, "referrals")

LET_THE_PICTURE_COME = 0.03
"""Seconds before a change is written: the screen shows it first."""


class WhatWasRead(Protocol):
    """An event as it was read, and what the host should know about it."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def warnings(self) -> tuple[Sentence, ...]:
        """What the host should know."""


class EventFiles(Protocol):
    """The files of the evenings: the store, or its substitute in a test."""

    def changed(self) -> Iterator[tuple[Path, WhatWasRead | RoundsError]]:
        """Yield every file that was not read yet or is another one now, with what is in it."""

    def change(self, path: Path, change: Change) -> Event:
        """Change the event in a file durably and return it; raises `RoundsError`."""


@dataclass(frozen=True)
class ChangeElsewhere:
    """A change that is kept elsewhere than in an evening, and what takes it back."""

    label: Sentence
    take_back: Callable[[], None]


@dataclass
class Evening:
    """One evening on the desk: its file, and the event with all changes of the host.

    `written` is the event as it was last seen in the file, `waiting` are the changes since then.
    """

    path: Path
    written: Event
    event: Event
    roster: RosterIndex
    waiting: list[Change] = field(default_factory=list)


class Desk:
    """Evenings, oldest first. `changed` is called after every change, from any thread."""

    def __init__(self, files: EventFiles, now: Callable[[], datetime] = wall) -> None:
        self.now = now
        self.changed: Callable[[], object] = lambda: None
        self.evenings: tuple[Evening, ...] = ()
        self.news: deque[Sentence] = deque()
        """What the host should be told; who tells it takes it out."""
        self.reading = True
        """Whether the files have still to be read for the first time."""
        self.series = KeptResult(Series, _SERIES, lambda: self.events)
        """Who came and who met, over all evenings."""
        self.people = KeptResult(numbered, _ROSTER, lambda: self.events)
        """Who is the same person at several evenings."""
        self.referrals = KeptResult(referrals_of, _REFERRALS, lambda: self.events)
        """The referrals of all evenings."""
        self._files = files
        self._thread = ThreadPoolExecutor(1, "desk")
        self._undo: list[tuple[Evening, Undo] | ChangeElsewhere] = []
        self._inbox: deque[Callable[[], None]] = deque()
        self._looking: Future[None] | None = None
        self._writing: set[Future[None]] = set()

    @property
    def events(self) -> Sequence[Event]:
        """The events, oldest first."""
        return [each.event for each in self.evenings]

    @property
    def today(self) -> date:
        """The day on which the host works at the desk."""
        return self.now().date()

    @property
    def saving(self) -> bool:
        """Whether a change is not yet on the disk."""
        return any(each.waiting for each in self.evenings)

    # -- reading ---------------------------------------------------------------------------

    def open(self) -> Event:
        """Read files up to the first one that can be used, and return the event in it.

        Raises the first error if none can be used. `look` reads the rest.
        """
        refused: list[RoundsError] = []
        for path, found in self._files.changed():
            if isinstance(found, RoundsError):
                self._broken(found)
                refused.append(found)
            else:
                self._take(path, found.event, found.warnings)
                return found.event
        raise refused[0]

    def look(self) -> None:
        """Read the files that are new or have changed, beside everything else."""
        if self._looking is None or self._looking.done():
            self._looking = self._submit(self._look)

    def _look(self) -> None:
        for path, found in self._files.changed():
            if isinstance(found, RoundsError):
                self._report(partial(self._broken, found))
                continue
            known = self._find(path)
            event = found.event if known is None else _sharing(found.event, known.event)
            warnings = found.warnings if known is None else ()  # they were told already
            self._report(partial(self._take, path, event, warnings))
        if self.reading:
            self._report(self._all_read)

    def _all_read(self) -> None:
        self.reading = False

    def _broken(self, fault: RoundsError) -> None:
        """Tell of a file that cannot be read; what was on the desk before stays there."""
        self.news.append(fault.sentence)

    def _take(self, path: Path, found: Event, warnings: Sequence[Sentence]) -> None:
        """Take in what is in a file."""
        self.news.extend(warnings)
        known = self._find(path)
        if known is None:
            known = Evening(path, found, found, RosterIndex(found))
            self.evenings = tuple(sorted((*self.evenings, known), key=_by_day))
        known.written = found
        self._replay(known)

    def _find(self, path: Path) -> Evening | None:
        return next((each for each in self.evenings if each.path == path), None)

    # -- changing --------------------------------------------------------------------------

    def change(self, evening: Evening, label: Sentence, change: Change) -> None:
        """Change an evening, with an entry for the undo; raises what the change raises."""
        event = change(evening.event)
        before, after = changes(evening.event, event)
        if before:
            self._undo.append((evening, Undo(label, before, after)))
            self._apply(evening, change, event)

    def changed_elsewhere(self, done: ChangeElsewhere) -> None:
        """Let `take_back` undo this change in its turn, on the desk's thread."""
        self._undo.append(done)
        self.changed()

    @property
    def can_take_back(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def take_back(self) -> Sentence | None:
        """Take back the last change; return what it was, None if there is none."""
        if not self._undo:
            return None
        last = self._undo.pop()
        if isinstance(last, ChangeElsewhere):
            self._writing.add(self._submit(self._take_back_elsewhere, last))
            return last.label
        evening, undo = last
        self._apply(evening, undo.taken_back, undo.taken_back(evening.event))
        return undo.label

    def _take_back_elsewhere(self, done: ChangeElsewhere) -> None:
        try:
            done.take_back()
        except RoundsError as fault:
            self._report(partial(self._broken, fault))
        else:
            self.changed()

    def _apply(self, evening: Evening, change: Change, event: Event) -> None:
        evening.waiting.append(change)
        self._set(evening, event)
        self.changed()
        self._writing.add(self._submit(self._write, evening, change))

    def _write(self, evening: Evening, change: Change) -> None:
        """Make a change durable and report it (the desk's thread)."""
        time.sleep(LET_THE_PICTURE_COME)
        try:
            written = self._files.change(evening.path, change)
        except RoundsError as fault:
            refused = fault
            self._report(lambda: self._refused(evening, change, refused))
        else:
            shared = _sharing(written, evening.event)
            self._report(lambda: self._written(evening, change, shared))

    def _written(self, evening: Evening, change: Change, written: Event) -> None:
        evening.waiting.remove(change)
        evening.written = written
        self._replay(evening)

    def _refused(self, evening: Evening, change: Change, fault: RoundsError) -> None:
        """Take a change out that cannot be kept, and the undo of this evening with it."""
        evening.waiting.remove(change)
        self.news.append(fault.sentence)
        self._undo = [
            each
            for each in self._undo
            if isinstance(each, ChangeElsewhere) or each[0] is not evening
        ]
        self._replay(evening)

    def _replay(self, evening: Evening) -> None:
        """Make the event again from what is in the file and what is still to be written."""
        event = evening.written
        for change in evening.waiting:
            with suppress(RoundsError):  # the desk's thread meets the same, and reports it
                event = change(event)
        self._set(evening, event)

    def _set(self, evening: Evening, event: Event) -> None:
        if event is not evening.event:
            evening.event = event
            evening.roster = RosterIndex(event)

    # -- the desk's thread -------------------------------------------------------------------

    def _submit(self, work: Callable[..., None], *given: Any) -> Future[None]:
        work_of_thread = self._thread.submit(work, *given)
        work_of_thread.add_done_callback(self._look_for_a_fault)
        return work_of_thread

    def _look_for_a_fault(self, done: Future[None]) -> None:
        if not done.cancelled() and done.exception() is not None:
            self.changed()

    def _report(self, report: Callable[[], None]) -> None:
        self._inbox.append(report)
        self.changed()

    def take_in_reports(self) -> None:
        """Take in what the desk's thread has reported (the thread that owns the desk)."""
        for done in [each for each in (*self._writing, self._looking) if each and each.done()]:
            self._writing.discard(done)
            done.result()  # a fault of the program itself ends the program
        while self._inbox:
            self._inbox.popleft()()

    def close(self, timeout: float = 5.0) -> bool:
        """Wait until every change is written; return whether all of them are.

        Why one is not stands at the end of the news.
        """
        late = wait(self._writing, timeout).not_done
        self._thread.shutdown(wait=False, cancel_futures=bool(late))
        told = len(self.news)
        while self._inbox:
            self._inbox.popleft()()
        return not late and len(self.news) == told


def _sharing(event: Event, known: Event) -> Event:
    """Return an event made of the very objects of a known one wherever these are equal.

    So what was worked out from them need not be worked out again. The desk's thread does this,
    because comparing takes time that the screen needs.
    """
    same: dict[str, Any] = {}
    for name in Event.model_fields:
        now, before = getattr(event, name), getattr(known, name)
        if now == before:
            same[name] = before
        elif isinstance(now, tuple) and len(now) == len(before):
            same[name] = tuple(b if a == b else a for a, b in zip(now, before, strict=True))
    return known if event == known else event.with_(**same)


def _by_day(evening: Evening) -> tuple[date, str]:
    return held_on(evening.event) or date.max, str(evening.path)
