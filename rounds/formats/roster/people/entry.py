"""What one row of a roster says of somebody: the person, whether they come, what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.people import answers
from rounds.formats.roster.people.company_words import has_legal_form
from rounds.formats.roster.people.names import Named, full_name, understood
from rounds.formats.roster.people.row import Row
from rounds.formats.roster.people.rows_without_people import is_placeholder, is_total, nobody
from rounds.formats.roster.reading import LeftOut
from rounds.text.fold import fold, fold_letters, fold_spelling

_PLAIN = ("kana", "company", "industry", "purpose", "offers", "seeks", "pitch", "side")
_NUMBERS = ("from_round", "until_round")
_YES = {"yes", "y", "true", "1", "x", "staff", "はい", "有", "○", "◯", "〇", "✓", "✔"}
_NOTHING_WORDS = (
    "- ー ― – — n/a na none nothing なし 無し 無 特になし ありません nein nee niente keine aucun "
    "aucune ninguna ninguno nessuna nenhuma geen 없음 无 無"
)
_NOTHING = frozenset(fold_spelling(word) for word in _NOTHING_WORDS.split())
_NO = _NOTHING | {"no", "non", "nao", "false", "0", "いいえ", "否"}
_REMARK_WORDS = (
    "備考 備考欄 ご備考 メモ コメント その他 remark remarks note notes comment comments memo "
    "other bemerkung bemerkungen anmerkungen remarque remarques observaciones comentarios "
    "osservazioni commenti observações comentários opmerkingen uwagi komentarz anmärkning "
    "anmärkningar kommentar kommentarer övrigt примечание примечания комментарий комментарии "
    "비고 备注 備註"
)
_ITS_OWN_WORDS = frozenset(fold_letters(word) for word in _REMARK_WORDS.split())
"""Headings of remarks that need not be said again in front of them."""


_STRUCK = re.compile(r"(\d+[.)]\s*)?~{1,2}(.*[^~])~{1,2}")
"""A name that was struck through in a chat or a notebook."""

_ADDRESSES = frozenset(
    ["mr", "ms", "mrs", "mx", "dr", "prof", "miss", "様", "さん", "氏", "herr", "frau"]
)
"""What stands under "Title" and is no remark."""


@dataclass(frozen=True)
class Entry:
    """A row that names somebody.

    `avoid` and `wishes` are names as they were typed. `comes` is what the row says about
    coming, and `because` the cell or note that says it.
    """

    row: int
    name: str
    person: dict[str, object]
    own_id: str = ""
    mail: str = ""
    avoid: str = ""
    wishes: str = ""
    comes: answers.Answer = ""
    because: str = ""
    answered: str = ""
    doubts: tuple[Sentence, ...] = field(default=())


def entry_of(row: Row, width: int, *, commas: bool, companies: bool) -> Entry | LeftOut | None:
    """Return what a row says, a reason to leave it out, or None for a row of nothing.

    `width` is the number of headings, `commas` says whether names begin with the family name,
    `companies` whether the list has companies behind a slash.
    """
    text = full_name(row.values)
    if any(row.cells[width:]):
        said = sentence(
            "more cells than headings (a comma within a text needs quotes around it): {cells}",
            cells=[cell for cell in row.cells if cell],
        )
        return LeftOut(row.line, text, said)
    if is_total([*row.cells]):
        return LeftOut(row.line, text, sentence("a total, nobody's name"))
    if text and (why := nobody(text)):
        return LeftOut(row.line, text, why)
    if not text:
        return LeftOut(row.line, "", sentence("no name in the row")) if any(row.cells) else None
    named = understood(_STRUCK.sub(r"\1\2", text), commas=commas, companies=companies)
    if why := nobody(named.name):  # "TBC - Northwind"
        return LeftOut(row.line, text, why)
    comes, because = _comes(row, named)
    if named.several and comes not in {"no", "waits"}:
        said = sentence(
            "several people in one row: write one row for each of {names}", names=[*named.several]
        )
        return LeftOut(row.line, text, said)
    doubts: list[Sentence] = []
    person = _person(row, named, doubts)
    doubts += _companions(row, named)
    return Entry(
        row.line,
        named.name,
        person,
        own_id=row.values.get("id", ""),
        mail=row.mail or named.contact,
        avoid=row.values.get("avoid", ""),
        wishes=row.values.get("wishes", ""),
        comes=comes,
        because=because,
        answered=next(iter(row.said("answered")), ""),
        doubts=tuple(doubts),
    )


def _comes(row: Row, named: Named) -> tuple[answers.Answer, str]:
    comes, because = answers.verdict(
        {kind: row.said(kind) for kind in ("coming", "absent", "paid")}
    )
    if comes != "no" and _STRUCK.fullmatch(full_name(row.values)):
        return "no", full_name(row.values)
    if heading := next((text for text, cell in row.more.get("absent", ()) if cell == because), ""):
        because = f"{heading}: {because}"  # alone a circle or a date says nothing
    for note in named.told:
        if comes != "no" and answers.called_off(note):
            return "no", note
    return comes, because


def _person(row: Row, named: Named, doubts: list[Sentence]) -> dict[str, object]:
    values = row.values
    person: dict[str, object] = {"name": named.name}
    if "@" in named.name:
        doubts.append(sentence("{name} is a mail address, not a name.", name=named.name))
    if has_legal_form(named.name):
        doubts.append(sentence("{name} looks like a company, not a person.", name=named.name))
    if "\ufffd" in named.name:
        doubts.append(sentence("{name}: letters of the name are lost.", name=named.name))
    if "kana" not in values and {"family_kana", "given_kana"} & set(values):
        parts = (values.get("family_kana", ""), values.get("given_kana", ""))
        person["kana"] = " ".join(part for part in parts if part)
    elif "kana" not in values and named.kana:
        person["kana"] = named.kana
    person.update(
        {
            name: values[name]
            for name in _PLAIN
            if name in values and not is_placeholder(values[name])
        }
    )
    contacts = [cell for cell in (*row.said("contact"), named.contact) if cell]
    if contact := next((cell for cell in contacts if not is_placeholder(cell)), ""):
        person["contact"] = contact
    if "table" in values:
        person["table"] = _number(values["table"]) or values["table"]
    for name in _NUMBERS:
        if name not in values:
            continue
        number = _number(values[name])
        if number is not None and 1 <= number <= 40:
            person[name] = number
        else:
            doubts.append(
                sentence(
                    "{value} is not the number of a round and was left out.", value=values[name]
                )
            )
    if fold(values.get("staff", "")) in _YES:
        person["staff"] = True
    notes = list(named.told)
    if named.company and "company" in person:
        notes.append(named.company)
    elif named.company:
        person["company"] = named.company
        doubts.append(
            sentence(
                "{name}: {company}, behind the name, was taken as the company.",
                name=named.name,
                company=named.company,
            )
        )
    if notes:
        doubts.append(
            sentence(
                "{name}: what followed the name ({notes}) is kept as a remark.",
                name=named.name,
                notes=notes,
            )
        )
    if remark := "; ".join([*notes, *_remarks(row)]):
        person["remark"] = remark
    return person


def _remarks(row: Row) -> list[str]:
    found = []
    for heading, cell in row.more.get("remark", ()):
        heading = re.sub(r"^\s*(?:q?\d+)[.)．）]\s*", "", heading, flags=re.IGNORECASE)
        bare = re.sub(r"[(（\[【].*?[)）\]】]|[*＊]", "", heading).strip(" :：")
        asked = re.search(r"あれるぎ|車|wheel|allerg|diet|access", fold_letters(heading))
        if fold_spelling(cell).strip(".") in (_NO if asked else _NOTHING) | _ADDRESSES:
            continue
        if fold_letters(bare) in _ITS_OWN_WORDS or not bare:
            found.append(cell)
        else:
            found.append(f"{bare}: {cell}" if bare.isascii() else f"{bare}：{cell}")
    return found


def _companions(row: Row, named: Named) -> list[Sentence]:
    """Return what the host must know about those who come along and have no row."""
    more, names = named.more, []
    for cell in row.said("guests"):
        digits = re.fullmatch(r"\+?\s*(\d{1,3})\s*[^\W\d]{0,8}", fold_letters(cell))
        if digits:
            more = max(more, int(digits[1]))
        elif fold_spelling(cell) in _YES:
            more = max(more, 1)
        elif fold_spelling(cell) not in _NO:
            names.append(cell)
    for cell in row.said("tickets"):
        if digits := re.fullmatch(r"(\d{1,3})\s*[^\W\d]{0,8}", fold_letters(cell)):
            more = max(more, int(digits[1]) - 1)
    said = []
    if names:
        said.append(
            sentence(
                "{name} brings {others}: write a row for each of them.",
                name=named.name,
                others=names,
            )
        )
    if more > 0:
        said.append(
            counted(
                "{name} brings {count} more person without a name: write a row for that person.",
                "{name} brings {count} more people without a name: write a row for each of them.",
                more,
                name=named.name,
            )
        )
    return said


def _number(text: str) -> int | None:
    digits = fold(text)
    return int(digits) if digits.isdecimal() and len(digits) < 5 and int(digits) > 0 else None
