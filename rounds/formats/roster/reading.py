"""What was understood of a roster: the people taken, those left out, and what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rounds.domain.sentence import Sentence

PersonData = Mapping[str, object]
"""A person as the event file writes one: the fields of `[[participants]]` that have a value."""


@dataclass(frozen=True)
class Taken:
    """A person on the roster, and the row of the list (counted from 1) that names them."""

    row: int
    person: PersonData


@dataclass(frozen=True)
class LeftOut:
    """A row that is not taken, and why.

    `person` is what the row would be as a person, so that a host can take it back; it is empty
    if the row names nobody. `name` is what stands in the row for a name.
    """

    row: int
    name: str
    why: Sentence
    person: PersonData = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """Something that the host should look at; row 0 means the whole list."""

    row: int
    said: Sentence


@dataclass(frozen=True)
class Column:
    """A column of the list: its heading, the field it holds, None if it is not used, its number."""

    heading: str
    field: str | None
    number: int


@dataclass(frozen=True)
class RosterReading:
    """A list of people as it was understood; everything is in the order of the list.

    `sheet` is the name of the sheet that was read, "" if the list is not a workbook.
    """

    taken: tuple[Taken, ...]
    left_out: tuple[LeftOut, ...] = ()
    doubtful: tuple[Doubt, ...] = ()
    columns: tuple[Column, ...] = ()
    sheet: str = ""

    @property
    def people(self) -> tuple[PersonData, ...]:
        """The people taken, as the event file writes them."""
        return tuple(each.person for each in self.taken)

    @property
    def understood(self) -> tuple[tuple[str, str], ...]:
        """The headings that are used, each with its field."""
        return tuple((each.heading, each.field) for each in self.columns if each.field)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings of the columns that are not used."""
        return tuple(each.heading for each in self.columns if not each.field)
