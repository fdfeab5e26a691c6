"""Reads the sheets of an .xlsx workbook as rows of text."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time

from rounds.domain.errors import InputError
from rounds.formats.roster.file.cells import tidy
from rounds.formats.roster.file.hidden import Hidden, hidden_parts
from rounds.formats.roster.people.row import Line

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LARGEST = 60_000_000
"""How many bytes the parts of a workbook may have when they are unpacked."""

_MOST_CELLS = 2_000_000
"""How many cells the area from the first cell to the last may have."""

_WRONG_ARCHIVES = (
    *(zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, EOFError),
    *(OSError, ValueError, OverflowError, NotImplementedError, RuntimeError),
)
"""What the standard library raises for archives that are cut, changed or packed otherwise."""

_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")


@dataclass(frozen=True)
class Sheet:
    """A visible sheet that holds anything: its name, its rows, and what is hidden in it."""

    name: str
    rows: list[Line]
    hidden: Hidden


def is_workbook(data: bytes) -> bool:
    """Return whether these bytes are a workbook, or another document of an office program."""
    return data.startswith((_ZIP, _OLD))


def sheets_of(data: bytes) -> list[Sheet]:
    """Return the visible sheets in their order; InputError if the workbook cannot be read."""
    hidden = _checked(data)
    # Loaded only now: no other command needs it.
    from python_calamine import CalamineError, SheetVisibleEnum, load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        shown = [
            each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible
        ]
        sheets = []
        for name in shown:
            sheet = book.get_sheet_by_name(name)
            cells = [[_text(cell) for cell in row] for row in sheet.to_python(False)]
            _fill_down(cells, sheet.merged_cell_ranges or [])
            rows = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
            if rows:
                sheets.append(Sheet(name, rows, hidden.get(name, Hidden())))
    except (CalamineError, ValueError, OSError):
        raise _damaged() from None
    return sheets


def _checked(data: bytes) -> dict[str, Hidden]:
    """Return what is hidden in each sheet.

    InputError for what is no workbook, and for one that would take all memory.
    """
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise InputError(
                "This workbook is protected by a password: save it without one, or as CSV."
            )
        raise InputError("This is an old workbook (.xls): save it as .xlsx or CSV.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if "xl/workbook.xml" not in packed.namelist():
                raise InputError("This is not an .xlsx workbook: save it as .xlsx or CSV.")
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise InputError("This workbook is far too large: save the roster alone as CSV.")
            for name in packed.namelist():
                if name.endswith(".xml"):
                    _refuse_far_cells(packed.read(name))
            return hidden_parts(packed)
    except _WRONG_ARCHIVES:
        raise _damaged() from None


def _refuse_far_cells(part: bytes) -> None:
    """Raise InputError if the cells of a sheet are so far apart that the area is huge."""
    widest = lowest = 1
    for column, row in _CELL.findall(part):
        widest = max(widest, _number(column))
        lowest = max(lowest, int(row))
    if widest * lowest > _MOST_CELLS:
        raise InputError(
            "This workbook has a cell far from the roster (row {row}): delete it, or save the "
            "roster "
            "as CSV.",
            row=lowest,
        )


def _number(column: bytes) -> int:
    found = 0
    for letter in column:
        found = found * 26 + letter - 64
    return found


def _fill_down(
    cells: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """Write what stands in cells that were merged downward into each of them."""
    for (top, left), (bottom, right) in merged:
        if left == right and top < len(cells):
            for row in cells[top + 1 : bottom + 1]:
                row[left] = cells[top][left]


def _text(value: object) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.15g}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case _:
            return tidy(str(value))


def _damaged() -> InputError:
    return InputError("This workbook is damaged: open it in Excel and save it again, or as CSV.")
