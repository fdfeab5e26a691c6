"""Splits the text of a table into rows of cells, whatever its delimiter is."""

from __future__ import annotations

import csv
import html
import io
import re
import unicodedata

from rounds.domain.errors import InputError
from rounds.formats.roster.people.row import Line

_DELIMITERS = "\t,;"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_FORMULA_TEXT = re.compile(r'=\s*"(.*)"')
_LINK = re.compile(r'=\s*HYPERLINK\([^,;]*[,;]\s*"(.*)"\s*\)', re.IGNORECASE)
_OPENS_AS_FORMULA = re.compile(r'(^|[\t,;])="', re.MULTILINE)
_APOSTROPHE = re.compile(r"['\u2019](?![tsn]\b)(?=[\w=+@-])", re.IGNORECASE)
"""Spreadsheets put it before text; Dutch names such as 't Hooft begin with one."""


def rows_of(text: str) -> list[Line]:
    """Return every row that holds anything.

    `csv.Error` if the text is not a table, `InputError` if a quote is never closed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    top, _break, rest = text.partition("\n")
    hint = top.strip().lower() in {"sep=,", "sep=;", "sep="}  # Excel's; not needed
    first, body = (1, rest) if hint else (0, text)
    body = _OPENS_AS_FORMULA.sub(r'\1"', body)
    delimiter = max(_DELIMITERS, key=lambda sign: _columns(body, sign))
    rows = []
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    begin = first + 1
    for cells in reader:
        tidied = [tidy(cell) for cell in cells]
        if any(tidied):
            rows.append((begin, tidied))
        begin, row = first + reader.line_num + 1, begin
    if body.count('"') % 2 and rows and _never_closed(body, delimiter):
        raise InputError(
            "Row {row}: a quote opens and is never closed. Delete it, or write two.", row=row
        )
    return rows


def tidy(cell: str) -> str:
    """Return the text of a cell in one line, as a person would have typed it.

    Gone are control characters, the codes of web pages (`&amp;`), and what spreadsheets write so
    that a cell stays text (`="..."`, an apostrophe in front).
    """
    for _time in range(2):  # "&amp;#039;" was encoded twice
        cell = _ENTITY.sub(lambda found: html.unescape(found[0]), cell)
    kept = (" " if c in "\r\n\t\u3000\xa0" else c for c in cell)
    text = "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cs"})
    text = " ".join(unicodedata.normalize("NFC", text).replace("\ufeff", "").split())
    if found := _FORMULA_TEXT.fullmatch(text) or _LINK.fullmatch(text):
        text = found[1].replace('""', '"')
    if _APOSTROPHE.match(text):
        text = text[1:].removesuffix("'") if text[1:].count("'") == 1 else text[1:]
    return text.strip()


def _columns(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many lines share the most common number of columns, and that number."""
    counts = [
        len(cells)
        for _n, cells in zip(
            range(30), csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), strict=False
        )
        if any(cell.strip() for cell in cells)
    ]
    several = [count for count in counts if count > 1]
    if not several:
        return (0, 0)
    common = max(set(several), key=several.count)
    return (several.count(common), common)


def _never_closed(text: str, delimiter: str) -> bool:
    try:
        for _cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as fault:
        return "unexpected end of data" in str(fault)
    return False
