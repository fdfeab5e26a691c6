"""Decodes the bytes of a spreadsheet, whatever program saved them.

Excel in Japan saves CP932, Excel elsewhere Windows-1252, its "Unicode text" is UTF-16, and
everybody else writes UTF-8.
"""

from __future__ import annotations

import codecs

from rounds.domain.errors import InputError


def decoded(data: bytes) -> str:
    """Return the text without a byte order mark; InputError if it is not text."""
    if data[:4] == b"PK\x03\x04" or data[:4] == b"\xd0\xcf\x11\xe0":
        raise InputError(
            "This is a workbook, not a table of text: save it as CSV in the spreadsheet program."
        )
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding)
    if 0 in data:  # UTF-16 without a mark: the zeros of its line breaks and commas tell which
        text = _strict(data, "utf-16-be" if data[::2].count(0) else "utf-16-le")
        if "\0" in text:
            raise _not_text()
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    encodings = ("cp932", "cp1252") if _looks_japanese(data) else ("cp1252", "cp932")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_text()


def _looks_japanese(data: bytes) -> bool:
    """Return whether the bytes above ASCII are those that begin kana and kanji in CP932.

    Western letters with accents sit at C0 to FF, kana and the common kanji begin with 81 to 9F.
    """
    leads = accents = place = 0
    while place < len(data):
        byte = data[place]
        if 0x81 <= byte <= 0x9F:
            leads += 1
            place += 1  # what follows belongs to it
        elif byte >= 0xC0:
            accents += 1
        place += 1
    return leads >= accents


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as wrong:
        raise _not_text() from wrong


def _not_text() -> InputError:
    return InputError(
        'The text of this roster cannot be read: save it as "CSV UTF-8" in the spreadsheet program.'
    )
