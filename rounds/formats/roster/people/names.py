"""The names on a roster: put together, without what is no part of them, found in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rounds.domain.people.joined_names import (
    companions,
    eastern,
    names_in,
    only_kana,
)
from rounds.formats.roster.people.answers import is_answer
from rounds.formats.roster.people.attendance_marks import said_around
from rounds.formats.roster.people.company_words import has_legal_form, is_company
from rounds.formats.roster.people.rows_without_people import nobody
from rounds.text.fold import fold, fold_spelling

_KANJI = r"[\u3400-\u9fff\uf900-\ufaff々]"
_HONORIFIC = re.compile(
    rf"(.*\S)(?:\s*様|\s+(?:さま|殿|さん|氏|先生|女士|小姐|님|씨)|(?<=\S\S)(?:さま|殿|先生|님)|"
    rf"(?<=[ぁ-ヿ][ぁ-ヿ])さん|(?<={_KANJI})さん|(?<={_KANJI}{_KANJI})氏)"
)
_TITLE_BEFORE = re.compile(
    r"(?:(?:mr|mrs|ms|dr|prof|herr|frau|mme|mlle|miss|sig\.?ra|sig\.na|(?:dott|prof)\.ssa)\s+|"
    r"(?:mr|mrs|ms|mx|dr|prof|herr|frau|mme|mlle|sra?|srª|srta|dña|sig|dott|avv|ing|dipl|mag|"
    r"dhr|mevr|mw)\.-?\s*)+(?=\S)",
    re.IGNORECASE,
)
_POSITION = (
    r"代表取締役(?:社長|会長)?|取締役(?:社長)?|代表社員|代表理事|代表|社長|専務|常務|理事長|理事|会長|店長|"
    r"所長|院長|部長|次長|課長|係長|主任|弁護士|税理士|社労士|行政書士|司法書士|会計士|CEO|CTO|CFO|COO|(?:대표|이사|부장|과장|팀장|사장|차장)(?:이사)?님?|"
    r"(?:总|總)?[经經]理|[总總][监監]|董事[长長]"
)
_POSITION_BEHIND = re.compile(rf"(.*\S)[\s/／|,、]+((?:{_POSITION})(?:\s.*)?)")
_POSITION_BEFORE = re.compile(
    rf"((?:{_POSITION})|\w{{1,10}}(?:部長|課長|社長|店長)|講師|来賓|幹事|司会|[Ss]peaker|[Mm]oderator)(?:\s*[:：]\s*|\s+)(\S.*\s.*)|"
    rf"((?:{_POSITION}))\s+(\S.*)"
)
_COMPANY_BEFORE = re.compile(rf"(\S+)\s+((?:{_KANJI}|[ぁ-ヿ])+(?:\s(?:{_KANJI}|[ぁ-ヿ])+)?)")
_PRONOUNS = re.compile(r"(.*\S)\s+((?:she|he|they)/(?:her|him|them|they|she|he)s?)", re.IGNORECASE)
_NOTE = re.compile(r"(.*?\S)\s*[※＊](.+)")
_SAID_BEHIND = re.compile(
    r"(.*\S)\s+((?:遅れ|遅刻|途中|早退|欠席|不参加|キャンセル|参加|出席|未定|仮申|保留).*)"
)
_SIGN_BEHIND = re.compile(r"(.*?[^\s])\s*([❌✖✗✘🙅👎✅✔☑👍🙆])\ufe0f?")
_LONGEST = 300
"""A longer text is no name, and is not looked through."""

_DASH = re.compile(r"(.*?\S)\s+[-–—:：@＠|｜]\s*(.+)")
_BEFORE = r"[^\d:：()（）\[\]［］【】]"
_COLON = re.compile(rf"({_BEFORE}+(?<=\S)\s{_BEFORE}+(?<=\S))(?::\s|：)\s*(\S.*)")
"""Behind a full name, so one with a blank in it: "Dr: Ann Lee" is no such thing."""

_SLASH = re.compile(r"(.*?\S)\s*[/／]\s*(\S.*)")
_BRACKET = re.compile(r"(.*\S)\s*[(（\[［【〔]([^()（）\[\]［］【】〔〕]*)[)）\]］】〕]")
_MAIL = re.compile(r"(.*\S)\s*<([^<>\s]+@[^<>\s]+)>")
_BULLET = re.compile(r"(?:\d{1,4}[.):．）]\s*|[①-⑳・•●◆■□○*–—-]\s+|[・•●◆■①-⑳])(?=\D)")


@dataclass(frozen=True)
class Named:
    """What the cell of a name says.

    `told` is what stood beside the name and is no part of it, `company` what stood behind a slash,
    `several` the names if there are more than one, `more` how many come along who have no name.
    """

    name: str
    kana: str = ""
    contact: str = ""
    told: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    more: int = 0
    company: str = ""


def full_name(values: dict[str, str]) -> str:
    """Return the name in a row's values, put together if its parts have columns of their own."""
    if "name" in values:
        return values["name"]
    family, given = values.get("family", ""), values.get("given", "")
    if "infix" in values:
        family = f"{values['infix']} {family}"
    parts = [part for part in (family, given) if part]
    if any("\uac00" <= c <= "\ud7a3" for c in family + given):
        return "".join(parts)
    return " ".join(parts if eastern(family + given) else reversed(parts))


