"""The words of a text that say what it is about, in a form in which they can be compared.

A Latin word counts without its ending ("pumps", "Pump"; "designer", "design"), without filler such
as "looking for". Japanese has no blanks, so pairs of neighbouring characters stand for words, in
runs of kanji and of katakana; hiragana mostly joins words and is left out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rounds.text.fold import fold_kanji, fold_spelling

_KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々\U00020000-\U0003ffff]+")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_LATIN = re.compile(r"[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々]+[+#]*")

_FILLER_TEXT = """
a about advice adviser advisor all also an and any anybody anyone are as at be best better business
businesses buy buyer by can client clients co companies company connect connection connections
contact contacts customer customers deal do every everybody everyone expert experts expertise find
firm firms for friend from get good great hand have help helping how i idea ideas in inc interested
into intro introduction introductions is it its join know large lead leads learn like local looking
ltd make many me meet meeting more most my need needed needs network networking new nice of off
offer offers on one open opportunity or other our out own owner owners partner partners partnership
people person professional professionals provide provider providers quality seek seeking seeks sell
seller selling service services share small so solution solutions some somebody someone something
specialist specialists supplier suppliers supply support talk team that the their them they things
this those to trade try up us use user users vendor vendors very want wants we well what where which
who whom will with work working would you your
紹介 会社 企業 経営 相談 希望 支援 提供 関係 業者 方々 全般 事業 仕事 顧客 様々 募集 必要 可能 客様
当社 弊社 自社 皆様 地元 地域 全国 今後 新規 開拓 取引 協力 連携 提案 対応 興味 一緒 専門 業界
サービス サポート ビジネス パートナー アドバイス メンバー ネットワーク
"""
_FILLER = frozenset(_FILLER_TEXT.split())
"""Words that say nothing about what somebody seeks or offers."""

_LAST = frozenset("者士業会社店家師先人様方的化性等")
"""Characters that end many words; a pair ending in one of them alone says little."""

_ENDINGS = ("ings", "ing", "ments", "ment", "ers", "er", "ors", "or", "ants", "ant", "ies", "es")
_STEM = 4
"""How much must be left of a word that loses its ending."""


@lru_cache(maxsize=4096)
def keywords(text: str) -> dict[str, str]:
    """Return the words of a text by what they are compared by, with a form to be shown."""
    plain = unicodedata.normalize("NFKC", text)
    found: dict[str, str] = {}
    for match in _LATIN.finditer(plain):
        word = match.group()
        acronym = len(word) == 2 and word.isupper()
        folded = fold_spelling(word)
        if (len(folded) > 2 and folded not in _FILLER and not folded.isdecimal()) or acronym:
            found.setdefault(stem(folded), word)
    for match in _KANJI.finditer(fold_kanji(plain)):
        run = match.group()
        for pair in _pairs(run):
            if pair not in _FILLER and (len(run) == 2 or pair[1] not in _LAST):
                found.setdefault(pair, pair)
    return found


@lru_cache(maxsize=4096)
def katakana(text: str) -> frozenset[str]:
    """Return the words of a text that are written in katakana."""
    runs = _KATAKANA.findall(unicodedata.normalize("NFKC", text))
    return frozenset(run for run in runs if len(run.strip("ー")) > 1 and run not in _FILLER)


def alike(one: str, other: str) -> bool:
    """Return whether two katakana words share more than half of the pairs of the shorter one."""
    first, second = set(_pairs(one)), set(_pairs(other))
    if min(len(one), len(other)) == 2:
        return one == other
    return 2 * len(first & second) > min(len(first), len(second))


def stem(word: str) -> str:
    """Return a folded word without its ending."""
    before = ""
    while word != before:
        before = word
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                word = word.removesuffix(ending)
                break
        if len(word) > _STEM - 1 and word[-1] in "siey" and not word.endswith("ss"):
            word = word[:-1]
    return word


def _pairs(run: str) -> list[str]:
    return [run[k : k + 2] for k in range(len(run) - 1)]
