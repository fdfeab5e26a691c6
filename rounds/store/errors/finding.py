"""One thing that is wrong in a document: where, what, and perhaps what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from rounds.domain.sentence import Sentence, sentence
from rounds.text.nearest import nearest
from rounds.text.safe import one_line

KeyPath = tuple[str | int, ...]
"""The place of a value in a document: the keys and list positions that lead to it."""

Finding = tuple[KeyPath, Sentence, Sentence | None]
"""The place, what is wrong there, and a hint if there is one."""

LOOKED_AT = 5_000
"""How many findings of one file are worked out; a host is shown the first few."""

HINTED = 100
"""For how many findings a similar name is looked for; a host is shown far fewer."""

_LONGEST_NAME = 200
"""How many characters of a name are shown in a message."""

_LONGEST_WORD, _MOST_WORDS = 60, 300
"""What is compared letter by letter: a typing error, not a whole text or a telephone book."""


def shown(name: str) -> str:
    """Return a name from the file as a message shows it: on one line, and cut if very long."""
    if len(name) > _LONGEST_NAME:
        return one_line(name[:_LONGEST_NAME]) + "..."
    return one_line(name)


def shown_place(place: KeyPath) -> str:
    """Return a place as a host would name it: people and other blocks are counted from 1."""
    text = ""
    for part in place:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return shown(text)


def did_you_mean(word: str, words: Iterable[str]) -> Sentence | None:
    """Return a question about the nearest known word, None where none is near."""
    known = list(words)
    if len(word) > _LONGEST_WORD or len(known) > _MOST_WORDS:
        return None
    near = nearest(word, known)
    return sentence("did you mean {word}?", word=shown(near)) if near else None
