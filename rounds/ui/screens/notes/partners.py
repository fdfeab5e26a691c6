"""The people and partners to pick from in the notes, and their rows."""

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
    """A person on the roster, with the number on the board and what tells people apart."""

    key: PersonKey
    number: int
    name: str
    reading: str
    company: str


@dataclass(frozen=True)
class Partner:
    """A partner of the author: in which round, and whether the note is written."""

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
    """Return the people that what was typed may mean, likeliest first; for nothing, everybody."""
    people = {person.key: person for person in everybody(event)}
    return tuple(people[key] for key in search.search(roster.RosterIndex(event), typed))


def partners(event: Event, key: PersonKey) -> tuple[Partner, ...]:
    """Return the partners of this person so far, newest first."""
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
    """Return the index of the next partner without a note, searched from `after` round to it.

    None if every note is written.
    """
    order = [*range(after + 1, len(met)), *range(after + 1)]
    return next((index for index in order if not met[index].written), None)


def person_row(person: Somebody, cells: int) -> str:
    """Return the row of somebody on the roster."""
    row = f"{person.number:>3}  {person.name}"
    if person.company and width(row) + 8 < cells:
        row += f"  {person.company}"
    return cut(row, cells)


def partner_row(partner: Partner, cells: int) -> str:
    """Return the row of a partner, with a mark where the note is written."""
    mark = _("[x] written") if partner.written else _("[ ]")
    name = partner.person.name
    lead = _("Round {number}").format(number=partner.round)
    row = f"{lead}  {partner.person.number:>3}  {name}"
    room = cells - width(mark) - 2
    if partner.person.company and width(row) + 8 < room:
        row += f"  {partner.person.company}"
    row = cut(row, room)
    return row + " " * (room - width(row)) + "  " + mark
