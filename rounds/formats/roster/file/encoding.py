"""Decodes the bytes of a spreadsheet, whatever program saved them.

Excel saves in the encoding of its country (CP932 in Japan, Windows-1252 in the West), an old
Excel for Mac in MacRoman, its "Unicode text" is UTF-16, and everybody else writes UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rounds.domain.errors import InputError
from rounds.formats.roster.columns.headings import meaning

_COMMON = {
    "cp932": (0x88, 0x97),
    "cp949": (0xB0, 0xC8),
    "gb18030": (0xB0, 0xD7),
    "big5": (0xA4, 0xC6),
    "euc_jp": (0xB0, 0xCF),
}
"""The first bytes of the common characters in each encoding of the East."""

_JAPANESE = ("cp932", "euc_jp")
_WESTERN = ("cp1252", "mac_roman")
_ACCENTED = frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüýßšžčćęąłńśźżőűřě")
_LETTERS = re.compile(r"[a-z]", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """The text of a list; `sure` is False if its encoding was guessed and may be another."""

    text: str
    sure: bool = True


def decoded(data: bytes) -> Decoded:
    """Return the text without a byte order mark; InputError if it is not text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return Decoded(_strict(data, encoding))
    if 0 in data:  # UTF-16 without a mark: the zeros of its line breaks and commas tell which
        text = _strict(data, "utf-16-be" if data[::2].count(0) else "utf-16-le")
        if "\0" in text:
            raise _not_text()
        return Decoded(text)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    found = []
    for encoding in (*_COMMON, *_WESTERN):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_known_headings(text), _likeness(text, encoding), text))
    if not found:
        raise _not_text()
    headings, likeness, text = max(found, key=lambda each: each[:2])
    return Decoded(text, sure=headings > 0 or likeness > 0.3)


def _known_headings(text: str) -> int:
    """Return how many headings in letters beyond ASCII have a meaning."""
    cells = re.split(r"[\t,;\r\n\"]", text[:2000])
    return sum(not cell.isascii() and meaning(cell) is not None for cell in cells[:60])


def _likeness(text: str, encoding: str) -> float:
    """Return how much decoded text looks like writing, from -1 to 1."""
    marks = [*(_western(text) if encoding in _WESTERN else _eastern(text, encoding))]
    return sum(marks) / len(marks) if marks else 0


def _western(text: str) -> Iterator[float]:
    """Yield a mark for every letter with an accent: it stands among plain letters, mostly small."""
    for before, c, after in _neighbours(text):
        beside = bool(_LETTERS.match(before) or _LETTERS.match(after))
        if c == "\u2019":
            yield 1 if _LETTERS.match(before) else 0
        elif c.lower() not in _ACCENTED:
            yield -1 if _LETTERS.match(before) or _LETTERS.match(after) else 0
        elif c.isupper():
            yield -1 if before.islower() else 0.5 if beside else 0
        else:
            yield 1 if beside else -0.5


def _eastern(text: str, encoding: str) -> Iterator[float]:
    """Yield a mark for every letter of the East: it is a common one, and not in a Latin word."""
    low, high = _COMMON[encoding]
    for before, c, after in _neighbours(text):
        first = c.encode(encoding)[0]
        kana = "\u3040" <= c <= "\u30ff"
        if "a" <= before <= "z" or "a" <= after <= "z":
            yield -1
        elif "\uff61" <= c <= "\uff9f":
            yield 0.5 if "\uff61" <= before <= "\uff9f" or "\uff61" <= after <= "\uff9f" else -1
        elif kana:
            yield 1 if encoding in _JAPANESE else -0.5
        elif low <= first <= high:
            yield 1.2 if encoding == "cp949" else 1  # nothing else turns into Hangul throughout
        else:
            yield 0.5 if "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uff5e" else -0.5


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    around = f" {text[:20_000]} "
    for place in range(1, len(around) - 1):
        if not around[place].isascii():
            yield around[place - 1], around[place], around[place + 1]


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as wrong:
        raise _not_text() from wrong


def _not_text() -> InputError:
    return InputError(
        'The text of this roster cannot be read: save it as "CSV UTF-8" in the spreadsheet program.'
    )