def understood(text: str, *, commas: bool = False, companies: bool = False) -> Named:
    """Return the name in a cell, and what else stands there.

    `commas` says that the list writes family names first ("Petrov, Ana"), `companies` that it has
    companies behind a slash ("Ana Petrov / Blue Harbor").
    """
    if len(text) > _LONGEST:
        return Named(text)
    text = _BULLET.sub("", text, count=1) if _BULLET.match(text) else text
    told: list[str] = []
    kana = contact = company = ""
    if found := _MAIL.fullmatch(text):
        text, contact = found[1].strip("\"' "), found[2]
    text, coming = said_around(text)
    text, more = companions(text)
    # "Ana Silva - cancelled", "Ana Silva - Northwind", "Ana Silva: Northwind"
    if found := _DASH.fullmatch(text) or _COLON.fullmatch(text):
        text, told = found[1], [found[2]]
    elif (found := _SLASH.fullmatch(text)) and _is_company_of(*found.groups(), listed=companies):
        text, company = found.groups()
    if found := _NOTE.fullmatch(text):
        text, told = found[1], [found[2].strip()]
    if found := _PRONOUNS.fullmatch(text):
        text, told = found[1], [*told, found[2]]
    told = [*coming, *told]
    if (found := _SAID_BEHIND.fullmatch(text)) or (found := _SIGN_BEHIND.fullmatch(text)):
        text, told = found[1], [*told, found[2]]
    while found := _BRACKET.fullmatch(text):
        text, inside = found[1], found[2].strip()
        if not kana and only_kana(inside) and not only_kana(text):
            kana = inside
        elif inside:
            told.insert(0, inside)
    if several := names_in(text, family_first=commas):
        return Named(text, told=tuple(told), several=several, more=more)
    if found := _POSITION_BEHIND.fullmatch(text):
        text = found[1].rstrip(" ,、")
        told.insert(0, found[2])
    elif found := _POSITION_BEFORE.fullmatch(text):
        text = found[2] or found[4]
        told.insert(0, found[1] or found[3])
    elif (found := _COMPANY_BEFORE.fullmatch(text)) and has_legal_form(found[1]):
        text = found[2]
        told.insert(0, found[1])
    return Named(without_honorific(text), kana, contact, tuple(told), (), more, company)


def has_companies_behind(names: Sequence[str]) -> bool:
    """Return whether most of the slashes in a list have a company behind them."""
    behind = [
        _is_company_of(*found.groups())
        for name in names
        if len(name) <= _LONGEST
        and (found := _SLASH.fullmatch(name))
        and not _are_a_couple(*found.groups())
    ]
    return len(behind) > 2 and sum(behind) * 2 > len(behind)


def _is_company_of(name: str, other: str, *, listed: bool = False) -> bool:
    """Return whether what follows a slash is a company: two people stand beside one as well.

    One word behind a full name is one, unless it is a title; `listed` says that the list has
    companies there, so more words are one, too. Couples have a word in common.
    """
    if is_company(other):
        return not is_company(name)
    western = not eastern(name + other) and " " in name and not _SLASH.fullmatch(name)
    starts = other[:1].isupper() or other[:1].isdigit()
    if not western or not starts or nobody(other) or is_answer(other):
        return False
    if _POSITION_BEHIND.fullmatch(f"{name} / {other}") or not names_in(f"{name} / {other}"):
        return False  # "Ann Lee / CEO", "Ann Lee / PhD"
    return not _are_a_couple(name, other) and (listed or " " not in other)


def _are_a_couple(name: str, other: str) -> bool:
    """Return whether two names have a word in common."""
    return bool({fold(word) for word in name.split()} & {fold(word) for word in other.split()})


def without_honorific(name: str) -> str:
    """Return a name without 様, さん, Mr. and their like; a screen adds its own さん."""
    bare = _TITLE_BEFORE.sub("", name, count=1) if _TITLE_BEFORE.match(name) else name
    found = _HONORIFIC.fullmatch(bare)
    return found[1] if found and len(found[1]) > 1 else bare


def is_numbered(text: str) -> bool:
    """Return whether a line of a list begins with its number: "1. Ann Lee"."""
    return bool(re.match(r"(?:\d{1,3}[.)．）]|[①-⑳])\s*\D", text))


def without_bullets(names: Sequence[str]) -> list[str]:
    """Return the names of a list without the sign in front, if most of them have the same one."""
    signs = [name[0] for name in names if name and name[0] in "■◆▼▲●★☆*#"]
    common = max(set(signs), key=signs.count, default="")
    if not common or signs.count(common) * 2 <= sum(map(bool, names)):
        return list(names)
    return [name.removeprefix(common).lstrip() for name in names]


class KnownNames:
    """The people of a roster, found by name or id as it is written, else in any spelling."""

    def __init__(self, people: Iterable[tuple[str, str | None]]) -> None:
        """Take the name and the id, if any, of every person."""
        self._written: dict[str, list[str]] = {}
        self._folded: dict[str, list[str]] = {}
        self._turned: dict[str, list[str]] = {}
        for name, own_id in people:
            key = own_id or name
            for called in dict.fromkeys((name, key)):
                for table, spelled in (
                    (self._written, called),
                    (self._folded, fold(called)),
                    (self._turned, _turned(called)),
                ):
                    found = table.setdefault(spelled, [])
                    if key not in found:
                        found.append(key)

    def find(self, wanted: str) -> list[str]:
        """Return how the event file calls those who are meant: all of that name, or nobody."""
        bare = without_honorific(wanted)
        return (
            self._written.get(wanted)
            or self._folded.get(fold(wanted))
            or self._folded.get(fold(bare))
            or self._turned.get(_turned(bare))
            or []
        )


def _turned(name: str) -> str:
    """Return a name so that "Petrov, Ana" and "Ana Petrov" are the same."""
    return " ".join(sorted(fold_spelling(word) for word in name.replace(",", " ").split()))
