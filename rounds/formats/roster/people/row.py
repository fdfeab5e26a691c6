"""One row of a roster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Line = tuple[int, list[str]]
"""The number of a row in the file, counted from 1, and its cells."""

SEVERAL = frozenset(
    {"coming", "absent", "paid", "remark", "contact", "guests", "tickets", "answered"}
)
"""The fields that may have several columns, each of which is read."""


@dataclass(frozen=True)
class Row:
    """One row of a roster: its number in the file, its cells, and its values by field.

    `values` has the fields of one column, `more` those that may have several: pairs of the
    heading and the cell, in the order of the columns.
    """

    line: int
    cells: Sequence[str]
    values: dict[str, str]
    more: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    def said(self, several: str) -> list[str]:
        """Return what stands in the columns of a field that may have several."""
        return [cell for _heading, cell in self.more.get(several, ())]

    @property
    def mail(self) -> str:
        """The mail address, "" if the row has none."""
        return next((cell for cell in self.said("contact") if "@" in cell), "")


def row_of(
    line: int, cells: Sequence[str], headings: Sequence[str], fields: Sequence[str | None]
) -> Row:
    """Return a row with its cells sorted into fields; cells beyond the headings stay apart."""
    values: dict[str, str] = {}
    more: dict[str, list[tuple[str, str]]] = {}
    for heading, name, cell in zip(headings, fields, cells, strict=False):
        if not name or not cell:
            continue
        if name in SEVERAL:
            more.setdefault(name, []).append((heading, cell))
        else:
            values[name] = cell
    return Row(line, cells, values, more)
