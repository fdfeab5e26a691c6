"""Entries that are in a record twice, as after copy and paste: one of them counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rounds.domain.event import RECORD, Event
from rounds.domain.identity import Identity, identity
from rounds.domain.sentence import Sentence, counted
from rounds.domain.values import Value
from rounds.store.format.entries import Entry
from rounds.text.safe import source_line

_SEVERAL = {"kept_apart", "pins", "changes", "introductions", "referrals"}
"""Kinds with several entries of one identity: only entries that are equal count as one."""

_NEVER = datetime.min.replace(tzinfo=UTC)


def without_doubles(
    event: Event, known: Mapping[Identity, Entry] | None = None
) -> tuple[Event, int]:
    """Return the event with one entry for each identity, and how many identities had more.

    The latest `at` counts. Where that does not decide, it is the entry that differs from what
    is `known` (somebody changed it), else the last one in the file.
    """
    changes: dict[str, object] = {}
    doubled = 0
    for kind in RECORD:
        entries: tuple[Value, ...] = getattr(event, kind)
        kept: dict[Identity, Value] = {}
        repeated: set[Identity] = set()
        for entry in entries:
            key = identity(kind, entry)
            before = known.get(key) if known else None
            if kind in _SEVERAL:
                key = (*key, repr(entry))
            if key in kept:
                repeated.add(key)
                entry = _later(kept[key], entry, before.value if before else None)
            kept[key] = entry
        if repeated:
            changes[kind] = tuple(kept.values())
            doubled += len(repeated)
    return (event.with_(**changes) if changes else event), doubled


def doubles_warning(count: int, file: str) -> Sentence:
    """Return what the host should know about entries that were in the file twice."""
    return counted(
        "One entry of the record was in {file} twice: the later one counts.",
        "{count} entries of the record were in {file} twice: of each the later one counts.",
        count,
        file=source_line(file),
    )


def _later(one: Value, other: Value, known: Value | None) -> Value:
    if _at(one) != _at(other):
        return max(one, other, key=_at)
    return one if other == known else other


def _at(entry: Any) -> datetime:
    """Return when an entry was written; for a round, the latest time that it tells."""
    for name in ("at", "ended_at", "started_at", "joined_at"):
        at: datetime | None = getattr(entry, name, None)
        if at is not None:
            return at
    return _NEVER
