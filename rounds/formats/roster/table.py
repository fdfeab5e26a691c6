"""Reads a roster from a table: bytes of a spreadsheet in, people out, and what became of the rest.

Nobody has to prepare the file: the kind, the encoding, the delimiter, a title above the headings
and the words of the headings are recognised. Nothing is dropped without being told.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import replace

from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.columns.fields import NAMES, fields_of
from rounds.formats.roster.columns.heading_row import Headings, headings_of
from rounds.formats.roster.columns.headings import Meaning, is_heading
from rounds.formats.roster.columns.numbered_people import numbered_people
from rounds.formats.roster.columns.side_by_side import side_by_side
from rounds.formats.roster.file.cells import rows_of
from rounds.formats.roster.file.encoding import decoded
from rounds.formats.roster.file.workbook import Sheet, is_workbook, sheets_of
from rounds.formats.roster.people.answers import answer, is_answer
from rounds.formats.roster.people.from_rows import people_from
from rounds.formats.roster.people.names import is_numbered, without_bullets
from rounds.formats.roster.people.row import Line, row_of
from rounds.formats.roster.reading import Column, Doubt, LeftOut, RosterReading

_UNDERSTOOD = (
    "Name, First name + Last name, 氏名, 姓 + 名, Vorname + Nachname, Nom, Nombre, Nome, Naam, "
    "이름, 姓名"
)
"""Headings that any roster may use for its names."""


class NoPeople(InputError):
    """A table in which nobody is found."""


def read(data: bytes) -> RosterReading:
    """Return what is understood of a roster: CSV, TSV, pasted text in bytes, or an .xlsx workbook.

    InputError if there is nobody in it, if no column holds names, or if somebody is to be kept
    apart from a name that is not on it.
    """
    if is_workbook(data):
        return _first_with_people(sheets_of(data))
    text = decoded(data)
    try:
        rows = rows_of(text.text)
    except csv.Error as wrong:
        raise InputError("This roster is not a table: {reason}.", reason=str(wrong)) from wrong
    if not rows:
        raise InputError("This roster is empty: it needs one row per person.")
    reading = _read_table(rows)
    if text.sure:
        return reading
    said = sentence(
        "Perhaps some letters are wrong, because the encoding of the roster was guessed. If "
        "names look "
        'strange, save it as "CSV UTF-8".'
    )
    return replace(reading, doubtful=(Doubt(0, said), *reading.doubtful))


def _first_with_people(sheets: Sequence[Sheet]) -> RosterReading:
    """Return the reading of the first sheet that has headings and people, else of any with people.

    A sheet that is called "Cancelled" or the like is read only if no other one has people.
    """
    if not sheets:
        raise InputError("This workbook has no visible sheet with anything in it.")
    faults: list[NoPeople] = []
    with_headings = [
        sheet for sheet in sheets if (top := headings_of(sheet.rows)) and top.has_names
    ]
    in_turn = dict.fromkeys(map(sheets.index, with_headings)) | dict.fromkeys(range(len(sheets)))
    for sheet in sorted(in_turn, key=lambda at: answer(sheets[at].name) in {"no", "waits"}):
        try:
            reading = _read_table(sheets[sheet].rows)
        except NoPeople as fault:
            faults.append(fault)
            continue
        hidden = sheets[sheet].hidden
        others = [each.name for at, each in enumerate(sheets) if at != sheet]
        doubts = list(reading.doubtful)
        if others:
            said = sentence(
                "The sheet {name} was read, not {others}.", name=sheets[sheet].name, others=others
            )
            doubts.insert(0, Doubt(0, said))
        if names := [each.person["name"] for each in reading.taken if each.row in hidden.rows]:
            said = sentence(
                "These people are in rows that are hidden in the workbook: {names}. If they do "
                "not come, leave them out.",
                names=names,
            )
            doubts.append(Doubt(0, said))
        used = [each for each in reading.columns if each.field]
        if headings := [each.heading for each in used if each.number in hidden.columns]:
            said = sentence(
                "These columns are hidden in the workbook and were read all the same: {headings}.",
                headings=headings,
            )
            doubts.append(Doubt(0, said))
        return replace(reading, sheet=sheets[sheet].name, doubtful=tuple(doubts))
    raise faults[0]


def _read_table(rows: list[Line]) -> RosterReading:
    doubts: list[Doubt] = []
    headings = headings_of(rows)
    if headings and (blocks := side_by_side(headings, rows)):
        rows, count = blocks
        headings = headings_of(rows)
        said = sentence("{count} lists stand side by side: all of them were read.", count=count)
        doubts.append(Doubt(0, said))
    texts, top = (headings.texts, headings.rows) if headings else (rows[0][1], 1)
    if several := numbered_people(texts, rows[top:]):
        rows, names = several
        headings = headings_of(rows)
        said = sentence("A row names several people ({headings}): all were read.", headings=names)
        doubts.append(Doubt(0, said))
    if headings is None:
        headings, rows = _single_column(rows, doubts)
    if not headings.has_names:
        raise _no_names(rows[headings.above][0], headings.texts)
    if sum(map(bool, headings.texts)) == 1 and len(headings.texts) == 1:
        rows = [(row, [", ".join(filter(None, cells))]) for row, cells in rows]
    below = rows[headings.rows :]
    fields = fields_of(headings.meanings, below)
    left_out: list[LeftOut] = []
    kept = []
    for row, cells in below:
        if _repeats(cells, headings, fields):
            left_out.append(LeftOut(row, "", sentence("the headings once more")))
        else:
            kept.append(row_of(row, cells, headings.texts, fields))
    taken, others, more = people_from(kept, len(headings.texts))
    if not taken:
        raise _nobody(others)
    if headings.above:
        above = counted(
            "{count} row above the headings was left out.",
            "{count} rows above the headings were left out.",
            headings.above,
        )
        doubts.append(Doubt(0, above))
    doubts += _unused_answers(headings.texts, fields, below)
    doubts += _unused_names(headings, fields, below)
    columns = tuple(
        Column(text, field, number)
        for number, (text, field) in enumerate(zip(headings.texts, fields, strict=True), 1)
        if text
    )
    left_out = sorted([*left_out, *others], key=lambda each: each.row)
    return RosterReading(tuple(taken), tuple(left_out), (*doubts, *more), columns)


def _single_column(rows: list[Line], doubts: list[Doubt]) -> tuple[Headings, list[Line]]:
    """Return a list of names without headings as a table; the cells of a row are one name."""
    filled = [[cell for cell in cells if cell] for _row, cells in rows]
    if len(filled) == 1 and len(filled[0]) == 1:
        filled = [re.split(r"[、，;；]", filled[0][0])]
    if len(filled) == 1 and len(filled[0]) > 2:  # one line of names
        rows, filled = [(rows[0][0], [cell]) for cell in filled[0]], [[c] for c in filled[0]]
    if sum(len(cells) > 1 for cells in filled) * 2 >= len(filled):
        raise _no_names(rows[0][0], rows[0][1])
    names = without_bullets([", ".join(cells) for cells in filled])
    first, *others = names
    if len(others) > 1 and not is_numbered(first) and all(map(is_numbered, others[:2])):
        first = names[0] = f"【{first}】"  # a title above "1. Ann Lee": in brackets it is one
    if len(others) > 1 and " " not in first and all(" " in name for name in others):
        said = sentence("{name} was taken for a person: is it the heading?", name=first)
        doubts.append(Doubt(rows[0][0], said))
    joined = [(row, [name]) for (row, _cells), name in zip(rows, names, strict=True)]
    return Headings([""], [Meaning("name")], 0), joined


def _unused_answers(
    texts: Sequence[str], fields: Sequence[str | None], rows: Sequence[Line]
) -> list[Doubt]:
    """Return a doubt about columns that are not used, and hold answers of which some are no."""
    found = []
    for at, (text, field) in enumerate(zip(texts, fields, strict=True)):
        cells = [cells[at] for _row, cells in rows if at < len(cells) and cells[at]]
        if not text or field is not None or all(cell.isdecimal() for cell in cells):
            continue
        if all(map(is_answer, cells)) and "no" in map(answer, cells):
            found.append(text)
    if not found:
        return []
    said = sentence(
        "There are answers such as no in columns that are not used: {headings}. If one of them "
        "asks who comes, call it Attendance.",
        headings=found,
    )
    return [Doubt(0, said)]


def _unused_names(
    headings: Headings, fields: Sequence[str | None], rows: Sequence[Line]
) -> list[Doubt]:
    """Return a doubt about a column of names that is not used, though one called alike is."""
    used = {text for text, field in zip(headings.texts, fields, strict=True) if field in NAMES}
    found = [
        text
        for at, (text, field) in enumerate(zip(headings.texts, fields, strict=True))
        if field is None
        and text in used
        and any(at < len(cells) and cells[at] for _row, cells in rows)
    ]
    if not found:
        return []
    said = sentence(
        "Several columns are called {headings}: only the first one was read.",
        headings=list(dict.fromkeys(found)),
    )
    return [Doubt(0, said)]


def _repeats(cells: Sequence[str], headings: Headings, fields: Sequence[str | None]) -> bool:
    """Return whether a row is the headings again, as at the top of every printed page."""
    same = [
        cell for cell, text in zip(cells, headings.texts, strict=False) if cell and cell == text
    ]
    named = [cell for cell, field in zip(cells, fields, strict=False) if field in NAMES]
    return len(same) > 1 or any(map(is_heading, named))


def _no_names(row: int, texts: Sequence[str]) -> NoPeople:
    return NoPeople(
        "No column holds names. Row {row} has: {headings}. Call the column of the names {words}.",
        row=row,
        headings=[text for text in texts if text],
        words=_UNDERSTOOD,
    )


def _nobody(left_out: Sequence[LeftOut]) -> NoPeople:
    reasons: list[Sentence] = [
        sentence("{name} (row {row}: {why})", name=each.name, row=each.row, why=each.why)
        for each in left_out
        if each.name
    ]
    if reasons:
        return NoPeople("Nobody on this roster can be taken: {people}.", people=reasons)
    return NoPeople("This roster has no people: there is no row with a name below the headings.")
