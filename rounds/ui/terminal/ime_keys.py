"""The key that a host means by a character of Japanese input, which is easily left on."""

from __future__ import annotations

import unicodedata

_SAME_KEY = {"。": ".", "、": ",", "・": "/", "「": "[", "」": "]", "ー": "-"}
_VOWELS = dict(zip("あいうえおんアイウエオン", "aiueon" * 2, strict=True))
"""What an input method makes of a single key; a consonant alone stays a letter."""
_NAMES = {
    " ": "space",
    "?": "question_mark",
    ".": "full_stop",
    ",": "comma",
    "/": "slash",
    "+": "plus",
    "-": "minus",
    "=": "equals_sign",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
}


def half_width(text: str) -> str:
    """Return text with full-width letters, digits, signs and blanks as half-width ones."""
    return unicodedata.normalize("NFKC", text)


def is_composed(character: str | None) -> bool:
    """Return whether a character comes from an input method: kana, kanji or a full-width one."""
    return character is not None and any(
        unicodedata.east_asian_width(each) in {"W", "F"} for each in half_width(character)
    )


def intended_key(character: str | None) -> tuple[str, str] | None:
    """Return the name and the character of the key that a wide character stands for, else None."""
    if character is None or character.isascii():
        return None
    plain = half_width(character).lower()
    plain = _SAME_KEY.get(character) or _VOWELS.get(plain, plain)
    if len(plain) != 1 or not plain.isascii():
        return None
    return _NAMES.get(plain, plain), plain
