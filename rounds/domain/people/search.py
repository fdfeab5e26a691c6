"""Finding somebody by what the host types: a number, or a part of a name, kana or company."""

from __future__ import annotations

import re
import unicodedata

from rounds.domain.event import Event, Participant, PersonKey
from rounds.domain.people import roster
from rounds.text import romaji

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}

_GROUPS = """
斎齋斉齊 辺邉邊 高髙 崎﨑嵜碕 浜濱濵 沢澤 島嶋嶌 広廣 国國圀 桜櫻 竜龍 吉𠮷 富冨 黒黑 真眞 栄榮
恵惠 徳德 瀬瀨 関關 滝瀧 館舘 峰峯 岳嶽 曽曾 柳栁 蔵藏 桧檜 芦蘆 渋澁 弥彌 万萬 円圓 亀龜 実實
寿壽 豊豐 児兒 会會 学學 鉄鐵 静靜 穂穗 与與 彦彥 晃晄 暁曉 総總
"""
"""Old and new forms of characters in names; who types one may mean another of its group."""

_VARIANTS = {ord(other): group[0] for group in _GROUPS.split() for other in group[1:]}

_READABLE = re.compile(r"[\x21-\x7eぁ-ゔー]+")
_BETWEEN_WORDS = re.compile(r"[\s\u30fb\uff65]+")


def folded(text: str) -> str:
    """Return text as it is compared: wide and small forms, case, accents and kana made alike.

    "ＡＮＡ" finds "Ana", "muller" finds "Müller", "サトウ" finds "さとう". Blanks do not count.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    bare = "".join(
        each
        for each in unicodedata.normalize("NFD", plain)
        if unicodedata.category(each) != "Mn" or each in "\u3099\u309a"
    )
    return "".join(unicodedata.normalize("NFC", bare).split())


def search(event: Event, typed: str) -> tuple[PersonKey, ...]:
    """Return who is meant, the likeliest first; everybody in the order of the roster for "".

    A number means the person of that number, then those whose number begins with it. Letters
    mean the beginning of a name or kana, then of a word in them, then any part, then the company.
    Kana may be typed in Latin letters, in any of their spellings. Among those found alike,
    who is written as it was typed comes before variants of the characters.
    """
    spelled = folded(typed)
    wanted = _alike(spelled)
    if not wanted:
        return tuple(roster.numbers(event))
    ranked = []
    for number, person in enumerate(roster.people(event), 1):
        rank = _rank(wanted, number, person)
        if rank is not None:
            differs = spelled not in folded(person.name)
            ranked.append((rank, differs, number, person.key))
    return tuple(key for *_rank_, key in sorted(ranked))


def named(event: Event, name: str) -> tuple[PersonKey, ...]:
    """Return who is called so in full: by id, else as it is written, else however it is spelled."""
    people = roster.people(event)
    if name in roster.by_key(event):
        return (name,)
    written = tuple(person.key for person in people if person.name == name)
    wanted = _alike(folded(name))
    return written or tuple(
        person.key
        for person in people
        if wanted and wanted in {_alike(folded(word)) for word in _spellings(person)}
    )


def nearest(event: Event, name: str) -> str | None:
    """Return the name on the roster that is most like one that nobody has, None without any."""
    from difflib import get_close_matches

    spelled = {
        _alike(folded(word)): person.name
        for person in reversed(roster.people(event))
        for word in _spellings(person)
    }
    near = get_close_matches(_alike(folded(name)), spelled, 1)
    return spelled[near[0]] if near else None


def _spellings(person: Participant) -> tuple[str, ...]:
    return (person.key, person.kana, person.name)


def _alike(text: str) -> str:
    return text.translate(_VARIANTS)


def _rank(wanted: str, number: int, person: Participant) -> int | None:
    if wanted.isdecimal():
        if str(number) == wanted.lstrip("0"):
            return 0
        if str(number).startswith(wanted):
            return 1
    spellings = [person.name, person.kana]
    whole = [_alike(folded(spelling)) for spelling in spellings]
    read = romaji.romaji(wanted) if _READABLE.fullmatch(wanted) else ""
    if _one_begins(whole, wanted, read):
        return 2
    words = [
        _alike(folded(word)) for spelling in spellings for word in _BETWEEN_WORDS.split(spelling)
    ]
    if _one_begins(words, wanted, read):
        return 3
    if any(wanted in each for each in whole):
        return 4
    return 5 if wanted in _alike(folded(person.company)) else None


def _one_begins(spellings: list[str], wanted: str, read: str) -> bool:
    """Return whether a spelling begins with what is wanted, or reads as `read` begins to read."""
    return any(each.startswith(wanted) for each in spellings) or (
        bool(read) and any(romaji.romaji(each).startswith(read) for each in spellings)
    )
