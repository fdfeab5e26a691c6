"""Merging two versions of a record: the session's, and the one that others wrote into the file.

Three-way: only a difference from what was last on the disk counts as an edit. What the session
removed stays removed, what others removed (an entry, or a field) is put back, and a text that
this session once wrote itself is no edit but an old version from an editor's buffer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from rounds.domain.event import Event, Participant, Settings
from rounds.domain.identity import Identity, identified
from rounds.domain.values import Value
from rounds.store.format.entries import Entry, Index, as_data

_GROWING = {"introductions", "referrals"}
"""Kinds whose lists (answers, reports) may grow on both sides at once."""


class Edit(NamedTuple):
    """An entry that others wrote: its value on the disk before (None if new), and its value now."""

    key: Identity
    kind: str
    before: Value | None
    after: Value


class HostPart(NamedTuple):
    """What is above the marker line."""

    settings: Settings
    participants: tuple[Participant, ...]
    earlier: tuple[Event, ...]

    def applied(self, event: Event) -> Event:
        """Return the event with this host's part."""
        return event.with_(
            settings=self.settings, participants=self.participants, earlier=self.earlier
        )


class OutsideEdit(NamedTuple):
    """What others did to the file; it can be done to any later version of the event as well."""

    number: int
    edits: tuple[Edit, ...]
    host: HostPart | None
    adopted: Callable[[int], None]

    def apply_to(self, event: Event) -> Event:
        """Return the event with the outside edits."""
        return apply_edits(event, self.edits, self.host)

    def acknowledge(self) -> None:
        """Tell the store that every event saved from now on contains these edits."""
        self.adopted(self.number)


def apply_edits(event: Event, edits: Collection[Edit], host: HostPart | None = None) -> Event:
    """Return an event with entries that others wrote, and with their host's part if it is new."""
    changes: dict[str, object] = {}
    for kind in {edit.kind: None for edit in edits}:
        of_kind = [edit for edit in edits if edit.kind == kind]
        changes[kind] = _merged(kind, getattr(event, kind), of_kind)
    if changes:
        event = event.with_(**changes)
    return event if host is None else host.applied(event)


def edits(
    base: Index, outside: Index, outdated: Mapping[Identity, Collection[str]]
) -> tuple[Edit, ...]:
    """Return what others changed: `base` was on the disk, `outside` is there now.

    `outdated` are texts that the session itself replaced.
    """
    found = []
    for key, entry in outside.items():
        before = base.get(key)
        if before is not None and before.text == entry.text:
            continue
        if entry.text in outdated.get(key, ()) or (before is not None and _cut(before, entry)):
            continue
        found.append(Edit(key, entry.kind, before.value if before else None, entry.value))
    return tuple(found)


def _cut(before: Entry, now: Entry) -> bool:
    """Return whether an entry only lost fields: a file cut off at a line end is valid TOML."""
    had, has = as_data(before.kind, before.value), as_data(now.kind, now.value)
    return all(name in had and had[name] == value for name, value in has.items())


def _merged(kind: str, ours: tuple[Any, ...], changed: list[Edit]) -> tuple[Any, ...]:
    kept = identified(kind, ours)
    for edit in changed:
        value = _settled(kind, kept.get(edit.key), edit)
        if value is not None:
            kept[edit.key] = value
    merged = tuple(kept.values())
    if kind in {"plan", "rounds"}:
        merged = tuple(sorted(merged, key=lambda entry: int(entry.number)))
    return merged


def _settled(kind: str, ours: Value | None, edit: Edit) -> Value | None:
    if ours is None:
        # Gone from the session: removed here unless it is news; a note is kept in any case.
        return edit.after if edit.before is None or kind == "notes" else None
    inside, outside = as_data(kind, ours), as_data(kind, edit.after)
    if inside == outside:
        return ours
    if inside.get("at") != outside.get("at"):
        return edit.after if _at(outside) > _at(inside) else ours
    if edit.before is None:
        return ours
    before = as_data(kind, edit.before)
    if inside == before:
        return edit.after
    both = dict(inside)
    for name in {**outside, **before}:
        if outside.get(name) != before.get(name) and inside.get(name) == before.get(name):
            both[name] = outside.get(name)
        elif kind in _GROWING and isinstance(inside.get(name), list):
            both[name] = _joined(before.get(name, []), inside[name], outside.get(name, []))
    both = {name: value for name, value in both.items() if value is not None}
    try:
        return type(ours).checked(both)
    except ValidationError:
        return ours


def _joined(before: list[Any], ours: list[Any], theirs: list[Any]) -> list[Any]:
    """Return our list and what others added to theirs, which counts as said later."""
    return [*ours, *(each for each in theirs if each not in before and each not in ours)]


def _at(data: Mapping[str, Any]) -> float:
    at = data.get("at")
    return at.timestamp() if isinstance(at, datetime) else 0.0


def removed_entries(ours: Index, base: Index, outside: Index) -> list[Entry]:
    """Return the entries that others removed and that will be written again."""
    return [entry for key, entry in ours.items() if key in base and key not in outside]
