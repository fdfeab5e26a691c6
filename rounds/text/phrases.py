"""Where Japanese text may be broken between phrases (文節), as budoux has learned it.

Japanese is written without blanks, so a model says where a phrase ends. It tears apart names,
Latin words and numbers; these are kept together here. The model is imported and read when the
first Japanese line is broken, which takes about as long as one picture of the stage.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from budoux import Parser

TITLES = "さん|さま|様|くん|ちゃん"
"""What follows a name, with or without a blank between, and never begins a line."""

NOT_FIRST = (
    "、。，．・：；？！）」』】〕》〉｝］ー〜々ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)"
    "｡､｣ｰｧｨｩｪｫｯｬｭｮﾞﾟ"
)
"""Closing punctuation, small kana and long marks: no line begins with one of them."""

NOT_LAST = "（「『【〔《〈｛［｢("
"""Opening brackets: no line ends with one of them."""

WIDE = "\u2e80-\uffef"
"""The characters of Japanese text, for a regular expression."""

_END = r"\s、。？！：・（「」）"
_NAME = rf"(?:[^{_END}]+ ){{1,2}}(?:{TITLES})|「[^」]+」(?:{TITLES})|[^{_END}ぁ-ん]+(?:{TITLES})"
_WORD = rf"(?:[^\s{WIDE}]|[Ａ-Ｚａ-ｚ０-９])+"
_WHOLE = rf"{_NAME}|{_WORD}"
"""What is kept together: a name of one or two words and its title, a Latin word, a number."""

_BEGINS_A_WORD = "[おご]?[^ぁ-ん]"


def phrase_groups(text: str) -> list[list[str]]:
    """Return Japanese text in groups of phrases, between which it is broken best.

    A phrase that begins with hiragana is mostly an auxiliary of the one before ("ために", "して"),
    so the two are in one group.
    """
    groups: list[list[str]] = []
    for phrase in phrases(text):
        if groups and not re.match(_BEGINS_A_WORD, phrase):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def phrases(text: str) -> list[str]:
    """Return Japanese text in phrases; blanks stand at their ends."""
    inside = {
        place
        for whole in re.finditer(_WHOLE, text)
        for place in range(whole.start() + 1, whole.end())
    }
    places = [0]
    chunks = _model().parse(text)
    for end, following in zip(accumulate(map(len, chunks)), chunks[1:], strict=False):
        if re.fullmatch("[ぁ-ん]", following.strip()):
            continue
        place = end + len(text[end:]) - len(text[end:].lstrip(" "))
        if place > places[-1] and place not in inside and _may_break(text[:place], text[place:]):
            places.append(place)
    return [text[start:end] for start, end in pairwise([*places, len(text)])]


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may be broken here, whatever the model says."""
    if not after or after[0] in NOT_FIRST or before[-1] in NOT_LAST or before[-1].isdecimal():
        return False
    if re.match(TITLES, after):
        return False
    if after[0].isdecimal() and not re.search(r"[ぁ-ん\s]$", before):  # 第3, テーブル15
        return False
    # A particle stays with the Latin word before it, though there is a blank between them.
    return re.search(rf"[^{WIDE}] $", before) is None or re.match("[ぁ-ん]", after) is None


@cache
def _model() -> Parser:
    parser: Parser = import_module("budoux").load_default_japanese_parser()
    return parser
