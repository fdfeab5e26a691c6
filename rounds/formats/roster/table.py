"""Reads a roster from a spreadsheet: CSV or TSV in, people out, and a report of the rest.

Nobody has to prepare the file: the encoding, the delimiter, a title above the headings and the
words of the headings are recognised. Nothing is dropped without a remark.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

from rounds.domain.errors import InputError
from rounds.domain.sentence import counted, sentence
from rounds.formats.roster.cells import Line, rows_of
from rounds.formats.roster.columns import NAMES, fields_of, heading_row, with_sides
from rounds.formats.roster.encoding import decoded
from rounds.formats.roster.people import marked_absent, people_from
from rounds.formats.roster.reading import Column, Doubt, RosterReading
from rounds.formats.roster.row import Row


def read(data: bytes) -> RosterReading:
    """Return the people of a roster; InputError if there is nobody in it."""
    try:
        rows = rows_of(decoded(data))
    except csv.Error as wrong:
        raise InputError("This roster is not a table: {reason}.", reason=str(wrong)) from wrong
    if not rows:
        raise InputError("This roster is empty: it needs one line per person.")
    doubts: list[Doubt] = []
    heading = heading_row(rows)
    if heading is None:
        fields, rows_below = _without_headings(rows, doubts)
    else:
        line, cells = rows[heading]
        if heading:
            above = counted(
                "{count} line above the headings was left out.",
                "{count} lines above the headings were left out.",
                heading,
            )
            doubts.append(Doubt(line, above))
        fields, rows_below = fields_of(cells), rows[heading + 1 :]
        if not NAMES & set(fields):
            raise InputError(
                "No column holds names (line {line} has: {headings}). "
                'Call one of them "name" or 氏名.',
                line=line,
                headings=[cell for cell in cells if cell],
            )
        fields = with_sides(fields, rows_below)
    found = [_row(line, cells, fields) for line, cells in rows_below]
    taken, left_out, more = people_from(found)
    if not taken and any(map(marked_absent, found)):
        raise InputError("Everybody on this roster is marked absent.")
    if not taken:
        raise InputError("This roster has no people: there is no line below the headings.")
    headings = rows[heading][1] if heading is not None else []
    columns = [Column(cell, each) for cell, each in zip(headings, fields, strict=False) if cell]
    return RosterReading(tuple(taken), tuple(left_out), (*doubts, *more), tuple(columns))


def _without_headings(rows: list[Line], doubts: list[Doubt]) -> tuple[list[str | None], list[Line]]:
    widest = max(len(cells) for _line, cells in rows)
    if widest > 1:
        said = sentence(
            "There are no headings, so only the first column was read, as names. "
            "A first line such as name,company,industry says what the others are."
        )
        doubts.append(Doubt(0, said))
    return ["name", *[None] * (widest - 1)], rows


def _row(line: int, cells: Sequence[str], fields: Sequence[str | None]) -> Row:
    values = {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell}
    return Row(line, values, anything=any(cells))
