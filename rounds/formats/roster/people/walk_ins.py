"""Turns pasted lines into walk-ins: bullets, honorifics, totals and cancellations are no names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rounds.domain.people.typed_name import TypedPerson, typed_person
from rounds.formats.roster.people.answers import called_off
from rounds.formats.roster.people.company_words import is_company
from rounds.formats.roster.people.names import understood
from rounds.formats.roster.people.rows_without_people import nobody


def walk_ins(
    lines: Iterable[str], sides: Sequence[str] | None = None
) -> tuple[list[TypedPerson], list[str]]:
    """Return the people in pasted lines, and the lines that name nobody, several, or who is off."""
    people: list[TypedPerson] = []
    left_out: list[str] = []
    for line in lines:
        typed = typed_person(line, sides)
        named = understood(typed.name)
        off = any(map(called_off, named.told))
        if off or named.several or nobody(typed.name) or nobody(named.name):
            left_out.append(line)
            continue
        company = named.company or next(filter(is_company, named.told), "")
        people.append(
            typed._replace(
                name=named.name,
                kana=typed.kana or named.kana,
                company=typed.company or company,
            )
        )
    return people, left_out
