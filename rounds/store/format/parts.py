"""Dividing an event file into the host's part, the marker line and the record below it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from itertools import islice
from typing import Any, NamedTuple

from rounds.domain.event import RECORD

MARKER_START = "# ======== RECORD"
MARKERS = {
    "en": MARKER_START
    + " ======== kept by Rounds: write above this line; below it, Rounds writes.",
    "ja": MARKER_START + " ======== この行より上に書いてください。下は Rounds が書きます。",
}

TOO_DEEP = "Lists within lists"
"""The beginning of the error message for values that are nested too deeply."""

TOO_LARGE = "A number"
"""The beginning of the error message for a number that no TOML file may hold."""

_LOOKED_AT = {dict, list, int}
"""What the parser makes that may be too deep or too large."""

_BITS = 63
"""The longest whole number: TOML guarantees no more."""

_BOM = b"\xef\xbb\xbf"
_CANDIDATES = 10
"""How many lines are tried as the beginning of the record: `[[notes]]` may be a line of a text."""

_DEEPEST = 50
"""How deeply lists and tables may be nested; much deeper ones cannot be written again."""

_MARKER = re.compile(rb"^(?:\xef\xbb\xbf)?" + MARKER_START.encode() + rb"[^\n]*(?:\n|\Z)", re.M)
_HEADER = re.compile(rb"^[ \t]*\[", re.M)
_OURS = re.compile(
    rb"^[ \t]*\[\[[ \t]*(?:" + "|".join(RECORD).encode() + rb")[ \t]*\]\]",
    re.M,
)
_HOSTS = re.compile(rb"^[ \t]*\[\[?[ \t]*(?:event|participants)[ \t]*[.\]]", re.M)
_NAME = re.compile(rb"^[ \t]*\[+[ \t]*([A-Za-z0-9_-]+)", re.M)


class Parts(NamedTuple):
    """An event file in pieces, which put together are the file, byte for byte.

    `head` is what stands below the marker before the first entry (to TOML it still belongs
    to the host's last table), `record` begins with the first entry. `misplaced` says that the
    marker line is in the wrong place in the file; the pieces are then divided as they should be.
    """

    host: bytes
    marker: bytes = b""
    head: bytes = b""
    record: bytes = b""
    misplaced: bool = False

    @property
    def raw(self) -> bytes:
        """The whole file."""
        return self.host + self.marker + self.head + self.record


def split(raw: bytes) -> Parts:
    """Return the pieces of a file, also of one whose marker line was deleted."""
    marker = _MARKER.search(raw)
    if marker is None:
        return _without_marker(raw)
    rest = raw[marker.end() :]
    first = _HEADER.search(rest)
    cut = len(rest) if first is None else first.start()
    parts = Parts(raw[: marker.start()], marker.group(), rest[:cut], rest[cut:])
    return _put_right(parts) or parts


def _put_right(parts: Parts) -> Parts | None:
    """Return the pieces as they should be if the marker line is not between the two parts.

    Return None if it is, and if it is not certain which blocks belong to which part.
    """
    ours, hosts = _OURS.search(parts.record), _HOSTS.search(parts.record)
    too_high = hosts is not None and (ours is None or hosts.start() < ours.start())
    if not too_high and not _OURS.search(parts.host):
        return None
    whole, marker = parts.host + parts.head + parts.record, parts.marker
    if marker.startswith(_BOM):
        whole, marker = _BOM + whole, marker.removeprefix(_BOM)
    starts = [found.start() for found in islice(_OURS.finditer(whole), _CANDIDATES)]
    for start in starts or [len(whole)]:
        host, record = whole[:start], whole[start:]
        if readable(host) and _only_entries(record):
            return Parts(host, marker, record=record, misplaced=True)
    return None


def _only_entries(raw: bytes) -> bool:
    """Return whether these bytes hold entries of the record and nothing else."""
    try:
        doc = read_toml(raw)
    except ValueError:
        return False
    return all(name in RECORD and isinstance(doc[name], list) for name in doc)


def _without_marker(raw: bytes) -> Parts:
    starts = [found.start() for found in islice(_OURS.finditer(raw), _CANDIDATES)]
    for start in starts:
        if b"event" in _NAME.findall(raw, start):
            break  # the host wrote this entry among the settings
        if readable(raw[:start]):  # otherwise the line is part of a text of several lines
            return Parts(raw[:start], record=raw[start:])
    return Parts(raw)


def read_toml(raw: bytes) -> dict[str, Any]:
    """Return what TOML bytes hold."""
    return parsed(file_text(raw))


def file_text(raw: bytes) -> str:
    """Return the bytes as the text that is parsed: a letter and its accent are one (NFC)."""
    return unicodedata.normalize("NFC", raw.decode("utf-8-sig"))


def parsed(text: str) -> dict[str, Any]:
    """Return what a TOML text holds; what could not be written again counts as invalid, too."""
    try:
        doc = tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError(TOO_DEEP) from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # more digits than Python reads as a number, or a day that is none
        raise tomllib.TOMLDecodeError(TOO_LARGE) from None
    level: list[Any] = [doc]
    for _depth in range(_DEEPEST):
        inside = [
            inner
            for each in level
            for inner in (each.values() if type(each) is dict else each)
            if type(inner) in _LOOKED_AT
        ]
        if any(type(each) is int and each.bit_length() > _BITS for each in inside):
            raise tomllib.TOMLDecodeError(TOO_LARGE)
        level = [each for each in inside if type(each) is not int]
    if level:
        raise tomllib.TOMLDecodeError(TOO_DEEP)
    return doc


def readable(raw: bytes) -> bool:
    """Return whether these bytes are valid TOML."""
    try:
        read_toml(raw)
    except ValueError:
        return False
    return True


def line_end(host: bytes) -> bytes:
    """Return the line ending that the host's editor uses."""
    return b"\r\n" if host.count(b"\r\n") * 2 > host.count(b"\n") else b"\n"


def compose(parts: Parts, record: str, language: str) -> bytes:
    """Return the file with a new record; the host's part and an existing marker line stay."""
    if not record and not parts.marker:
        return parts.host
    end = line_end(parts.host)
    host = parts.host
    marker = parts.marker.rstrip(b"\r\n")
    if host and not host.endswith(b"\n"):
        host += end
    if not marker:
        if host and not host.endswith((b"\n\n", b"\n\r\n")):
            host += end
        marker = MARKERS[language].encode()
    head = parts.head.strip(b"\r\n")
    body = record.encode()
    if end != b"\n":
        body = body.replace(b"\n", end)
    return b"".join(
        (host, marker, end, *((head, end) if head.strip() else ()), *((end, body) if body else ()))
    )
