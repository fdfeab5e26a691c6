"""Breaks text into lines of a width in cells: English between words, Japanese between phrases.

A clause (up to a comma or a full stop) that fits on a line is not broken, nor is a phrase of a
longer clause. No line begins with closing punctuation, a small kana or a long mark, and none ends
with an opening bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rounds.text.phrases import NOT_FIRST, NOT_LAST, TITLES, WIDE, phrase_groups
from rounds.text.safe import one_line
from rounds.text.width import clusters, width

_BALANCED = 12
"""Up to this many lines are made about equally long; a longer text is no headline."""

_STOPS = " 、。？！：・"
_KEPT = rf" (?={TITLES})|(?<![{_STOPS}]) (?=[{WIDE}])|(?<![{_STOPS}{WIDE}]) (?=[^{_STOPS}{WIDE}])"
"""A blank that is no stop in Japanese text: within a name, and after a Latin word."""


# The patterns stay text until one is needed: compiling them takes time at the start.


def _clause(kept: str) -> str:
    """Return a pattern of clauses up to a stop; the blanks in `kept` are not stops."""
    stop, after = rf"(?!{kept})[{_STOPS}]", rf"(?!{kept})[{_STOPS}）」』】]"
    return rf"(?:[^{_STOPS}]|{kept})*(?:{stop}(?:{after})*)?"


_ENGLISH, _JAPANESE = _clause("(?!)"), _clause(f"(?:{_KEPT})")
_BLANKS = (rf"(?<=[^{WIDE}] )(?!{TITLES})", rf"(?<= )(?!{TITLES})")
"""Where a phrase is broken at a blank, the best first: after a Latin word, then within a name."""

_TITLED = rf"(.? ?(?:{TITLES}))"


def wrapped(text: str, room: int, most: int | None = None) -> list[str]:
    """Return text as lines of at most `room` cells, of about the same length.

    With `most`, at most that number of lines: the last one holds the rest and is to be cut.
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
        lines = next((found for found in balanced if len(found) <= len(lines)), lines)
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
    """Return text in the biggest parts that fit: clauses, else phrases, words or characters."""
    japanese = not text.isascii() and re.search(f"[{WIDE}]", text)
    clauses = re.findall(_JAPANESE if japanese else _ENGLISH, text)
    return [part for clause in clauses for part in _fitting(clause, room)]


def _fitting(clause: str, room: int) -> Iterator[str]:
    """Yield a clause in parts that fit, each as long as possible."""
    if width(clause.rstrip()) <= room:
        yield clause
        return
    groups = phrase_groups(clause) if re.search(f"[{WIDE}]", clause) else [[clause]]
    for group in groups:
        together = "".join(group)
        if width(together.rstrip()) <= room:
            yield together
        else:
            for phrase in group:
                yield from _broken(phrase, room, _BLANKS)


def _broken(text: str, room: int, blanks: tuple[str, ...]) -> list[str]:
    if width(text.rstrip()) <= room:
        return [text]
    if not blanks:
        return _pieces(text, room)
    parts = re.split(blanks[0], text)
    return [piece for part in parts for piece in _broken(part, room, blanks[1:])]


def _pieces(word: str, room: int) -> list[str]:
    pieces: list[str] = []
    for number, token in enumerate(re.split(_TITLED, word)):
        whole = number % 2 and width(token) <= room
        for cluster in [token] if whole else clusters(token):
            together = bool(pieces) and (cluster[0] in NOT_FIRST or pieces[-1][-1] in NOT_LAST)
            if together and width(pieces[-1] + cluster) <= room:
                pieces[-1] += cluster
            else:
                pieces.append(cluster)
    return pieces
