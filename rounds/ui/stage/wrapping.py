"""Lines of text broken to a width in cells: English between words, Japanese between phrases.

What fits on a line of its own is not broken: first the clauses that commas and full stops end,
then a word and the particle after it. No line starts with closing punctuation, a small kana or
a long mark, and none ends with an opening bracket.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rounds.formats.safe_text import clusters, one_line, width

_NOT_FIRST = (
    "、。，．・：；？！）」』】〕》〉｝］ー〜々ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)"
    "｡､｣ｰｧｨｩｪｫｯｬｭｮﾞﾟ"
)
_NOT_LAST = "（「『【〔《〈｛［｢("
_BALANCED = 12
"""Up to so many lines are made about equally long; more of them are no headline any more."""

_STOPS = " 、。？！：・"
_PHRASE = re.compile(rf"(?:[^{_STOPS}]|(?<=[!-~]) (?=[ぁ-ん]))*(?:[{_STOPS}]+[{_STOPS}）」』】]*)?")
"""Up to a stop; a blank between a Latin word and its particle is none."""
_WORD = re.compile(rf"(?<=[ぁ-ん）」』】])(?<![おご])(?=[おご]?[^ぁ-ん{re.escape(_NOT_FIRST)}])")
"""Where a Japanese word begins: after hiragana, which end a word, and before the polite prefix."""


def wrapped(text: str, room: int, most: int | None = None) -> list[str]:
    """Return text as lines of at most `room` cells, of about the same length.

    With `most`, what does not fit into so many lines is left to be cut in the last one.
    """
    return list(_wrapped(text, room, most))


@lru_cache(maxsize=512)
def _wrapped(text: str, room: int, most: int | None) -> tuple[str, ...]:
    text = one_line(text)
    parts = _parts(text, room)
    lines = _flowed(parts, room)
    if most is not None and len(lines) > most:
        kept = lines[: most - 1]
        return (*kept, _rest(text, kept))
    if 1 < len(lines) <= _BALANCED:
        shortest = max(-(-width(text) // len(lines)), *(width(part.rstrip()) for part in parts))
        balanced = (_flowed(parts, narrower) for narrower in range(shortest, room))
        lines = next((each for each in balanced if len(each) <= len(lines)), lines)
    return tuple(lines)


def _rest(text: str, lines: list[str]) -> str:
    for line in lines:
        text = text[text.index(line) + len(line) :]
    return text.strip()


def _flowed(parts: list[str], room: int) -> list[str]:
    """Return lines filled with parts, as many as there is room for."""
    lines: list[str] = []
    line = ""
    used = 0
    for part in parts:
        if line and used + width(part.rstrip()) > room:
            lines.append(line.rstrip())
            line, used = "", 0
        line += part
        used += width(part)
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _parts(text: str, room: int) -> list[str]:
    """Return text in the biggest parts that fit: phrases, else words, else characters."""
    parts: list[str] = []
    for phrase in _PHRASE.findall(text):
        if width(phrase.rstrip()) <= room:
            parts.append(phrase)
            continue
        for word in _WORD.split(phrase):
            parts += [word] if width(word.rstrip()) <= room else _pieces(word, room)
    return parts


def _pieces(word: str, room: int) -> list[str]:
    pieces: list[str] = []
    for cluster in clusters(word):
        together = bool(pieces) and (cluster[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
        if together and width(pieces[-1] + cluster) <= room:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces
