"""Finds the rows of a list that are one person, who answered more than once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rounds.domain.people.sameness import firm
from rounds.text.fold import fold, fold_spelling

_ALIKE = 0.75
"""How similar two spellings must be to be one person's name, if the mail address is the same."""


@dataclass(frozen=True)
class Known:
    """What a row says of who somebody is."""

    name: str
    mail: str = ""
    company: str = ""
    kana: str = ""
    id: str = ""


def groups(people: Sequence[Known]) -> list[list[int]]:
    """Return the places of those who are one person together, in the order of their first row."""
    found: list[list[int]] = []
    by_name: dict[str, list[int]] = {}
    by_mail: dict[str, list[int]] = {}
    for place, person in enumerate(people):
        named = by_name.setdefault(fold_spelling(person.name), [])
        mailed = by_mail.setdefault(fold(person.mail), []) if person.mail else []
        same = next(
            (
                group
                for group in dict.fromkeys([*named, *mailed])
                if any(_same(people[other], person) for other in found[group])
            ),
            None,
        )
        if same is None:
            same = len(found)
            found.append([])
        found[same].append(place)
        for known in (named, mailed):
            if same not in known:
                known.append(same)
    return found


def _same(one: Known, other: Known) -> bool:
    if one.id and other.id and one.id != other.id:
        return False
    mailed = bool(one.mail) and fold(one.mail) == fold(other.mail)
    if fold_spelling(one.name) == fold_spelling(other.name):  # (高田 and 髙田 are two people)
        return mailed or not _told_apart(one, other)
    return mailed and _one_name(one, other)


def _told_apart(one: Known, other: Known) -> bool:
    """Return whether two of one name are two people: of other companies, or read otherwise."""
    return any(
        mine and yours and mine != yours
        for mine, yours in (
            (firm(one.company), firm(other.company)),
            (fold(one.kana), fold(other.kana)),
        )
    )


def _one_name(one: Known, other: Known) -> bool:
    """Return whether two names from one mail address may be one person's.

    Colleagues and couples share addresses, so the names must be alike.
    """
    mine, yours = _words(one.name), _words(other.name)
    if one.name.isascii() != other.name.isascii():
        return True  # the same name in another script
    begins = all(any(a.startswith(b) or b.startswith(a) for b in yours) for a in mine) or sorted(
        mine
    ) == sorted(yours)
    alike = all(any(_alike(a, b) for b in yours) for a in mine)  # not only the family name
    return begins or (mine[:1] == yours[:1] and one.name.isascii()) or alike


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _words(name: str) -> list[str]:
    return [fold_spelling(word).strip(".") for word in name.replace(",", " ").split()]
