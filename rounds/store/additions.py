"""Adds people at the end of the host's part of an event file, and changes nothing else."""

from __future__ import annotations

import os
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from rounds.domain.errors import InputError, StoreError
from rounds.store.disk.atomic import Changed, beside, stamp_of, write_whole
from rounds.store.disk.lock import Lock
from rounds.store.disk.undisturbed import PAUSE, undisturbed
from rounds.store.disk.writable import writing
from rounds.store.errors.file_error import WrongFile
from rounds.store.format.parts import Parts, line_end
from rounds.store.reading.interpret import interpret
from rounds.store.reading.read import load
from rounds.text.safe import source_line


def add_people(path: str | os.PathLike[str], blocks: str) -> None:
    """Write blocks of `[[participants]]` at the end of the host's part, durably.

    Every byte that was there stays. The evening may run meanwhile: whoever runs it takes the
    people over like any edit of the host. `InputError` if the file with them would be wrong,
    `StoreError` if the disk or another program does not allow it; nothing has changed then.
    """
    shown = Path(path)
    load(shown)  # a wrong file is reported before anything is touched
    with writing(shown) as real, _lock(real) as lock:
        add = _add if lock else _add_beside_the_evening
        undisturbed(real, lambda: add(shown, real, blocks))


def _lock(real: Path) -> AbstractContextManager[Lock | None]:
    """Return the lock on the file; it gives None while an evening that runs holds it."""
    try:
        return Lock(real)
    except StoreError:
        return nullcontext()


def _add_beside_the_evening(shown: Path, real: Path, blocks: str) -> None:
    """Add the people; raise `Changed` if an evening that runs has written the file without them."""
    _add(shown, real, blocks)
    time.sleep(PAUSE)
    if blocks.strip() not in _text(load(shown).raw):
        raise Changed


def _add(shown: Path, real: Path, blocks: str) -> None:
    stamp = stamp_of(real)
    loaded = load(shown)
    raw = with_blocks(loaded.parts, blocks)
    if loaded.parts.raw != loaded.raw:
        raise InputError(
            "The line # ======== RECORD in {file} is not between your part and the record. "
            "Put it there first.",
            file=source_line(real.name),
        )
    try:
        event = interpret(raw, str(shown), loaded.event.walk_ins).event
    except WrongFile as fault:
        raise InputError(
            "These people cannot be added to {file}: {reason}. Add them by hand.",
            file=source_line(real.name),
            reason=fault.problems[0].summary,
        ) from None
    before = loaded.event.participants
    if event.participants[: len(before)] != before or event.settings != loaded.event.settings:
        raise AssertionError("the people were not added at the end")
    write_whole(real, raw, force=True, expect=stamp, scratch=beside(real, ".~", ".added.tmp"))


def with_blocks(parts: Parts, blocks: str) -> bytes:
    """Return a file with these blocks at the end of the host's part."""
    end = line_end(parts.host)
    text = blocks.strip("\n").encode()
    if end != b"\n":
        text = text.replace(b"\n", end)
    before = b"" if parts.host.endswith((b"\n", b"\r")) else end
    blank = b"" if parts.host.endswith((b"\n\n", b"\n\r\n")) else end
    after = end if parts.marker else b""
    rest = parts.marker + parts.head + parts.record
    return b"".join((parts.host, before, blank, text, end, after, rest))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace").replace("\r\n", "\n")
