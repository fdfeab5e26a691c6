"""Kana in Latin letters, so that a name is found while no input method is on.

Both ways of spelling are folded into one: "shi" and "si", "tsu" and "tu", "Ohno", "Oono" and
"Ono" are the same. It serves finding and nothing else; it is not for showing.
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
    **dict(zip("ぁぃぅぇぉ", "aiueo", strict=True)),
}
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}

_SAME = (
    (r"tch", "tty"),
    (r"c$", "t"),
    (r"sh(?=i|$)", "s"),
    (r"ch(?=i|$)", "t"),
    (r"ts(?=u|$)", "t"),
    (r"f(?=u|$)", "h"),
    (r"j(?=i|$)", "z"),
    (r"sh", "sy"),
    (r"ch", "ty"),
    (r"j", "zy"),
    (r"[yt]yi", "ti"),
    (r"zyi|dzi|di", "zi"),
    (r"du|dzu", "zu"),
    (r"m(?=[bp])", "n"),
    (r"oh(?=[^aiueoy]|$)|ou|oo", "o"),
    (r"uu", "u"),
    (r"nn", "n"),
)


@lru_cache(maxsize=4096)
def romaji(reading: str) -> str:
    """Return hiragana in Latin letters, folded; what is no kana stays as it is."""
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
        spelled = _KANA.get(kana, kana)
        letters += spelled[0] + spelled if doubled and spelled else spelled
        doubled = False
    return folded(letters)


def folded(latin: str) -> str:
    """Return Latin letters in the one spelling in which they are compared."""
    for pattern, same in _SAME:
        latin = re.sub(pattern, same, latin)
    return latin
