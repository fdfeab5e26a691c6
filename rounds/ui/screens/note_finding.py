"""Finding oneself on the roster: by number, by name or by reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain import notes, roster
from rounds.domain.event import Event, PersonKey
from rounds.formats.safe_text import cut, one_line, width
from rounds.i18n import _


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


def matching(people: Sequence[Somebody], query: str) -> tuple[Somebody, ...]:
    """Return who is meant by what was typed, the likeliest first; everybody for nothing.

    Digits are the beginning of a number, anything else the beginning of a name, of a part of
    it or of its reading, else it may stand anywhere in them or in the company.
    """
    wanted = folded(query)
    if not wanted:
        return tuple(people)
    if wanted.isdecimal():
        found = [person for person in people if str(person.number).startswith(wanted)]
        return tuple(
            sorted(found, key=lambda person: (str(person.number) != wanted, person.number))
        )
    ranked = [(rank, person) for person in people if (rank := _rank(person, wanted)) is not None]
    return tuple(person for _rank, person in sorted(ranked, key=lambda each: each[0]))


def _rank(person: Somebody, wanted: str) -> int | None:
    names = [folded(person.name), folded(person.reading)]
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(part.startswith(wanted) for name in names for part in name.split()):
        return 1
    if any(wanted in name for name in names):
        return 2
    return 3 if wanted in folded(person.company) else None


def folded(text: str) -> str:
    """Return text so that width, case, accents and the two kinds of kana do not matter."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip()
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain)
    parts = unicodedata.normalize("NFD", hiragana)
    kept = "".join(c for c in parts if unicodedata.category(c) != "Mn" or c in "\u3099\u309a")
    return unicodedata.normalize("NFC", kept)


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
