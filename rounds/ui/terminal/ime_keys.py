"""The key that a host means by a character of Japanese input, which is easily left on."""

from __future__ import annotations

import unicodedata

_SAME_KEY = {"。": ".", "、": ",", "・": "/", "「": "[", "」": "]", "ー": "-"}
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


def intended_key(character: str | None) -> tuple[str, str] | None:
    """Return the name and the character of the key that a wide character stands for, else None."""
    if character is None or character.isascii():
        return None
    plain = _SAME_KEY.get(character, half_width(character))
    if len(plain) != 1 or not plain.isascii():
        return None
    return _NAMES.get(plain, plain), plain
