"""Turns the rows of a roster into people as the event file writes them.

People who are marked absent are left out, and told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rounds.domain.sentence import sentence
from rounds.formats.roster.ids import unique_ids
from rounds.formats.roster.names import KnownNames, full_name, without_honorific
from rounds.formats.roster.reading import Doubt, LeftOut, Taken
from rounds.formats.roster.row import Row
from rounds.text.fold import fold, fold_letters

Person = dict[str, object]

_PLAIN = ("kana", "company", "industry", "purpose", "offers", "seeks", "pitch", "contact", "side")
_NUMBERS = ("from_round", "until_round")
_YES = {"yes", "y", "true", "1", "x", "staff", "はい", "有", "○", "◯", "〇", "✓", "✔"}
_ABSENT = re.compile(
    r"ご?欠席|欠$|不参加|参加(し(ない|ません)|でき(ない|ません)|不可)|[×✕✖✗]"
    r"|no$|no[^\w]|absent|declined|not ?(attending|coming)",
)
_BETWEEN_NAMES = re.compile(r"[,;、，；/／\n]")


def people_from(rows: Sequence[Row]) -> tuple[list[Taken], list[LeftOut], list[Doubt]]:
    """Return the people of the rows in their order, who is left out, and what is doubtful."""
    doubts: list[Doubt] = []
    named: list[tuple[Row, str]] = []
    left_out: list[LeftOut] = []
    for row in rows:
        name = without_honorific(full_name(row.values))
        if name and marked_absent(row):
            absent = sentence("marked absent: {value}", value=row.values["coming"])
            left_out.append(LeftOut(row.line, name, absent, {"name": name}))
        elif name:
            named.append((row, name))
        elif row.anything:
            left_out.append(LeftOut(row.line, "", sentence("no name in the row")))
    ids = unique_ids(named, doubts)
    roster = KnownNames((name, own_id) for (_row, name), own_id in zip(named, ids, strict=True))
    taken = [
        Taken(row.line, _person(row, name, own_id, roster, doubts))
        for (row, name), own_id in zip(named, ids, strict=True)
    ]
    return taken, left_out, doubts


def marked_absent(row: Row) -> bool:
    """Return whether a row names somebody who is marked as not coming."""
    if not full_name(row.values):
        return False
    coming = fold_letters(row.values.get("coming", ""))
    return _ABSENT.match(coming.strip()) is not None


def _person(
    row: Row, name: str, own_id: str | None, roster: KnownNames, doubts: list[Doubt]
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
        if field in values and (found := _names(values[field], row, roster, doubts)):
            person[field] = [other for other in found if other not in {name, own_id}]
    if "table" in values:
        person["table"] = _number(values["table"]) or values["table"]
    for field in _NUMBERS:
        if field not in values:
            continue
        number = _number(values[field])
        if number is not None and 1 <= number <= 40:
            person[field] = number
        else:
            said = sentence(
                "{value} is not the number of a round and was left out.",
                value=values[field],
            )
            doubts.append(Doubt(row.line, said))
    if fold(values.get("staff", "")) in _YES:
        person["staff"] = True
    return person


def _names(text: str, row: Row, roster: KnownNames, doubts: list[Doubt]) -> list[str]:
    found = []
    for part in _BETWEEN_NAMES.split(text):
        wanted = part.strip()
        if not wanted:
            continue
        known = roster.find(wanted)
        if known is None:
            said = sentence(
                "{name} is not on the roster and was left out.",
                name=wanted,
            )
            doubts.append(Doubt(row.line, said))
        elif known not in found:
            found.append(known)
    return found


def _number(text: str) -> int | None:
    digits = fold(text)
    return int(digits) if digits.isdecimal() and len(digits) < 5 and int(digits) > 0 else None
