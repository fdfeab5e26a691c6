"""Who was at an earlier evening: people are recognised by id, by name and company, or by name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from rounds.domain.event import Participant, PersonKey
from rounds.domain.people.sameness import firm
from rounds.text.fold import fold, fold_spelling
from rounds.text.nearest import nearest

_ALIKE = 0.75
"""How similar a name must be to be taken for a spelling of another one."""

_COMMON = 50
"""A word that more people share tells nothing about who is meant."""


class NearMiss(NamedTuple):
    """Somebody of tonight who may be somebody of an earlier evening under another spelling."""

    tonight: Participant
    before: Participant


def recognised(
    tonight: Sequence[Participant], before: Sequence[Participant]
) -> dict[PersonKey, PersonKey]:
    """Return tonight's key for every person of an earlier evening who is there again.

    The surest sign comes first: the id (which may be the name of that evening), name and company
    as written, both in any spelling, and the name alone. A sign counts only where one person has
    it on either list, and nobody is taken for somebody with another id.
    """
    found = {
        person.key: other.key
        for other in tonight
        if other.id is not None
        for person in before
        if person.key == other.id
    }
    for sign in (_as_written, _in_any_spelling, _name_alone):
        taken = set(found.values())
        now = _unique(tonight, sign)
        for spelled, person in _unique(before, sign).items():
            other = now.get(spelled)
            if person is None or other is None or person.key in found or other.key in taken:
                continue
            if other.id is None or person.id is None or other.id == person.id:
                found[person.key] = other.key
    return found


def near_misses(tonight: Sequence[Participant], before: Sequence[Participant]) -> list[NearMiss]:
    """Return those of tonight who are nearly called like somebody of an earlier evening.

    Only people who were not recognised are compared, and only with names that share a word.
    """
    known = recognised(tonight, before)
    strangers = [person for person in tonight if person.key not in set(known.values())]
    unknown = [person for person in before if person.key not in known]
    sharing: dict[str, list[Participant]] = {}
    for person in unknown:
        for word in _words(person):
            sharing.setdefault(word, []).append(person)
    found = []
    for person in strangers:
        likely = {
            other.name: other
            for word in _words(person)
            if len(sharing.get(word, ())) <= _COMMON
            for other in sharing.get(word, ())
        }
        near = nearest(person.name, likely, _ALIKE)
        turned = next((name for name in likely if _turned(name) == _turned(person.name)), None)
        if best := turned or near:
            found.append(NearMiss(person, likely[best]))
    return found


def _unique(
    people: Iterable[Participant], sign: Callable[[Participant], Hashable]
) -> dict[Hashable, Participant | None]:
    """Return people by a sign; None for two who have the same one."""
    found: dict[Hashable, Participant | None] = {}
    for person in people:
        seen = sign(person)
        found[seen] = None if seen in found else person
    return found


def _as_written(person: Participant) -> Hashable:
    return person.name, person.company


def _in_any_spelling(person: Participant) -> Hashable:
    return fold(person.name), firm(person.company)


def _name_alone(person: Participant) -> Hashable:
    return fold(person.name)


def _words(person: Participant) -> set[str]:
    """Return the words of a name and of its reading, and its first two characters."""
    text = person.name.replace(",", " ")
    words = {fold_spelling(word) for word in (*text.split(), *person.kana.split())}
    return words | {fold_spelling(person.name)[:2]}


def _turned(name: str) -> list[str]:
    """Return the words of a name so that "Petrov, Ana" and "Ana Petrov" are the same."""
    return sorted(fold_spelling(word) for word in name.replace(",", " ").split())
