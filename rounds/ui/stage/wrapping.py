"""Lines of text broken to a width in cells: English between words, Japanese almost anywhere.

Japanese lines break after a comma or a full stop where that fits, never before closing
punctuation or a small kana.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rounds.formats.safe_text import clusters, one_line, width

_NOT_FIRST = set("、。，．・：；？！）」』】ー〜ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)")
_BALANCED = 12
"""Up to so many lines are made about equally long; more of them are no headline any more."""

_PHRASE = re.compile(r"[^ 、。？！：・]*[ 、。？！：・]*")


def wrapped(text: str, room: int, most: int | None = None) -> list[str]:
    """Return text as lines of at most `room` cells, of about the same length.

    With `most`, what does not fit into so many lines is left to be cut in the last one.
    """
    return list(_wrapped(text, room, most))


@lru_cache(maxsize=512)
def _wrapped(text: str, room: int, most: int | None) -> tuple[str, ...]:
    text = one_line(text)
    lines = _broken(text, room)
    if 1 < len(lines) <= _BALANCED:
        shortest = max(4, -(-width(text) // len(lines)))
        for narrower in range(shortest, room):
            balanced = _broken(text, narrower)
            if len(balanced) <= len(lines):
                lines = balanced
                break
    if most is not None and len(lines) > most:
        kept = _broken(text, room)[: most - 1]
        lines = [*kept, text[sum(map(len, kept)) :].strip()] if kept else [text]
        if most > 1:
            lines = [*kept, _rest(text, kept)]
    return tuple(lines)


def _rest(text: str, lines: list[str]) -> str:
    for line in lines:
        text = text[text.index(line) + len(line) :]
    return text.strip()


def _broken(text: str, room: int) -> list[str]:
    lines: list[str] = []
    line = ""
    used = 0
    for phrase in _PHRASE.findall(text):
        if used + width(phrase.rstrip()) <= room:
            line += phrase
            used += width(phrase)
            continue
        if line:
            lines.append(line.rstrip())
            line, used = "", 0
        for piece in _pieces(phrase) if width(phrase.rstrip()) > room else [phrase]:
            if line and used + width(piece.rstrip()) > room:
                lines.append(line.rstrip())
                line, used = "", 0
            line += piece
            used += width(piece)
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _pieces(phrase: str) -> list[str]:
    pieces: list[str] = []
    for cluster in clusters(phrase):
        if pieces and cluster[0] in _NOT_FIRST:
            pieces[-1] += cluster
        else:
            pieces.append(cluster)
    return pieces
