"""Who is here: to choose one's name from, and to look for people to talk to."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from rounds.domain.event import PersonKey
from rounds.domain.people.roster import RosterIndex
from rounds.text.safe import one_line
from rounds.web.answers.person_id import person_id


def names(roster: RosterIndex, taken: Container[PersonKey]) -> list[dict[str, Any]]:
    """Return everybody on the roster, and whose name another phone has taken."""
    return [
        {
            "id": person_id(key),
            "number": number,
            "name": one_line(roster.names[key]),
            "kana": one_line(roster.by_key[key].kana),
            "company": one_line(roster.by_key[key].company),
            "taken": key in taken,
        }
        for key, number in roster.numbers.items()
    ]


def is_here(roster: RosterIndex, key: PersonKey) -> bool:
    """Return whether somebody is here; as long as nobody is checked in, everybody expected is."""
    return roster.states[key] in ({"here"} if roster.checked_in else {"here", "expected"})


def tonight(roster: RosterIndex) -> list[dict[str, Any]]:
    """Return who is here tonight with what they do and look for; nobody's contact is in it."""
    return [
        {"number": number, **profile(roster, key)}
        for key, number in roster.numbers.items()
        if is_here(roster, key)
    ]


def profile(roster: RosterIndex, key: PersonKey) -> dict[str, Any]:
    """Return what everybody may know about a person of the roster."""
    person = roster.by_key[key]
    told = ("kana", "company", "industry", "purpose", "offers", "seeks")
    return {
        "name": one_line(roster.names[key]),
        **{name: one_line(getattr(person, name)) for name in told},
    }
