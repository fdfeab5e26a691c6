"""The rows of a roster as people: names put together, lists taken apart, doubles told.

Who is marked as not coming is left out, and told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain.sentence import Sentence, counted, sentence
from rounds.text.fold import fold, fold_letters

Person = dict[str, object]

_PLAIN = ("kana", "company", "industry", "purpose", "offers", "seeks", "pitch", "contact", "side")
_NUMBERS = ("from_round", "until_round")
_YES = {"yes", "y", "true", "1", "x", "staff", "はい", "有", "○", "◯", "〇", "✓", "✔"}
_ABSENT = re.compile(
    r"ご?欠席|欠$|不参加|参加(し(ない|ません)|でき(ない|ません)|不可)|[×✕✖✗]"
    r"|no$|no[^\w]|absent|declined|not ?(attending|coming)",
)
_HONORIFIC = re.compile(r"(.*\S)(?:\s*様|\s+(?:さま|殿)|(?<=\S\S)(?:さま|殿))")
_BETWEEN_NAMES = re.compile(r"[,;、，；/／\n]")


@dataclass(frozen=True)
class Row:
    """One line of the roster: its number in the file and its values by field."""

    line: int
    values: dict[str, str]
    anything: bool = True


def people_from(rows: Sequence[Row]) -> tuple[list[Person], list[Sentence]]:
    """Return the people of the rows in their order, and what the host should know."""
    remarks: list[Sentence] = []
    named: list[tuple[Row, str]] = []
    absent: list[str] = []
    for row in rows:
        name = _without_honorific(_name(row.values))
        if name and marked_absent(row):
            absent.append(name)
        elif name:
            named.append((row, name))
        elif row.anything:
            remarks.append(sentence("Line {line} has no name and was left out.", line=row.line))
    if absent:
        remarks.append(
            counted(
                "Left out {count} who is marked absent: {names}.",
                "Left out {count} who are marked absent: {names}.",
                len(absent),
                names=absent,
            )
        )
    ids = _ids(named, remarks)
    roster = _Known({name for _row, name in named} | {each for each in ids if each})
    people = [
        _person(row, name, own_id, roster, remarks)
        for (row, name), own_id in zip(named, ids, strict=True)
    ]
    return people, remarks


def marked_absent(row: Row) -> bool:
    """Return whether a row belongs to somebody with a name who does not come."""
    if not _name(row.values):
        return False
    coming = fold_letters(row.values.get("coming", ""))
    return _ABSENT.match(coming.strip()) is not None


def _name(values: dict[str, str]) -> str:
    if "name" in values:
        return values["name"]
    family, given = values.get("family", ""), values.get("given", "")
    parts = [family, given] if _eastern(family + given) else [given, family]
    return " ".join(part for part in parts if part)


def _without_honorific(name: str) -> str:
    """Return a name without a final 様, さま or 殿; a screen adds its own さん."""
    found = _HONORIFIC.fullmatch(name)
    return found[1] if found and len(found[1]) > 1 else name


def _eastern(text: str) -> bool:
    return any(unicodedata.east_asian_width(c) == "W" for c in text)


def _ids(named: Sequence[tuple[Row, str]], remarks: list[Sentence]) -> list[str | None]:
    """Return an id for everybody whose name another line has too, None for the others."""
    count = Counter(name for _row, name in named)
    lines: dict[str, list[int]] = {}
    for row, name in named:
        lines.setdefault(name, []).append(row.line)
    taken = {name for _row, name in named}
    found: list[str | None] = []
    for row, name in named:
        wanted: str | None = row.values.get("id")
        if wanted in taken:
            wanted = None
        if wanted is None and count[name] > 1:
            company = row.values.get("company")
            wanted = f"{name} ({company})" if company else f"{name} (1)"
            n = 2 if company is None else 1
            while wanted in taken:
                wanted = f"{name} ({company} {n + 1})" if company else f"{name} ({n})"
                n += 1
        if wanted:
            taken.add(wanted)
        found.append(wanted)
    for name, where in lines.items():
        if len(where) > 1:
            remarks.append(
                sentence(
                    "{name} is on the roster more than once (lines {lines}): each got an id. "
                    "If it is one person, delete the others.",
                    name=name,
                    lines=[str(line) for line in where],
                )
            )
    return found


class _Known:
    """The names of a roster, found as they are written, else in any spelling."""

    def __init__(self, names: set[str]) -> None:
        self._names = names
        self._folded = {fold(name): name for name in names}

    def find(self, wanted: str) -> str | None:
        if wanted in self._names:
            return wanted
        bare = _without_honorific(wanted)
        return self._folded.get(fold(wanted)) or self._folded.get(fold(bare))


def _person(
    row: Row, name: str, own_id: str | None, roster: _Known, remarks: list[Sentence]
) -> Person:
    values = row.values
    person: Person = {"name": name}
    if own_id:
        person["id"] = own_id
    if "kana" not in values and {"family_kana", "given_kana"} & set(values):
        parts = (values.get("family_kana", ""), values.get("given_kana", ""))
        person["kana"] = " ".join(part for part in parts if part)
    person.update({field: values[field] for field in _PLAIN if field in values})
    for field in ("avoid", "wishes"):
        if field in values and (found := _names(values[field], row, roster, remarks)):
            person[field] = [each for each in found if each not in {name, own_id}]
    if "table" in values:
        person["table"] = _number(values["table"]) or values["table"]
    for field in _NUMBERS:
        if field not in values:
            continue
        number = _number(values[field])
        if number is not None and 1 <= number <= 40:
            person[field] = number
        else:
            remarks.append(
                sentence(
                    "Line {line}: {value} is not the number of a round and was left out.",
                    line=row.line,
                    value=values[field],
                )
            )
    if fold(values.get("staff", "")) in _YES:
        person["staff"] = True
    return person


def _names(text: str, row: Row, roster: _Known, remarks: list[Sentence]) -> list[str]:
    found = []
    for part in _BETWEEN_NAMES.split(text):
        wanted = part.strip()
        if not wanted:
            continue
        known = roster.find(wanted)
        if known is None:
            remarks.append(
                sentence(
                    "Line {line}: {name} is not on the roster and was left out.",
                    line=row.line,
                    name=wanted,
                )
            )
        elif known not in found:
            found.append(known)
    return found


def _number(text: str) -> int | None:
    digits = fold(text)
    return int(digits) if digits.isdecimal() and len(digits) < 5 and int(digits) > 0 else None
