"""Finds the row of headings in a table, and the field that each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rounds.formats.roster.cells import Line
from rounds.formats.roster.headings import guess, meaning
from rounds.text.fold import fold

NAMES = frozenset({"name", "given", "family"})
"""The fields of which a roster needs one."""

_SURE = frozenset({"name", "氏名", "お名前", "名前", "参加者名"})
"""What no person is called."""

_TITLE_LINES = 10
"""How many lines may stand above the headings."""


def heading_row(rows: Sequence[Line]) -> int | None:
    """Return the index of the row of headings, or None.

    It is the one with the most known words, among them a word for names.
    """
    top = [cells for _line, cells in rows[:_TITLE_LINES]]
    known = [[field for cell in cells if (field := meaning(cell))] for cells in top]
    named = [
        place
        for place, (cells, fields) in enumerate(zip(top, known, strict=True))
        if NAMES & set(fields)
        # below the first line a single known word may be a person called "Guest"
        and (place == 0 or len(fields) > 1 or any(fold(cell) in _SURE for cell in cells))
    ]
    if named:
        return max(named, key=lambda place: (len(known[place]), -place))
    for place, cells in enumerate(top):
        if "name" in {guess(cell) for cell in cells}:
            return place
    return 0 if len(known[0]) > 1 else None


def fields_of(headings: Sequence[str]) -> list[str | None]:
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


def with_sides(fields: Sequence[str | None], rows: Sequence[Line]) -> list[str | None]:
    """Return the fields with a column of roles as the sides if it holds exactly two roles."""
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
