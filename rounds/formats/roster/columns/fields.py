"""Finds out which field each column of a table holds: by its heading, and by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.formats.roster.columns.headings import Meaning
from rounds.formats.roster.people.answers import is_answer
from rounds.formats.roster.people.row import SEVERAL, Line
from rounds.formats.roster.people.rows_without_people import nobody
from rounds.text.fold import fold

NAMES = ("name", "given", "family")
"""The fields of which a roster needs one."""

_PAYERS_OWN = frozenset({"contact", "company"})
"""What is of no use from somebody who ordered for others."""


def fields_of(meanings: Sequence[Meaning | None], rows: Sequence[Line]) -> list[str | None]:
    """Return the field of each column, None for a column that is not used.

    Names are taken from the person who comes, not from who paid, and from the column that really
    holds them. Every other field belongs to the first column that names it, unless it may have
    several.
    """
    columns = [
        [cells[at] if at < len(cells) else "" for _row, cells in rows]
        for at in range(len(meanings))
    ]
    found: list[str | None] = [None] * len(meanings)
    owner = _owner_of_names(meanings, columns)
    for field in NAMES:
        at = _best(field, owner, meanings, columns)
        if at is not None:
            found[at] = field
    _whole_or_part(found, columns)
    for at, each in enumerate(meanings):
        if each is None or found[at]:
            continue
        if each.field in NAMES:
            if each.with_reading and "name" in found:
                found[at] = "kana"
            elif each.owner == "guest":
                found[at] = "guests"
        elif _is_used(each, owner, columns[at]) and (
            each.field in SEVERAL
            or (each.field not in found and at == _best(each.field, None, meanings, columns))
        ):
            found[at] = each.field
    return _roles(found, columns)


def _is_used(each: Meaning, owner: str | None, column: Sequence[str]) -> bool:
    """Return whether a column is of use: not what belongs to another one who paid, no numbers."""
    if each.owner == "payer" != owner and each.field in _PAYERS_OWN:
        return False
    if each.field == "coming" and any(column):
        return any(is_answer(cell) for cell in column if cell)
    return each.field != "id" or _telling_ids(column)


def _owner_of_names(
    meanings: Sequence[Meaning | None], columns: Sequence[Sequence[str]]
) -> str | None:
    """Return whose names are taken; None if no column has a name."""
    owners = [each.owner for each in meanings if each and each.field in NAMES]
    order = [owner for owner in ("person", "", "payer", "guest") if owner in owners]
    for owner in order:
        for each, column in zip(meanings, columns, strict=True):
            if each and each.field in NAMES and each.owner == owner and _holds_names(column):
                return owner
    return order[0] if order else None


def _best(
    field: str,
    owner: str | None,
    meanings: Sequence[Meaning | None],
    columns: Sequence[Sequence[str]],
) -> int | None:
    """Return the column of a field: one that holds something, then one whose heading is known."""
    places = [
        at
        for at, each in enumerate(meanings)
        if each and each.field == field and (owner is None or each.owner == owner)
    ]
    tried = {
        at: (
            not (_holds_names(columns[at]) if field in NAMES else any(columns[at])),
            meanings[at].with_reading or meanings[at].guessed,  # type: ignore[union-attr]
        )
        for at in places
    }
    return min(places, key=lambda at: tried[at]) if places else None


def _holds_names(column: Sequence[str]) -> bool:
    """Return whether a column holds names: not one word for everybody, answers, mail addresses."""
    filled = [cell for cell in column if cell and nobody(cell) is None and "@" not in cell]
    if all(map(is_answer, filled)):  # "Member" may ask for a yes or a no
        return False
    return bool(filled) and (len({fold(cell) for cell in filled}) > 1 or len(column) == 1)


def _whole_or_part(found: list[str | None], columns: Sequence[Sequence[str]]) -> None:
    """Tell apart "Name" that is the whole name and one that is a part beside another part."""
    for part, other in (("family", "given"), ("given", "family")):
        if "name" in found and part in found and other not in found:
            names, parts = columns[found.index("name")], columns[found.index(part)]
            pairs = [(name, each) for name, each in zip(names, parts, strict=True) if name and each]
            whole = sum(fold(each) in fold(name) for name, each in pairs)
            if whole * 2 > len(pairs):
                found[found.index(part)] = None
            else:
                found[found.index("name")] = other


def _telling_ids(column: Sequence[str]) -> bool:
    """Return whether ids are a host's own: not numbers, and no two alike."""
    filled = [cell for cell in column if cell]
    return not any(cell.isdecimal() for cell in filled) and len(set(filled)) == len(filled)


def _roles(found: list[str | None], columns: Sequence[Sequence[str]]) -> list[str | None]:
    """Return the fields with a column of two roles as the sides, and other roles as remarks."""
    if "role" not in found:
        return found
    at = found.index("role")
    two = len({fold(cell) for cell in columns[at] if cell}) == 2 and "side" not in found
    found[at] = "side" if two else "remark"
    return found
