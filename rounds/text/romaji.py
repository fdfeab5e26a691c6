"""Writes kana in Latin letters, so that a name is found without an input method.

All spellings are folded into one: "shi" and "si", "tsu" and "tu", "va" and "ba", "Ohno",
"Oono" and "Ono" are the same, and so are long vowels however they are written. The result is
for searching and never for showing.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_KANA = {
    **{
        kana: lead + vowel
        for lead, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    },
    **dict(zip("やゆよわをんゔ", ("ya", "yu", "yo", "wa", "o", "n", "bu"), strict=True)),
}
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉ", "aiueo", strict=True))
_W = {"うぃ": "wi", "うぇ": "we", "うぉ": "wo"}

_SAME = (
    (r"-", ""),
    (r"v", "b"),
    (r"(?<=[td])h(?=i)", ""),
    (r"tch", "tty"),
    (r"c$", "t"),
    (r"sh(?=i|$)", "s"),
    (r"ch(?=i|$)", "t"),
    (r"ts", "t"),
    (r"f", "h"),
    (r"j(?=i|$)", "z"),
    (r"sh", "sy"),
    (r"ch", "ty"),
    (r"j", "zy"),
    (r"[yt]yi", "ti"),
    (r"zyi|dzi|di", "zi"),
    (r"du|dzu", "zu"),
    (r"m(?=[bp])", "n"),
    (r"oh(?=[^aiueoy]|$)|ou", "o"),
    (r"([aiueo])\1+", r"\1"),
    (r"nn", "n"),
)


@lru_cache(maxsize=4096)
def romaji(reading: str) -> str:
    """Return hiragana in Latin letters, folded; other characters stay as they are."""
    for kana, spelled in _W.items():
        reading = reading.replace(kana, spelled)
    letters = ""
    doubled = False
    for kana in reading:
        if kana in _SMALL:
            letters = letters[:-1] + _SMALL[kana] if letters.endswith("i") else letters
            continue
        if kana == "っ":
            doubled = True
            continue
        if kana == "ー":
            continue
        if kana in _SMALL_VOWELS:
            letters = _with_vowel(letters, _SMALL_VOWELS[kana])
            continue
        spelled = _KANA.get(kana, kana)
        letters += spelled[0] + spelled if doubled and spelled else spelled
        doubled = False
    return folded(letters)


def _with_vowel(letters: str, vowel: str) -> str:
    """Return letters followed by a small vowel: "si" and "e" make "sye", "te" and "i" make "ti"."""
    if letters.endswith("i") and vowel != "i":
        return letters[:-1] + "y" + vowel
    return letters.rstrip("aiueo") + vowel


def folded(latin: str) -> str:
    """Return Latin letters in the one spelling in which they are compared."""
    for pattern, same in _SAME:
        latin = re.sub(pattern, same, latin)
    return latin
