"""Splits the text of a table into rows of cells, whatever its delimiter is."""

from __future__ import annotations

import csv
import io
import unicodedata

Line = tuple[int, list[str]]
"""The number of a line in the file, counted from 1, and its cells."""

_DELIMITERS = "\t,;"


def rows_of(text: str) -> list[Line]:
    """Return every line that holds anything; csv.Error if the text is not a table."""
    top, _break, rest = text.partition("\n")
    hint = top.strip().lower() in {"sep=,", "sep=;", "sep="}  # Excel's; not needed
    first, body = (1, rest) if hint else (0, text)
    delimiter = max(_DELIMITERS, key=lambda sign: _columns(body, sign))
    rows = []
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    begin = first + 1
    for cells in reader:
        tidy = [_tidy(cell) for cell in cells]
        if any(tidy):
            rows.append((begin, tidy))
        begin = first + reader.line_num + 1
    return rows


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


def _tidy(cell: str) -> str:
    kept = (" " if c in "\r\n\t\u3000\xa0" else c for c in cell)
    text = "".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cs"})
    return " ".join(unicodedata.normalize("NFC", text).replace("\ufeff", "").split())
