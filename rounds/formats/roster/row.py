"""One line of a roster."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of a roster: its number in the file and its values by field.

    `anything` says whether it holds anything, be it in columns that mean nothing here.
    """

    line: int
    values: dict[str, str]
    anything: bool = True
