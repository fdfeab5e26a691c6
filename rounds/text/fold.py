"""Texts as they are compared, whatever keyboard, input method or program they come from.

Three functions, each of which makes more spellings alike than the one before it: `fold_letters`
(width, case, kana, apostrophes), `fold_spelling` (also accents and blanks) and `fold` (also old
forms of kanji). Whether two names, companies or industries are the same is asked of `fold`. The
results are for comparing and never for showing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}

_ACCENTS = re.compile(r"[\u0300-\u036f]")
"""Latin, Greek and Cyrillic lose their marks; those of kana, Thai or Hindi tell words apart."""

_APOSTROPHES = {ord(mark): "'" for mark in "‘’‛ʹʻʼʽˈ′´`"}
"""Phones and word processors write O’Neill, keyboards O'Neill."""

_VARIATION_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""They choose between glyphs of one character, as some input methods do for names."""

_KANJI = """
斎齋斉齊 辺邉邊 高髙 崎﨑嵜碕 浜濱濵 沢澤 島嶋嶌 広廣 国國圀 桜櫻 竜龍 吉𠮷 富冨 黒黑 真眞 栄榮
恵惠 徳德 瀬瀨 関關 滝瀧 館舘 峰峯 岳嶽 曽曾 柳栁 蔵藏 桧檜 芦蘆 渋澁 弥彌 万萬 円圓 亀龜 実實
寿壽 豊豐 児兒 会會 学學 鉄鐵 静靜 穂穗 与與 彦彥 晃晄 暁曉 総總
"""
"""The common form of a character in names, then its old and other forms."""

_COMMON_FORMS = {ord(other): group[0] for group in _KANJI.split() for other in group[1:]}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return text without differences of width, case, accents, kana, blanks and kanji forms.

    "ＡＮＡ" and "Ana" fold alike, and so do "Muller" and "Müller", "サトウ" and "さとう",
    "渡邊" and "渡辺", "Acme Ltd" and "AcmeLtd". Only text of nothing but blanks folds to "".
    """
    return fold_kanji(fold_spelling(text))


def fold_kanji(text: str) -> str:
    """Return text with the common form of every character of a name."""
    return text.translate(_COMMON_FORMS)


@lru_cache(maxsize=4096)
def fold_spelling(text: str) -> str:
    """Return text as `fold` does, but with kanji in the form in which they were written."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", fold_letters(text)))
    return "".join(unicodedata.normalize("NFC", bare).split())


@lru_cache(maxsize=4096)
def fold_letters(text: str) -> str:
    """Return text in narrow small letters and hiragana; blanks, accents and signs stay.

    Every apostrophe is the straight one.
    """
    visible = "".join(
        c for c in _VARIATION_SELECTORS.sub("", text) if unicodedata.category(c) != "Cf"
    ).translate(_APOSTROPHES)
    return unicodedata.normalize("NFKC", visible).casefold().translate(_HIRAGANA)
