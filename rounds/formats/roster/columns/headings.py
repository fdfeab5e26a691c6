"""Finds what the headings of a roster mean, however they are written.

A heading is compared by its folded letters, without signs. First the whole heading is looked
up, then the heading without what stands in brackets, then its parts; what is left is
searched for telling words, since the headings of an online form are whole questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from rounds.formats.roster.columns.heading_words import (
    ASKS_WHO_COMES,
    GUEST,
    HEADINGS,
    NUMBER,
    PAYER,
    PERSON,
    QUESTIONS,
    SURE,
)
from rounds.text.fold import fold, fold_letters

Owner = Literal["person", "", "payer", "guest"]
"""Whom a column is about: who comes, who paid, who comes along; "" where the heading is silent."""


@dataclass(frozen=True)
class Meaning:
    """What a heading means: the field, whom it is about, and whether it is only guessed.

    `with_reading` says that a column of names asks for their reading in brackets as well.
    """

    field: str
    owner: Owner = ""
    guessed: bool = False
    with_reading: bool = False


_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>|〈[^〉]*〉|「[^」]*」")
_BETWEEN = re.compile(r"[/・|,、&+]|\bor\b|\band\b")
_LONGEST = 500
"""A longer text is no heading, and only its beginning is read as a question."""

_LEVELS = re.compile(r"\s[-–>]\s|[:：]")
"""Between a group and what is in it: "Full name - Last name"."""

_NUMBERED = re.compile(r"^\s*(?:q\s*\d+|\d+)\s*[.):：、]\s*|^\s*[①-⑳■◆●・*]\s*")
_REQUIRED = re.compile(r"必須|任意|\brequired\b|\boptional\b|\*+\s*$")
_JOINTS = (
    "dela",
    "delos",
    "des",
    "der",
    "del",
    "dell",
    "della",
    "du",
    "de",
    "do",
    "da",
    "van",
    "の",
    "s",
)
_NOT_A_NAME = frozenset({"ticketname"})
"""Headings that shops give to the kind of ticket."""


def meaning(heading: str) -> Meaning | None:
    """Return what a heading means by known words, None if it has none."""
    if len(heading) > _LONGEST:
        return None
    heading = _NUMBERED.sub("", fold_letters(heading).replace("_", " "))
    bare = _REQUIRED.sub(" ", _BRACKETS.sub(" ", heading))
    for text in (heading, bare, *_BETWEEN.split(bare), *reversed(_LEVELS.split(bare))):
        if found := _known(text):
            name = _known(bare) if found.field == "kana" else None
            return replace(name, with_reading=True) if name and name.field == "name" else found
    return None


def guess(heading: str) -> Meaning | None:
    """Return what a question asks for, None if that cannot be told."""
    text = _letters(heading[:_LONGEST])
    if _is_number(heading[:_LONGEST]):
        return None
    for field, words in _QUESTIONS:
        if any(word in text for word in words):
            owner: Owner = next((one for word, one in _OWNERS if text.startswith(word)), "")
            return Meaning(field, owner, guessed=True)
    return Meaning("coming", guessed=True) if re.search(ASKS_WHO_COMES, text) else None


def is_heading(text: str) -> bool:
    """Return whether a cell is the heading of names, and nothing that a person is called."""
    found = meaning(text)
    return found is not None and found.field == "name" and _letters(text) in _SURE


def _known(text: str) -> Meaning | None:
    letters = _letters(text)
    if not letters or letters in _NOT_A_NAME:
        return None
    if letters in _GUESTS:
        return Meaning("name", "guest")
    if field := _BY_WORD.get(letters):
        return None if {"#", "№"} & set(text) else Meaning(field, _owner_of(letters))
    if _is_number(text):
        return None
    for word, owner in _OWNERS:
        for rest in _without(letters, word):
            if field := _BY_WORD.get(rest):
                return Meaning(field, owner)
    return None


def _without(letters: str, word: str) -> list[str]:
    """Return what is left of a heading without a word at its start or its end."""
    found = []
    if letters.startswith(word):
        rest = letters.removeprefix(word)
        found += [rest, *(rest.removeprefix(joint) for joint in _JOINTS)]
    if letters.endswith(word):
        rest = letters.removesuffix(word)
        found += [rest, *(rest.removesuffix(joint) for joint in _JOINTS)]
    return found


def _owner_of(letters: str) -> Owner:
    for word, owner in _OWNERS:
        if letters.startswith(word) and letters != word:
            return owner
    return ""


def _is_number(text: str) -> bool:
    words = re.findall(r"[^\W_]+", fold_letters(text))
    last = words[-1] if words else ""
    return bool({"#", "№"} & set(text)) or last in _NUMBERS or _letters(text).endswith("番号")


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum() or c == "ー")


_BY_WORD: dict[str, str] = {}
for _field, _words in HEADINGS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_letters(_word), _field)
_OWNERS: list[tuple[str, Owner]] = sorted(
    [
        *((_letters(word), "payer") for word in PAYER.split()),
        *((_letters(word), "person") for word in PERSON.split()),
    ],
    key=lambda pair: -len(pair[0]),
)
_QUESTIONS = [(field, [_letters(word) for word in words.split()]) for field, words in QUESTIONS]
_GUESTS = frozenset(_letters(word) for word in GUEST.split())
_NUMBERS = frozenset(fold_letters(word) for word in NUMBER.split())
_SURE = frozenset(_letters(word) for word in SURE.split())
