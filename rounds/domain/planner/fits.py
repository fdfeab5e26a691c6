"""Who can help whom: what one seeks and what another offers, is or does.

Words are compared as `rounds.text.keywords` has them. A word that few people of the roster use
says more than one that many use; colleagues need no introduction. The host sets a fit right with
`wishes`, `avoid`, or with `match = false` for somebody who is not to be matched at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
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


READ, PAIRS = 200, 20_000
"""How many characters of a text are read, and how many pairs one word may bring together: whoever
writes more, or a word that more people share, says nothing about any two of them."""


@dataclass(frozen=True)
class Fit:
    """What somebody can do for another: how much it is worth, and where the shared word stands."""

    strength: int
    source: Source


def fits(people: Sequence[Participant]) -> dict[tuple[int, int], Fit]:
    """Return who can be helped by whom: (the one who seeks, the one who can help), by number."""
    return _fits(
        tuple(
            (person.seeks, person.offers, person.industry, person.company) if person.match else None
            for person in people
        )
    )


@lru_cache(maxsize=4)
def _fits(people: tuple[tuple[str, str, str, str] | None, ...]) -> dict[tuple[int, int], Fit]:
    """Return the fits of people, each as what is sought and the texts of `SOURCES`."""
    size = len(people)
    words = [[_words(text) for text in person or ("", "", "", "")] for person in people]
    firms = [firm(person[3]) if person else "" for person in people]
    used = Counter(word for texts in words for word in frozenset().union(*texts))
    most = size / 2 if size >= COMMON else size
    # Whole numbers add up to the same in any order.
    weight = {word: round(1000 * log2(1 + size / n)) for word, n in used.items() if n <= most}
    seekers: dict[str, list[int]] = defaultdict(list)
    for i, (sought, *_texts) in enumerate(words):
        for word in sought & weight.keys():
            seekers[word].append(i)
    worth = {source: _worth(words, k, seekers, weight) for k, source in enumerate(SOURCES, 1)}
    top = 1000 * log2(1 + size)
    found = {}
    for both in sorted(frozenset().union(*worth.values())):
        i, j = divmod(both, size)
        if i == j or (firms[i] and firms[i] == firms[j]):
            continue
        values = [WORTH[source] * worth[source].get(both, 0) for source in SOURCES]
        strength = WEAK + round((STRONG - WEAK) * sum(values) / top)
        found[i, j] = Fit(min(STRONG, strength), SOURCES[values.index(max(values))])
    return found


def _worth(
    words: Sequence[Sequence[frozenset[str]]],
    place: int,
    seekers: dict[str, list[int]],
    weight: dict[str, int],
) -> dict[int, int]:
    """Return what the texts at one place have of what others seek, by both numbers in one."""
    size = len(words)
    holders: dict[str, list[int]] = defaultdict(list)
    for j, texts in enumerate(words):
        for word in texts[place]:
            holders[word].append(j)
    same = _spellings(seekers, holders)
    found: dict[int, int] = defaultdict(int)
    for word, who in seekers.items():
        able = {j for other in same.get(word, (word,)) for j in holders.get(other, ())}
        if len(who) * len(able) <= PAIRS:
            for i in who:
                for j in able:
                    found[i * size + j] += weight[word]
    return found


def _words(text: str) -> frozenset[str]:
    text = text[:READ]
    return frozenset(keywords(text)) | katakana(text)


def _spellings(sought: Iterable[str], held: Iterable[str]) -> dict[str, set[str]]:
    """Return for words in katakana all those that are taken for the same."""
    with_pair: dict[str, list[str]] = defaultdict(list)
    for word in held:
        if katakana(word):
            for k in range(len(word) - 1):
                with_pair[word[k : k + 2]].append(word)
    return {
        word: {
            other
            for k in range(len(word) - 1)
            for other in with_pair[word[k : k + 2]]
            if alike(word, other)
        }
        for word in sought
        if katakana(word)
    }
