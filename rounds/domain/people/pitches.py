"""The texts of one-minute introductions: how long they are, and which are too short or too long."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rounds.domain.event import Event
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence, counted

CHARACTERS = (300, 350)
WORDS = (130, 150)
"""What fits into a minute, read aloud."""

MOST_TOLD = 5
"""So many people are named whose texts are too short or too long."""

_JAPANESE = ("CJK", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC")


@dataclass(frozen=True)
class Length:
    """How long a text is: in `characters` if it is Japanese, else in words."""

    count: int
    characters: bool

    @property
    def fits(self) -> bool:
        """Whether it takes about a minute to read it aloud."""
        least, most = CHARACTERS if self.characters else WORDS
        return least <= self.count <= most


def length(text: str) -> Length:
    """Return the length of a text, as its own script counts it."""
    letters = [letter for letter in text if letter.isalpha()]
    wide = sum(unicodedata.name(letter, "").startswith(_JAPANESE) for letter in letters)
    # A Japanese text has names and terms in Latin letters; one in Latin letters has few kanji.
    if wide * 3 > len(letters):
        return Length(len("".join(text.split())), characters=True)
    return Length(len(text.split()), characters=False)


def remarks(event: Event) -> Iterator[Sentence]:
    """Yield whose introduction is shorter or longer than a minute, then how many more there are."""
    roster = RosterIndex(event)
    odd = [
        (roster.names[person.key], found)
        for person in roster.people
        if person.pitch.strip() and not (found := length(person.pitch)).fits
    ]
    for name, found in odd[:MOST_TOLD]:
        if found.characters:
            yield counted(
                "{name}: the introduction has {count} character; a minute takes 300 to 350.",
                "{name}: the introduction has {count} characters; a minute takes 300 to 350.",
                found.count,
                name=name,
            )
        else:
            yield counted(
                "{name}: the introduction has {count} word; a minute takes 130 to 150.",
                "{name}: the introduction has {count} words; a minute takes 130 to 150.",
                found.count,
                name=name,
            )
    if len(odd) > MOST_TOLD:
        yield counted(
            "{count} more introduction is too short or too long.",
            "{count} more introductions are too short or too long.",
            len(odd) - MOST_TOLD,
        )
