"""Names that are joined in one text: "Tom & Sally", "森、林", "Bo Lindqvist +1"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_COMPANION = (
    "guests?|friends?|others?|colleagues?|companions?|wife|husband|spouse|partner|"
    "frau|mann|gattin|gatte|begleitung|begleiter|begleiterin|partnerin|gast|gäste|kollegen|"
    "mari|femme|épouse|époux|conjointe?|compagnon|compagne|accompagnante?|invitée?s?|collègues|"
    "señora|esposa|esposo|marido|mujer|pareja|acompañantes?|invitados?|"
    "moglie|marito|signora|compagna|compagno|accompagnatore|ospiti|ospite|"
    "mulher|acompanhantes?|convidados?|vrouw|man|echtgenote|echtgenoot|introducé|gasten"
)
_HIS_OR_HER = (
    "his|her|their|my|a|seine[mr]?|ihre[mr]?|einer?|son|sa|su|una?|sua|seu|suo|zijn|haar|een"
)
_MORE = re.compile(
    r"(.*?\S)\s*(?:[(（]?\s*(?:\+\s*(\d{1,3})|"
    r"(?:他|ほか|外|同伴者?|同行者?|お連れ様|외|동반)\s*(\d{1,3})\s*[名人명]|"
    r"plus\s+(\d{1,3}|one)|"
    r"(?:(?<=\s)(?:and|with|und|mit|et|avec|y|con|e|com|en|met)|&|\+|＋|/)\s+(?:(\d{1,3})\s+)?"
    rf"(?:(?:{_HIS_OR_HER})\s+)?(?:{_COMPANION})|ご?夫妻|ご?夫婦|(?:と|＋|・)奥様)\s*[)）]?)",
    re.IGNORECASE,
)
_LONGEST = 300
"""A longer text is no name, and is not looked through."""

_PARTY = re.compile(
    r"(.*?[^\s\d])\s*(?:等\s*([1-9]\d?)\s*[人名]|[(（]\s*([1-9１-９]\d?)\s*(?:名様?|人|people|persons|명)\s*[)）]|"
    r"\s[x×]\s?([2-9]))",
    re.IGNORECASE,
)
"""A name and how many they are together, the named person counted in."""

_COUPLE = re.compile(
    r"(?:mr\.?\s(?:and|&)\smrs|herrn?\s(?:und|&)\sfrau|m\.?\s(?:et|&)\smme|sr\.?\sy\ssra|sig\.?\se\ssig\.ra|"
    r"dhr\.?\sen\smevr)\.?\s(\S.*)",
    re.IGNORECASE,
)

_AND = re.compile(r"\s*(?:\s&\s|＆|\s\+\s|＋|\sand\s|、|，|;|；|/|／)\s*", re.IGNORECASE)
_OTHER_AND = re.compile(r"\s(?:und|et|y|e|en|와|과)\s", re.IGNORECASE)
"""Between two names, but also within one: "Ortega y Gasset"."""

_TITLE_BEHIND = re.compile(
    r"(?:ph\.?\s?d|m\.?\s?d|mba|m\.?a|b\.?a|msc|bsc|jr|sr|esq|cpa|dds|rn|i{2,3}|iv|llm|j\.?d)\.?",
    re.IGNORECASE,
)
_KANJI = re.compile(r"[\u3400-\u9fff々]")
_KANA = re.compile(r"[ぁ-ヿ｡-ﾟ\s]+")


def names_in(text: str, *, family_first: bool = False) -> tuple[str, ...]:
    """Return the names in a text that names several people, nothing if it names one.

    `family_first` says that the list writes "Petrov, Ana".
    """
    if len(text) > _LONGEST:
        return ()
    parts = [part.strip() for part in _AND.split(text) if part.strip()]
    pieces = text.split("・")
    if len(pieces) > 1 and all(_KANJI.search(piece) for piece in pieces):
        parts = [piece.strip() for piece in pieces]
    halves = _OTHER_AND.split(text)
    if len(halves) == 2 and (" " in halves[0]) == (" " in halves[1]):
        parts = halves
    listed = [each.strip() for part in parts for each in part.split(",")]
    names = [each for each in listed if each and not _TITLE_BEHIND.fullmatch(each)]
    if len(names) < 2:
        return ()
    if len(parts) == 1:
        one_comma = len(names) == 2 and (family_first or any(" " not in name for name in names))
        return () if one_comma else tuple(names)
    if len(parts) == 2 and _in_two_scripts(*parts):
        return ()
    return tuple(parts) if family_first and "," in text else tuple(names)


def companions(text: str) -> tuple[str, int]:
    """Return a name without "+1", "他1名" and the like, and how many people that means."""
    if len(text) > _LONGEST:
        return text, 0
    if couple := _COUPLE.fullmatch(text):
        return couple[1], 1
    if party := _PARTY.fullmatch(text):
        return party[1], int(party[2] or party[3] or party[4]) - 1
    found = _MORE.fullmatch(text)
    if found is None or found[1].isdecimal():
        return text, 0
    digits = next((each for each in found.groups()[1:] if each and each.isdecimal()), "1")
    return found[1].rstrip(" ,、(（"), int(digits)


def writes_family_first(names: Iterable[str]) -> bool:
    """Return whether most names of a list have one comma: "Petrov, Ana"."""
    counts = [name.count(",") for name in names]
    return len(counts) > 1 and counts.count(1) * 2 > len(counts)


def eastern(text: str) -> bool:
    """Return whether a text has characters of East Asia."""
    return any(unicodedata.east_asian_width(c) == "W" for c in text)


def only_kana(text: str) -> bool:
    """Return whether a text is nothing but kana, as a reading is."""
    return bool(_KANA.fullmatch(text))


def _in_two_scripts(one: str, other: str) -> bool:
    """Return whether "青木 恵／Megumi Aoki" is one person, written twice."""
    return eastern(one) != eastern(other) or only_kana(one) != only_kana(other)
