"""Finding somebody by what the host types: a number, or a part of a name, kana or company."""

from __future__ import annotations

import re

from rounds.domain.event import Participant, PersonKey
from rounds.domain.people.roster import RosterIndex
from rounds.text import romaji
from rounds.text.fold import fold, fold_kanji, fold_spelling
from rounds.text.nearest import nearest

_READABLE = re.compile(r"[\x21-\x7eぁ-ゔー]+")
_BETWEEN_WORDS = re.compile(r"[\s\u30fb\uff65]+")


def search(roster: RosterIndex, typed: str) -> tuple[PersonKey, ...]:
    """Return the people that typed text means, the likeliest first; for "" the whole roster.

    A number means the person of that number, then those whose number begins with it. Letters
    mean the beginning of a name or kana, then of a word in them, then any part, then the company.
    Kana may be typed in Latin letters, in any of their spellings. Among equally good results a
    name that has the very characters typed comes before one with other forms of them.
    """
    spelled = fold_spelling(typed)
    wanted = fold_kanji(spelled)
    if not wanted:
        return tuple(roster.by_key)
    ranked = []
    for number, person in enumerate(roster.people, 1):
        rank = _rank(wanted, number, person)
        if rank is not None:
            differs = spelled not in fold_spelling(person.name)
            ranked.append((rank, differs, number, person.key))
    return tuple(key for *_rank_, key in sorted(ranked))


def named(roster: RosterIndex, name: str) -> tuple[PersonKey, ...]:
    """Return the people with exactly this name: by id, else as written, else in any spelling."""
    if name in roster.by_key:
        return (name,)
    written = tuple(person.key for person in roster.people if person.name == name)
    wanted = fold(name)
    return written or tuple(
        person.key
        for person in roster.people
        if wanted and wanted in {fold(spelling) for spelling in _spellings(person)}
    )


def nearest_name(roster: RosterIndex, name: str) -> str | None:
    """Return the name on the roster that is most like an unknown one, None if none is near.

    A part of a name is enough where only one person has it.
    """
    found = search(roster, name)
    if len(found) == 1:
        return roster.by_key[found[0]].name
    spelled: dict[str, str] = {}
    for person in roster.people:
        for spelling in _spellings(person):
            spelled.setdefault(spelling, person.name)
    near = nearest(name, spelled)
    return None if near is None else spelled[near]


def _spellings(person: Participant) -> tuple[str, ...]:
    return (person.key, person.kana, person.name)


def _rank(wanted: str, number: int, person: Participant) -> int | None:
    """Return how well a person fits what is wanted, 0 the best; None if not at all."""
    if wanted.isdecimal():
        if str(number) == wanted.lstrip("0"):
            return 0
        if str(number).startswith(wanted):
            return 1
    spellings = [person.name, person.kana]
    whole = [fold(spelling) for spelling in spellings]
    read = romaji.romaji(wanted) if _READABLE.fullmatch(wanted) else ""
    if _one_begins(whole, wanted, read):
        return 2
    words = [fold(word) for spelling in spellings for word in _BETWEEN_WORDS.split(spelling)]
    if _one_begins(words, wanted, read):
        return 3
    if any(wanted in spelling for spelling in whole):
        return 4
    return 5 if wanted in fold(person.company) else None


def _one_begins(spellings: list[str], wanted: str, read: str) -> bool:
    """Return whether a spelling begins with what is wanted, or reads as `read` begins to read."""
    return any(spelling.startswith(wanted) for spelling in spellings) or (
        bool(read) and any(romaji.romaji(spelling).startswith(read) for spelling in spellings)
    )
