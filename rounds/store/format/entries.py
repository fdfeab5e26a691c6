"""Writing the entries of the record as text.

Every entry is a block of its own, `[[kind]]` and its keys. TOML values are quoted by tomli-w;
the layout is ours, and every block is read back before it is accepted.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import tomli_w

from rounds.domain.event import RECORD, Event
from rounds.domain.identity import Identity, distinct, identity
from rounds.domain.values import Value
from rounds.store.format.parts import MARKER_START

_FIRST = {
    "notes": (
        *("round", "by", "about", "at", "stage", "reply", "reply_by", "answered_on"),
        *("next_step", "next_step_on", "done_on"),
    ),
    "rounds": ("number", "started_at", "ended_at", "minutes", "listens_first"),
    "plan": ("number", "started_at", "ended_at", "minutes", "listens_first"),
}
_LAST = {"notes": ("purpose", "can_do", "text"), "walk_ins": ("joined_at",)}
_ALWAYS = {"rounds": ("listens_first",), "plan": ("listens_first",)}
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_TEXT = re.compile(r'[^\x00-\x1f"\\\x7f]*')


class Unprovable(Exception):
    """A block does not read back as what was to be written."""


class Entry:
    """An entry with its identity and its text in the file."""

    __slots__ = ("key", "kind", "text", "value")

    def __init__(self, kind: str, key: Identity, value: Value, text: str) -> None:
        self.kind = kind
        self.key = key
        self.value = value
        self.text = text


Index = dict[Identity, Entry]


@dataclass(frozen=True)
class _Entries:
    """The entries of one kind: by the address of their values, and by their identities."""

    values: tuple[Value, ...] = ()
    known: dict[int, Entry] = field(default_factory=dict)
    index: Index = field(default_factory=dict)

    def of(self, kind: str, values: tuple[Value, ...], fresh: list[Entry]) -> _Entries:
        """Return the entries of later values; new ones, still without text, go into `fresh`."""
        if values is self.values:
            return self
        # A known entry holds its value, so no other value can be at that address.
        new = {
            id(value): Entry(kind, identity(kind, value), value, "")
            for value in values
            if id(value) not in self.known
        }
        fresh += new.values()
        known = {at: new.get(at) or self.known[at] for at in map(id, values)}
        index = {entry.key: entry for entry in known.values()}
        if len(index) < len(values):  # twins
            index = {}
            for value in values:
                entry = known[id(value)]
                index[distinct(entry.key, index)] = entry
        return _Entries(values, known, index)


class EntryCache:
    """Turns entries into text once: an entry that did not change keeps its text."""

    def __init__(self) -> None:
        self._kinds = {kind: _Entries() for kind in RECORD}

    def entries_of(self, event: Event) -> Index:
        """Return all entries of an event by their identities, in the order of the file.

        Entries with the same identity are numbered, so that none of them is lost.
        """
        fresh: list[Entry] = []
        kinds = {
            kind: known.of(kind, getattr(event, kind), fresh) for kind, known in self._kinds.items()
        }
        _render(fresh)
        self._kinds = kinds  # only now: an entry without text must never be taken for known
        found: Index = {}
        for entries in kinds.values():
            found.update(entries.index)
        return found


def _render(entries: list[Entry]) -> None:
    """Fill in the texts; all are read back together, and one by one only if that fails."""
    data = [as_data(entry.kind, entry.value) for entry in entries]
    for entry, fields in zip(entries, data, strict=True):
        entry.text = _lay_out(entry.kind, fields, several_lines=True)
    if entries and not _reads_back(
        "".join(entry.text for entry in entries),
        [(entry.kind, fields) for entry, fields in zip(entries, data, strict=True)],
    ):
        for entry, fields in zip(entries, data, strict=True):
            entry.text = block(entry.kind, fields)


def as_data(kind: str, entry: Value) -> dict[str, Any]:
    """Return an entry as TOML values: only what differs from its default, times to the second."""
    dumped = entry.data(whole=False)
    for name in _ALWAYS.get(kind, ()):
        dumped.setdefault(name, getattr(entry, name))
    first, last = _FIRST.get(kind, ()), _LAST.get(kind, ())
    order = [name for name in first if name in dumped]
    order += [name for name in dumped if name not in first and name not in last]
    order += [name for name in last if name in dumped]
    fields = {name: _storable(dumped[name]) for name in order}
    return {name: value for name, value in fields.items() if value is not None}


def _storable(value: Any) -> Any:
    """Return a value as TOML can hold it; characters that are no Unicode are marked."""
    if isinstance(value, str):
        return re.sub(r"[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, bool | int) or value is None:
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime):
        offset = value.utcoffset()
        if offset is not None and offset.total_seconds() % 60:  # TOML knows whole minutes only
            value = value.astimezone(UTC)
        return value.replace(microsecond=0)
    if isinstance(value, time):
        return value.replace(microsecond=0, tzinfo=None)
    if isinstance(value, date):
        return value
    if isinstance(value, Mapping):
        fields = {_storable(str(name)): _storable(each) for name, each in value.items()}
        return {name: each for name, each in fields.items() if each is not None}
    if isinstance(value, Iterable):
        return [_storable(each) for each in value if each is not None]
    return _storable(str(value))


def block(kind: str, fields: Mapping[str, Any]) -> str:
    """Return one `[[kind]]` entry as text that reads back as the same values."""
    for several_lines in (True, False):
        text = _lay_out(kind, fields, several_lines=several_lines)
        if _reads_back(text, [(kind, fields)]):
            return text
    raise Unprovable(f"[[{kind}]] {fields!r}")


def lay_out_blocks(blocks: Mapping[str, Any]) -> str:
    """Return blocks that Rounds did not make as text, people last; their values are kept."""
    text = ""
    for name in sorted(blocks, key=lambda name: name == "participants"):
        value = blocks[name]
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            text += "".join(block(name, fields) for fields in value)
        elif isinstance(value, dict):
            text += tomli_w.dumps({name: value}) + "\n"
    return text


def _reads_back(text: str, expected: list[tuple[str, Mapping[str, Any]]]) -> bool:
    wanted: dict[str, list[Mapping[str, Any]]] = {}
    for kind, fields in expected:
        wanted.setdefault(kind, []).append(fields)
    try:
        text.encode()
        return tomllib.loads(text) == wanted
    except ValueError:
        return False


def _lay_out(kind: str, fields: Mapping[str, Any], *, several_lines: bool) -> str:
    rows = [f"[[{_name(kind)}]]"]
    for name, value in fields.items():
        if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            rows += [f"{_name(name)} = [", *(f"    {_value(each)}," for each in value), "]"]
        elif isinstance(value, str) and several_lines and "\n" in value and _harmless(value):
            rows.append(tomli_w.dumps({name: value}, multiline_strings=True)[:-1])
        else:
            rows.append(f"{_name(name)} = {_value(value)}")
    return "\n".join(rows) + "\n\n"


def _harmless(text: str) -> bool:
    """Return whether no line of a text looks like a part of the file's own layout."""
    return not any(line.lstrip().startswith(("[", MARKER_START)) for line in text.split("\n"))


def _name(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) else tomli_w.dumps({name: 0})[:-5]


def _value(value: Any) -> str:
    """Return a value on one line; tomli-w alone would spread lists over several."""
    if isinstance(value, str) and _PLAIN_TEXT.fullmatch(value):
        return f'"{value}"'
    if isinstance(value, dict):
        inside = ", ".join(f"{_name(name)} = {_value(each)}" for name, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return tomli_w.dumps({"v": value})[4:-1]
