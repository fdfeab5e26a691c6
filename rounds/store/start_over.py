"""Starts an evening over: the record goes into a copy beside the file, then leaves the file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.domain.event import Event, starts
from rounds.store.disk.atomic import DISK, Disk, stamp_of, write_whole
from rounds.store.disk.lock import Lock
from rounds.store.disk.os_errors import reason, remedy
from rounds.store.disk.undisturbed import undisturbed
from rounds.store.disk.writable import writing
from rounds.store.format.entries import lay_out_blocks
from rounds.store.reading.read import load
from rounds.store.state.unsaved_journal import UnsavedJournal
from rounds.store.whole_file import with_event, with_record
from rounds.text.safe import source_line

_MOST_COPIES = 1000


def start_over(path: str | os.PathLike[str], now: datetime, *, disk: Disk = DISK) -> Path | None:
    """Empty the record of an event file; return the copy that keeps the file as it was.

    The copy is durable before the file changes, and holds what earlier sessions could not save,
    too. The host's part stays byte for byte. None if the file has no record; raises `StoreError`
    while another program has the file open or where the disk refuses.
    """
    shown = Path(path)
    load(shown)  # a wrong file is reported before anything is touched
    with writing(shown, _cannot_be_started_over) as real, Lock(real):
        return undisturbed(real, lambda: _start_over(shown, real, now, disk))


def _cannot_be_started_over(file: str, fault: OSError) -> StoreError:
    return StoreError(
        "{file} cannot be started over: {reason}. Nothing is lost. {remedy}",
        file=file,
        reason=reason(fault),
        remedy=remedy(fault),
    )


def _start_over(shown: Path, real: Path, now: datetime, disk: Disk) -> Path | None:
    stamp = stamp_of(real, disk)
    loaded = load(shown)
    rescued = UnsavedJournal(real, now, disk).earlier(loaded.event)
    event = rescued.merged(loaded.event) if rescued else loaded.event
    people = lay_out_blocks({"participants": loaded.carried.get("participants", [])})
    fresh = with_record(loaded, people)
    if fresh == loaded.raw and rescued is None:
        return None
    kept = with_event(loaded, event) if rescued else loaded.raw
    copy = _keep(real, _day(event, now), kept, disk)
    write_whole(real, fresh, force=True, expect=stamp, disk=disk)
    if rescued is not None:
        rescued.forget()
    return copy


def _day(event: Event, now: datetime) -> date:
    """Return the day of the evening that was recorded."""
    began = starts(event)
    return began.date() if began else event.settings.date or now.date()


def _keep(real: Path, day: date, raw: bytes, disk: Disk) -> Path:
    """Write a copy that only those may read who may read the file; return where it is."""
    for copy in _names(real, day):
        if not copy.exists():
            write_whole(copy, raw, mode=os.stat(real).st_mode & 0o7777, disk=disk)
            return copy
        if copy.read_bytes() == raw:  # of an attempt that did not come to its end
            return copy
    raise StoreError(
        "There are too many copies of {file} already. Put some of them into another folder.",
        file=source_line(real.name),
    )


def _names(real: Path, day: date) -> Iterable[Path]:
    def numbered() -> Iterator[str]:
        yield ""
        yield from (f"-{number}" for number in range(2, _MOST_COPIES))

    return (real.with_name(f"{real.stem[:60]}-{day}{more}{real.suffix}") for more in numbered())
