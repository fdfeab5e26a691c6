"""Finding somebody by what the host types: a number, or a part of a name, kana or company."""

from __future__ import annotations

import unicodedata

from rounds.domain import romaji, roster
from rounds.domain.event import Event, Participant, PersonKey

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def folded(text: str) -> str:
    """Return text as it is compared: wide and small forms, case, accents and kana made alike.

    "ＡＮＡ" finds "Ana", "muller" finds "Müller", "サトウ" finds "さとう". Blanks do not count.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    bare = "".join(
        each
        for each in unicodedata.normalize("NFD", plain)
        if unicodedata.category(each) != "Mn" or each in "\u3099\u309a"
    )
    return "".join(unicodedata.normalize("NFC", bare).split())


def found(event: Event, typed: str) -> tuple[PersonKey, ...]:
    """Return who is meant, the likeliest first; everybody in the order of the roster for "".

    A number means the person of that number, then those whose number begins with it. Letters
    mean the beginning of a name or kana, then of a word in them, then any part, then the company.
    Kana may be typed in Latin letters, in any of their spellings.
    """
    wanted = folded(typed)
    if not wanted:
        return tuple(roster.numbers(event))
    ranked = []
    for number, person in enumerate(roster.people(event), 1):
        rank = _rank(wanted, number, person)
        if rank is not None:
            ranked.append((rank, number, person.key))
    return tuple(key for _rank_, _number, key in sorted(ranked))


def _rank(wanted: str, number: int, person: Participant) -> int | None:
    if wanted.isdecimal():
        if str(number) == wanted.lstrip("0"):
            return 0
        if str(number).startswith(wanted):
            return 1
    spellings = [person.name, person.kana]
    whole = [folded(spelling) for spelling in spellings]
    latin = romaji.folded(wanted) if wanted.isascii() else ""
    read = romaji.romaji(folded(person.kana)) if latin else ""
    if any(each.startswith(wanted) for each in whole) or (latin and read.startswith(latin)):
        return 2
    words = [folded(word) for spelling in spellings for word in spelling.split()]
    if any(each.startswith(wanted) for each in words):
        return 3
    if latin and any(romaji.romaji(word).startswith(latin) for word in words):
        return 3
    if any(wanted in each for each in whole):
        return 4
    return 5 if wanted in folded(person.company) else None
