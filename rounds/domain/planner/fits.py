"""Who can help whom: what one seeks and what another offers, is or does.

Words are compared as `rounds.text.keywords` has them. A word that few people of the roster use
says more than one that many use; colleagues need no introduction. The host sets a fit right with
`wishes`, `avoid`, or with `match = false` for somebody who is not to be matched at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log2
from typing import Literal

from rounds.domain.event import Participant
from rounds.domain.people.sameness import firm
from rounds.text.keywords import alike, katakana, keywords

Source = Literal["offers", "industry", "company"]
SOURCES: tuple[Source, ...] = ("offers", "industry", "company")
WORTH: dict[Source, float] = {"offers": 1.0, "industry": 0.8, "company": 0.6}
"""How much a shared word says by where it stands."""

WEAK, STRONG = 4, 20
"""The least and the most that a fit is worth."""

COMMON = 20
"""In rosters of at least so many people, a word that more than half of them use says nothing."""


@dataclass(frozen=True)
class Fit:
    """What somebody can do for another: how much it is worth, and where the shared word stands."""

    strength: int
    source: Source


def fits(people: Sequence[Participant]) -> dict[tuple[int, int], Fit]:
    """Return who can be helped by whom: (the one who seeks, the one who can help), by number."""
    seeks = [_words(person.seeks) if person.match else frozenset() for person in people]
    has = {
        source: [
            _words(getattr(person, source)) if person.match else frozenset() for person in people
        ]
        for source in SOURCES
    }
    used = Counter(
        chain.from_iterable(
            frozenset().union(seeks[i], *(has[source][i] for source in SOURCES))
            for i in range(len(people))
        )
    )
    firms = [firm(person.company) for person in people]
    most = len(people) / 2 if len(people) >= COMMON else len(people)
    weight = {word: log2(1 + len(people) / n) for word, n in used.items() if n <= most}
    found: dict[tuple[int, int], dict[Source, float]] = defaultdict(dict)
    for source in SOURCES:
        holders: dict[str, list[int]] = defaultdict(list)
        for j, words in enumerate(has[source]):
            for word in words:
                holders[word].append(j)
        same = _spellings(chain.from_iterable(seeks), holders)
        for i, words in enumerate(seeks):
            for word in words & weight.keys():
                for j in {j for other in same.get(word, (word,)) for j in holders.get(other, ())}:
                    if i != j and (firms[i] != firms[j] or not firms[i]):
                        worth = found[i, j]
                        worth[source] = worth.get(source, 0.0) + WORTH[source] * weight[word]
    top = log2(1 + len(people))
    return {
        two: Fit(
            min(STRONG, WEAK + round((STRONG - WEAK) * sum(worth.values()) / top)),
            max(worth, key=lambda source: (worth[source], -SOURCES.index(source))),
        )
        for two, worth in sorted(found.items())
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(keywords(text)) | katakana(text)


def _spellings(sought: Iterator[str], held: dict[str, list[int]]) -> dict[str, set[str]]:
    """Return for words in katakana all those that are taken for the same."""
    others = [word for word in held if katakana(word)]
    return {
        word: {other for other in others if alike(word, other)}
        for word in set(sought)
        if katakana(word)
    }
