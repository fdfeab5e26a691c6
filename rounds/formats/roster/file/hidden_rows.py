"""Which rows of a workbook are hidden, by hand or by a filter; the reader of workbooks is silent.

The parts are searched, not parsed: what is packed otherwise than programs for spreadsheets do
counts as visible.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from html import unescape

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ROW = re.compile(r"<(?:\w+:)?row\s[^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*>")


def hidden_rows(book: zipfile.ZipFile) -> dict[str, frozenset[int]]:
    """Return the numbers of the hidden rows of each sheet, by the name of the sheet."""
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
            rows = (row.get("r", "") for row in _attributes(_ROW, _text(book, part)))
            found[sheet.get("name", "")] = frozenset(int(row) for row in rows if row.isdecimal())
    return found


def _attributes(tag: re.Pattern[str], text: str) -> list[dict[str, str]]:
    return [
        {name: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(found)}
        for found in tag.findall(text)
    ]


def _text(book: zipfile.ZipFile, part: str) -> str:
    return book.read(part).decode("utf-8", "replace")
