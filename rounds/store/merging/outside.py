"""Reading the record and the host's part of a file that somebody else wrote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple

from rounds.domain.event import RECORD, Event
from rounds.store.format.entries import EntryCache, Index, lay_out_blocks
from rounds.store.format.parts import Parts, read_toml
from rounds.store.merging.merge import HostPart
from rounds.store.reading.doubled_entries import without_doubles
from rounds.store.reading.entries import read_entries
from rounds.store.reading.interpret import interpret

_BLOCK = re.compile(rb"^\[\[", re.MULTILINE)


class OutsideRecord(NamedTuple):
    """The entries of a record part and the blocks in it that are not ours.

    `whole` is false where something in it could not be read; `carried` is None where there
    was nothing to tell which blocks are meant to be there; `doubles` is how many entries were
    there twice.
    """

    entries: Index
    carried: Mapping[str, Any] | None
    whole: bool
    doubles: int = 0


def outside_record(
    parts: Parts, event: Event, carried: Mapping[str, Any], known: Index
) -> OutsideRecord:
    """Return what stands below the marker.

    `event` and `carried` are what the session knows, `known` is what was there before.
    """
    try:
        doc = read_toml(parts.record)
    except ValueError:
        doc, whole = _salvaged(parts.record), False
    else:
        whole = True
    fields: dict[str, object] = {}
    for kind in RECORD:
        blocks = doc.get(kind, [])
        entries, complete = read_entries(kind, blocks if isinstance(blocks, list) else [None])
        fields[kind] = tuple(entries)
        whole = whole and complete
    found = None
    if parts.record.strip() and whole:
        # People whom the host typed at the end may be removed there; what other programs
        # keep in the file may not.
        ours = {name: value for name, value in carried.items() if name != "participants"}
        found = {**ours, **{name: doc[name] for name in doc if name not in RECORD}}
    event, doubles = without_doubles(event.with_(**fields), known)
    return OutsideRecord(EntryCache().entries_of(event), found, whole, doubles)


def _salvaged(record: bytes) -> dict[str, Any]:
    """Return the blocks of a damaged record that can be read on their own."""
    found: dict[str, Any] = {}
    starts = [0, *(header.start() for header in _BLOCK.finditer(record)), len(record)]
    for start, end in pairwise(starts):
        with suppress(ValueError):
            for kind, blocks in read_toml(record[start:end]).items():
                if isinstance(blocks, list):
                    found.setdefault(kind, []).extend(blocks)
    return found


def outside_host(parts: Parts, shown: str, event: Event, carried: Mapping[str, Any]) -> HostPart:
    """Return what the host's part means; raises `InputError` where it is wrong."""
    people = lay_out_blocks({"participants": carried.get("participants", [])})
    raw = parts.host + parts.marker + parts.head + b"\n" + people.encode()
    read = interpret(raw, shown, event.walk_ins).event
    return HostPart(read.settings, read.participants, read.earlier)
