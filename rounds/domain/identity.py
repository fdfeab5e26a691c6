"""The identity of an entry of the record: for the file, for a merge, and for an undo."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable
from datetime import UTC
from typing import Any

Identity = tuple[Hashable, ...]
"""The kind of an entry, then the values that distinguish entries of that kind."""


def identity(kind: str, entry: Any) -> Identity:
    """Return a value that all versions of an entry have in common, and no other entry has."""
    match kind:
        case "walk_ins":
            return (kind, entry.key)
        case "attendance" | "corrections" | "greeted":
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
        case "introductions":
            return (kind, *sorted(entry.people), entry.noted_on)
        case "referrals":
            return (kind, entry.giver, entry.receiver, entry.client, entry.given_on)
        case _:
            return (kind,)


def distinct(key: Identity, taken: Container[Identity]) -> Identity:
    """Return an identity, with a number added if it is taken, so that no twin is lost."""
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
