"""The people and partners to pick from in the notes, and how a row shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain import notes
from rounds.domain.event import Event, PersonKey
from rounds.domain.people import roster, search
from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.text.width import cut, width


@dataclass(frozen=True)
class Somebody:
    """A person to pick: the number on the board, the name, what else tells people apart."""

    key: PersonKey
    number: int
    name: str
    reading: str
    company: str


@dataclass(frozen=True)
class Partner:
    """Somebody one has sat with: in which round, and whether there is a note already."""

    round: int
    person: Somebody
    written: bool


def everybody(event: Event) -> tuple[Somebody, ...]:
    """Return all people of the roster."""
    return tuple(
        Somebody(
            person.key,
            number,
            one_line(person.name),
            one_line(person.kana),
            one_line(person.company),
        )
        for number, person in enumerate(roster.people(event), 1)
    )


def matching(event: Event, typed: str) -> tuple[Somebody, ...]:
    """Return who is meant by what was typed, the likeliest first; everybody for nothing."""
    people = {person.key: person for person in everybody(event)}
    return tuple(people[key] for key in search.search(roster.RosterIndex(event), typed))


def partners(event: Event, key: PersonKey) -> tuple[Partner, ...]:
    """Return everybody this person has sat with, newest first."""
    people = {person.key: person for person in everybody(event)}
    return tuple(
        Partner(
            number,
            people.get(other, Somebody(other, 0, one_line(other), "", "")),
            notes.find(event, number, key, other) is not None,
        )
        for number, other in notes.partners(event, key)
    )


def next_unwritten(met: Sequence[Partner], after: int = -1) -> int | None:
    """Return the index of the next partner without a note after `after`, then from the top."""
    order = [*range(after + 1, len(met)), *range(after + 1)]
    return next((index for index in order if not met[index].written), None)


def person_row(person: Somebody, cells: int) -> str:
    """Return one line for somebody on the roster."""
    row = f"{person.number:>3}  {person.name}"
    if person.company and width(row) + 8 < cells:
        row += f"  {person.company}"
    return cut(row, cells)


def partner_row(partner: Partner, cells: int) -> str:
    """Return one line for a partner, with a mark for a note that is written."""
    mark = _("[x] written") if partner.written else _("[ ]")
    name = partner.person.name
    lead = _("Round {number}").format(number=partner.round)
    row = f"{lead}  {partner.person.number:>3}  {name}"
    room = cells - width(mark) - 2
    if partner.person.company and width(row) + 8 < room:
        row += f"  {partner.person.company}"
    row = cut(row, room)
    return row + " " * (room - width(row)) + "  " + mark
