"""Lines of text broken to a width in cells: English between words, Japanese between phrases.

What fits on a line of its own is not broken: first the clauses that commas and full stops end,
then a word and the particle after it. No line starts with closing punctuation, a small kana or
a long mark, and none ends with an opening bracket.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rounds.text.safe import one_line
from rounds.text.width import clusters, width

_NOT_FIRST = (
    "、。，．・：；？！）」』】〕》〉｝］ー〜々ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)"
    "｡､｣ｰｧｨｩｪｫｯｬｭｮﾞﾟ"
)
_NOT_LAST = "（「『【〔《〈｛［｢("
_BALANCED = 12
"""Up to so many lines are made about equally long; more of them are no headline any more."""

_STOPS = " 、。？！：・"
_WIDE = "\u2e80-\uffef"
_TITLES = "さん|さま|様|くん|ちゃん"
"""What follows a name, parted from it by a blank or not, and never begins a line."""

_KEPT = (
    rf" (?={_TITLES})|(?<![{_STOPS}]) (?=[{_WIDE}])|(?<![{_STOPS}{_WIDE}]) (?=[^{_STOPS}{_WIDE}])"
)
"""A blank that is no stop in Japanese text: within a name, and after a Latin word."""


# The patterns stay text until one is needed: those of Japanese take 15 ms to compile.


def _phrase(kept: str) -> str:
    """Return what finds phrases up to a stop, where the blanks that are `kept` are none."""
    stop, after = rf"(?!{kept})[{_STOPS}]", rf"(?!{kept})[{_STOPS}）」』】]"
    return rf"(?:[^{_STOPS}]|{kept})*(?:{stop}(?:{after})*)?"


_ENGLISH, _JAPANESE = _phrase("(?!)"), _phrase(f"(?:{_KEPT})")
_PARTICLE = "[はがをにのとへでやも]"
_BREAKS = (
    rf"(?<=[ぁ-ん）」』】])(?<![おご])(?!{_TITLES})(?=[おご]?[^ぁ-ん\s{re.escape(_NOT_FIRST)}])"
    rf"|(?<=[^ぁ-ん\s]{_PARTICLE} )(?!{_TITLES})|(?<=さん{_PARTICLE} )(?!{_TITLES})",
    rf"(?<=[^{_WIDE}] )(?!{_TITLES})",
    rf"(?<= )(?!{_TITLES})",
)
"""Where a phrase too long for a line is broken, the best places first.

A Japanese word begins after hiragana, which end a word, and before the polite prefix, or after
the blank behind a particle; then come the blanks between Latin words, last those within a name.
"""
_TITLED = rf"(.? ?(?:{_TITLES}))"


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
    wide = not text.isascii() and re.search(f"[{_WIDE}]", text)
    phrases = re.findall(_JAPANESE if wide else _ENGLISH, text)
    return [part for each in phrases for part in _broken(each, room, _BREAKS)]


def _broken(text: str, room: int, breaks: tuple[str, ...]) -> list[str]:
    if width(text.rstrip()) <= room:
        return [text]
    if not breaks:
        return _pieces(text, room)
    return [part for each in re.split(breaks[0], text) for part in _broken(each, room, breaks[1:])]


def _pieces(word: str, room: int) -> list[str]:
    pieces: list[str] = []
    for number, token in enumerate(re.split(_TITLED, word)):
        whole = number % 2 and width(token) <= room
        for cluster in [token] if whole else clusters(token):
            together = bool(pieces) and (cluster[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
            if together and width(pieces[-1] + cluster) <= room:
                pieces[-1] += cluster
            else:
                pieces.append(cluster)
    return pieces
