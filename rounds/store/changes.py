"""Changes an event whose evening does not run: read, changed and durable before it returns."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from rounds.domain.event import Event
from rounds.steady_clock import wall
from rounds.store.disk.atomic import DISK, Disk, stamp_of, write_whole
from rounds.store.disk.lock import Lock
from rounds.store.disk.undisturbed import undisturbed
from rounds.store.disk.writable import writing
from rounds.store.reading.file_bytes import event_file_bytes
from rounds.store.reading.read import load
from rounds.store.state.copies import back_up
from rounds.store.whole_file import with_event


def change_event(
    path: str | os.PathLike[str], change: Callable[[Event], Event], *, disk: Disk = DISK
) -> Event:
    """Apply a change of the record to the event in a file; return the event once it is durable.

    The change gets the event as it is in the file now, so what others wrote meanwhile stays. Not
    a byte of the host's part changes. Raises `StoreError` while a program has the event open (an
    evening that runs) or where the disk refuses, and whatever the change raises; the file is as
    it was then.
    """
    shown = Path(path)
    event_file_bytes(shown)  # what is no file is told before anything is touched
    with writing(shown) as real, Lock(real):
        return undisturbed(real, lambda: _change(shown, real, change, disk))


def _change(shown: Path, real: Path, change: Callable[[Event], Event], disk: Disk) -> Event:
    stamp = stamp_of(real, disk)
    loaded = load(shown)
    event = change(loaded.event)
    if event == loaded.event:
        return event
    if (event.settings, event.participants) != (loaded.event.settings, loaded.event.participants):
        raise AssertionError("only the record may be changed")
    if loaded.parts.misplaced:
        back_up(real, loaded.raw, wall())
    write_whole(real, with_event(loaded, event), force=True, expect=stamp, disk=disk)
    return event
