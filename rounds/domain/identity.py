"""What identifies an entry of the record: for the file, for a merge, and for an undo."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable
from datetime import UTC
from typing import Any

Identity = tuple[Hashable, ...]
"""The kind of an entry, then what entries of that kind are told apart by."""


def identity(kind: str, entry: Any) -> Identity:
    """Return what an entry shares with another version of itself, and with no other entry."""
    match kind:
        case "walk_ins":
            return (kind, entry.key)
        case "attendance" | "corrections":
            return (kind, entry.person)
        case "kept_apart":
            return (kind, *sorted(entry.people))
        case "pins":
            return (kind, entry.round, *sorted(entry.people))
        case "changes":
            return (kind, entry.at.astimezone(UTC).isoformat(timespec="seconds"))
        case "plan" | "rounds":
            return (kind, entry.number)
        case "notes":
            return (kind, entry.round, entry.by, entry.about)
        case _:
            return (kind,)


def distinct(key: Identity, taken: Container[Identity]) -> Identity:
    """Return an identity, with a number where twins have taken it, so that none is lost."""
    one, twin = key, 1
    while one in taken:
        twin += 1
        one = (*key, f"#{twin}")
    return one


def identified(kind: str, entries: Iterable[Any]) -> dict[Identity, Any]:
    """Return entries of one kind by their identities, in their order."""
    found: dict[Identity, Any] = {}
    for entry in entries:
        found[distinct(identity(kind, entry), found)] = entry
    return found
