"""The order of names in a phone book: on the board, and on every list that is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rounds.text.fold import fold_letters
from rounds.text.safe import one_line

_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー ")


class OrderKey(NamedTuple):
    """What a name is sorted by; `letters` is empty if the whole list is sorted by number.

    Names of no known order (`unreadable`) stand at the end.
    """

    unreadable: bool
    letters: str
    reading: str
    number: int


def order_keys(people: Sequence[tuple[str, str, int]]) -> list[OrderKey]:
    """Return the key of each (name, kana, number).

    A list in which most names are of no known order is sorted by number.
    """
    readings = [fold_letters(one_line(kana) or one_line(name)) for name, kana, _number in people]
    if sum(map(_unreadable, readings)) * 2 > len(people):
        return [OrderKey(False, "", "", number) for _name, _kana, number in people]
    return [
        OrderKey(_unreadable(reading), _letters(reading), reading, number)
        for reading, (_name, _kana, number) in zip(readings, people, strict=True)
    ]


@lru_cache(maxsize=4096)
def _letters(reading: str) -> str:
    """Return a reading without accents, voicing and small kana, as phone books sort it."""
    if reading.isascii():
        return reading
    return "".join(
        c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c)
    ).translate(_SMALL)


def _unreadable(reading: str) -> bool:
    """Return whether a reader cannot know where a name is sorted (kanji without kana)."""
    return any("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in reading)
