"""What is hidden in a workbook, by hand or by a filter; the reader of workbooks is silent about it.

The parts are searched, not parsed: what is packed otherwise than programs for spreadsheets do
counts as visible.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from html import unescape

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ROW = re.compile(r"<(?:\w+:)?row\s[^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*>")
_COLUMNS = re.compile(r"<(?:\w+:)?col\s[^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*>")
_MOST_COLUMNS = 16_384
"""How many columns a sheet can have."""


@dataclass(frozen=True)
class Hidden:
    """The numbers of the rows and columns of a sheet that are hidden, counted from 1."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def hidden_parts(book: zipfile.ZipFile) -> dict[str, Hidden]:
    """Return what is hidden in each sheet, by the name of the sheet."""
    parts = set(book.namelist())
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in parts:
        return {}
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))[1:]
        for each in _attributes(_RELATION, _text(book, relations))
    }
    found = {}
    for sheet in _attributes(_SHEET, _text(book, "xl/workbook.xml")):
        relation = next((value for name, value in sheet.items() if name.endswith(":id")), "")
        if (part := targets.get(relation, "")) in parts:
            text = _text(book, part)
            rows = (row.get("r", "") for row in _attributes(_ROW, text))
            found[sheet.get("name", "")] = Hidden(
                frozenset(int(row) for row in rows if row.isdecimal()),
                frozenset(column for each in _attributes(_COLUMNS, text) for column in _span(each)),
            )
    return found


def _span(columns: dict[str, str]) -> range:
    """Return the columns from the first to the last of an entry."""
    first, last = columns.get("min", ""), columns.get("max", "")
    if not (first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(int(first), min(int(last), _MOST_COLUMNS) + 1)


def _attributes(tag: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [
        {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(found)}
        for found in tag.findall(text)
    ]


def _text(book: zipfile.ZipFile, part: str) -> str:
    return book.read(part).decode("utf-8", "replace")
