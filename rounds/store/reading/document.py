"""What the bytes of an event file hold as TOML, before anything is checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rounds.domain.event import RECORD
from rounds.domain.sentence import sentence
from rounds.store.errors.file_error import WrongFile
from rounds.store.errors.report import Report
from rounds.store.errors.toml_errors import another_kind, encoding_problem, toml_problem
from rounds.store.format.parts import Parts, parsed, read_toml, split
from rounds.store.reading.text_limits import refuse_if_costly

TABLES = ("event", "participants", *RECORD)
"""The tables that an event is made of."""


@dataclass(frozen=True)
class Document:
    """The two parts of an event file: they are read apart, as they are written."""

    raw: bytes
    parts: Parts
    host: Mapping[str, Any]
    record: Mapping[str, Any]

    @cached_property
    def whole(self) -> dict[str, Any]:
        """Both parts as one; a list of tables goes on from the host's part into the record."""
        whole = dict(self.host)
        for name, value in self.record.items():
            if isinstance(value, list) and isinstance(whole.get(name), list):
                whole[name] = [*whole[name], *value]
            else:
                whole.setdefault(name, value)
        return whole

    @property
    def event(self) -> dict[str, Any]:
        """What an event is made of."""
        return {name: value for name, value in self.whole.items() if name in TABLES}

    @property
    def carried(self) -> dict[str, Any]:
        """What the record holds besides the record's own entries: it is kept as it is."""
        return {name: value for name, value in self.record.items() if name not in RECORD}

    def report(self, shown: str) -> Report:
        """Return a report on this file, which the host named `shown`."""
        return Report(shown, self.raw, self.whole)


def read_document(raw: bytes, shown: str) -> Document:
    """Return what a file holds; raises `InputError` where it is no TOML, or far too long."""
    if other := another_kind(shown, raw):
        raise other
    if wrong := encoding_problem(shown, raw):
        raise WrongFile([wrong])
    refuse_if_costly(raw, shown)
    parts = split(raw)
    try:
        return Document(raw, parts, read_toml(parts.host + parts.head), read_toml(parts.record))
    except tomllib.TOMLDecodeError:
        text = raw.decode("utf-8-sig")
    try:
        whole = parsed(text)
    except tomllib.TOMLDecodeError as fault:
        raise WrongFile([toml_problem(shown, text, fault)]) from None
    message = sentence("only blocks [[...]] may appear below the marker line")
    Report(shown, raw, whole).stop([((), message, None)])
