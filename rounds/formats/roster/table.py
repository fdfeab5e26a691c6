"""A roster from a spreadsheet: CSV or TSV in, people out, and a report of the rest.

Nobody should have to prepare the file: the encoding, the delimiter, a title above the
headings and the headings' own words are found out. Nothing is dropped without being told.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.encoding import decoded
from rounds.formats.roster.headings import guess, meaning
from rounds.formats.roster.people import Row, marked_absent, people_from
from rounds.text.fold import fold

_DELIMITERS = "\t,;"
_TITLE_LINES = 10
"""How many lines may stand above the headings."""

_NAMES = frozenset({"name", "given", "family"})
_SURE = frozenset({"name", "氏名", "お名前", "名前", "参加者名"})


@dataclass(frozen=True)
class Roster:
    """People as the event file writes them, and what the host should know about the reading.

    `understood` are (heading, field), `ignored` the headings of columns that mean nothing here.
    """

    people: tuple[dict[str, object], ...]
    understood: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    remarks: tuple[Sentence, ...] = ()


def read(data: bytes) -> Roster:
    """Return the people of a roster; InputError where there is nobody in it."""
    try:
        rows = _rows(decoded(data))
    except csv.Error as wrong:
        raise InputError("This roster is not a table: {reason}.", reason=str(wrong)) from wrong
    if not rows:
        raise InputError("This roster is empty: it needs one line per person.")
    remarks: list[Sentence] = []
    heading = _heading(rows)
    if heading is None:
        fields, rows_below = _without_headings(rows, remarks)
    else:
        line, cells = rows[heading]
        if heading:
            remarks.append(
                counted(
                    "{count} line above the headings was left out.",
                    "{count} lines above the headings were left out.",
                    heading,
                )
            )
        fields, rows_below = _fields(cells), rows[heading + 1 :]
        if not _NAMES & set(fields):
            raise InputError(
                "No column holds names (line {line} has: {headings}). "
                'Call one of them "name" or 氏名.',
                line=line,
                headings=[cell for cell in cells if cell],
            )
        fields = _with_sides(fields, rows_below)
    found = [_row(line, cells, fields) for line, cells in rows_below]
    people, said = people_from(found)
    if not people and any(map(marked_absent, found)):
        raise InputError("Everybody on this roster is marked absent.")
    if not people:
        raise InputError("This roster names nobody: below the headings there is no line.")
    headings = rows[heading][1] if heading is not None else []
    used = [(cell, field) for cell, field in zip(headings, fields, strict=False) if field and cell]
    ignored = [cell for cell, field in zip(headings, fields, strict=False) if not field and cell]
    return Roster(tuple(people), tuple(used), tuple(ignored), (*remarks, *said))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return (line number, cells) of every line that holds anything."""
    top, _break, rest = text.partition("\n")
    hint = top.strip().lower() in {"sep=,", "sep=;", "sep="}  # Excel's; found out anyway
    first, body = (1, rest) if hint else (0, text)
    delimiter = max(_DELIMITERS, key=lambda each: _columns(body, each))
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


def _heading(rows: Sequence[tuple[int, list[str]]]) -> int | None:
    """Return which row holds the headings: the one with most known words, names among them."""
    top = [cells for _line, cells in rows[:_TITLE_LINES]]
    known = [[field for cell in cells if (field := meaning(cell))] for cells in top]
    named = [
        place
        for place, (cells, fields) in enumerate(zip(top, known, strict=True))
        if _NAMES & set(fields)
        # below the first line a single known word may be a person called "Guest"
        and (place == 0 or len(fields) > 1 or any(fold(cell) in _SURE for cell in cells))
    ]
    if named:
        return max(named, key=lambda place: (len(known[place]), -place))
    for place, cells in enumerate(top):
        if "name" in {guess(cell) for cell in cells}:
            return place
    return 0 if len(known[0]) > 1 else None


def _fields(headings: Sequence[str]) -> list[str | None]:
    """Return the field of each column; a field belongs to the first column that names it."""
    fields = _first_only([meaning(heading) for heading in headings], taken=set())
    guesses = [
        None if field else guess(heading) for field, heading in zip(fields, headings, strict=True)
    ]
    guessed = _first_only(guesses, taken={field for field in fields if field})
    fields = [field or other for field, other in zip(fields, guessed, strict=True)]
    if "family" in fields and "name" in fields and "given" not in fields:
        # "Name, Surname": there the name is the given one
        fields[fields.index("name")] = "given"
    return fields


def _with_sides(
    fields: Sequence[str | None], rows: Sequence[tuple[int, list[str]]]
) -> list[str | None]:
    """Return the fields with a column of roles as the sides, where it holds exactly two of them."""
    if "role" not in fields:
        return list(fields)
    at = fields.index("role")
    roles = {fold(cells[at]) for _line, cells in rows if at < len(cells) and cells[at]}
    sides = "side" if len(roles) == 2 and "side" not in fields else None
    return [*fields[:at], sides, *fields[at + 1 :]]


def _first_only(fields: Iterable[str | None], taken: set[str]) -> list[str | None]:
    found: list[str | None] = []
    for field in fields:
        found.append(field if field not in taken else None)
        if field:
            taken.add(field)
    return found


def _without_headings(
    rows: list[tuple[int, list[str]]], remarks: list[Sentence]
) -> tuple[list[str | None], list[tuple[int, list[str]]]]:
    widest = max(len(cells) for _line, cells in rows)
    if widest > 1:
        remarks.append(
            sentence(
                "There are no headings, so only the first column was read, as names. "
                "A first line such as name,company,industry tells what the others are."
            )
        )
    return ["name", *[None] * (widest - 1)], rows


def _row(line: int, cells: Sequence[str], fields: Sequence[str | None]) -> Row:
    values = {field: cell for field, cell in zip(fields, cells, strict=False) if field and cell}
    return Row(line, values, anything=any(cells))
