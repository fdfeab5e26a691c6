"""Whether somebody comes: what a cell about attendance says, in fourteen languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from rounds.formats.roster.people.answer_words import (
    DOUBTFUL,
    MARKS,
    NO,
    NO_MARKS,
    NO_PARTS,
    NO_WORDS,
    WAITS,
    YES,
)
from rounds.text.fold import fold_letters, fold_spelling

Answer = Literal["yes", "no", "waits", "doubtful", ""]
"""What a cell says: "waits" is somebody on a waiting list, "" an empty cell."""

_PARTLY = re.compile(r"のみ|だけ|only\b|\bnur\b|seulement|s[óo]lo|soltanto|\balleen\b|(?<!지)만\s")
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_LONGEST = 300
"""So much of an answer is read."""

_CLAUSES = re.compile(r"[、,，。;；/／\n]")
_APOSTROPHES = re.compile(r"['’‘]")
_CALLED_OFF = re.compile(r"きゃんせる(?!待)|cancel|storn|annul|取消|取り消|취소")
_GONE = re.compile(
    r"欠席(?!者|の方)|不参加|きゃんせる|辞退|補欠|^absent$|^no$|^nein$|^non$|^cancel|^declined$|wait(?:ing)?list|"
    r"^abgesagt|^annul|^cancelad|^geannuleerd|取消|缺席|불참|취소"
)
_NOTHING = frozenset(["", "[]", "☐", "□", "-", "ー", "―", "–", "—", "n/a", "na", "none", "なし"])
_CROSSES = frozenset("×✕✖✗✘❌")
_NEGATED = re.compile(
    r"(?:komt|kommt|komm[et]?|kom|kommer|deltar)\s(?:leider\s|helaas\s|tyv[aä]rr\s)?"
    r"(?:nicht|niet|inte|ej)\b"
)
_COMES = re.compile(
    r"(?:ご|おんらいんで?)?(?:出席|参加|參加|참석|참가)"
    r"(?:しま|する|いた|させ|の?予定|です|でき|希望|确|確|합|할|함)"
)


def answer(text: str) -> Answer:
    """Return what a cell of a column about attendance says; a word it does not know is doubtful."""
    text = text[:_LONGEST]
    if fold_spelling(text) in _NOTHING:
        return ""
    inside = " ".join(_BRACKETS.findall(text))
    main = _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip() else text
    if _CALLED_OFF.search(fold_spelling(inside)):
        return "no"
    first, *further = [part for part in _CLAUSES.split(main) if part.strip()] or [main]
    if _told(first) == "yes":  # "attending (not the dinner)" is for the host to read
        denied = {_told(part) for part in further} & {"no", "waits"}
        return "doubtful" if denied else _told(text)
    return _told(main)


def is_answer(text: str) -> bool:
    """Return whether a cell is an answer at all, and no date or word of another kind."""
    said = answer(text)
    letters = _letters(text)
    return said in {"yes", "no", "waits"} or any(part in letters for part in _DOUBT_PARTS)


def called_off(note: str) -> bool:
    """Return whether a note behind a name says plainly that the person does not come."""
    sign = len(note) == 1 and not note.isalnum()
    plainly = (sign or note[:1].islower()) and answer(note) == "no"  # "No Limits" is a company
    return plainly or bool(_GONE.search(fold_spelling(note)))


def marked(text: str) -> Answer:
    """Return what a cell of a column about absence says: "no" if it is marked or holds a date."""
    if fold_spelling(text) in _NO_MARKS | _NOTHING or fold_letters(text).startswith("not "):
        return ""
    return "no"


def verdict(values: Mapping[str, Sequence[str]]) -> tuple[Answer, str]:
    """Return whether somebody comes, and the cell that says so.

    `values` are the cells of a row by the kind of their column: "coming", "absent" and "paid".
    Of several answers the one that keeps somebody away counts, then a doubtful one.
    """
    found: dict[Answer, str] = {}
    for cell in values.get("coming", ()):
        found.setdefault(answer(cell), cell)
    for cell in values.get("absent", ()):
        if marked(cell) and fold_spelling(cell) in {"×", "✕"} and "yes" in found:
            continue  # "×" under "absent" denies it where "attending" has a circle
        if marked(cell) and "yes" in found and fold_spelling(cell) in _MARKS:
            return "doubtful", cell
        found.setdefault(marked(cell), cell)
    for cell in values.get("paid", ()):
        if answer(cell) == "no":
            found.setdefault("no", cell)
    for said in ("no", "waits", "doubtful", "yes"):
        if said in found:
            return said, found[said]
    return "", ""


def _told(text: str) -> Answer:
    plain = _APOSTROPHES.sub("", fold_letters(text)).replace("_", " ").strip(" .!。！")
    words = [fold_spelling(word) for word in re.findall(r"[^\W_]+", plain)]
    letters = _letters(text)
    if letters in _YES:
        return "yes"
    if letters in _NO_WHOLE or _NEGATED.match(plain) or plain[:1] in _CROSSES:
        return "no"
    if "await" not in letters and any(part in letters for part in _WAIT_PARTS):
        return "waits"
    if _PARTLY.search(plain) or any(part in letters for part in _DOUBT_PARTS):
        return "doubtful"
    no = any(word in _NO_WORDS for word in words) or any(part in letters for part in _NO)
    yes = bool(words and words[0] in _YES) or bool(_COMES.match(letters))
    if yes:
        return "yes" if not no else "doubtful" if words[0] in _YES else "no"
    return "no" if no else "doubtful"


def _letters(text: str) -> str:
    plain = _APOSTROPHES.sub("", fold_letters(text)).replace("_", " ").strip(" .!。！")
    return fold_spelling(plain).replace("-", "")


def _parts(words: str) -> tuple[str, ...]:
    """Return words as answers are searched for them: without apostrophes and hyphens."""
    return tuple(
        fold_spelling(_APOSTROPHES.sub("", word)).replace("-", "") for word in words.split()
    )


def _folded(words: str) -> frozenset[str]:
    return frozenset(map(fold_spelling, words.split()))


_YES, _NO_WHOLE, _NO_WORDS = _folded(YES), _folded(NO), _folded(NO_WORDS)
_MARKS, _NO_MARKS = _folded(MARKS), _folded(NO_MARKS)
_WAIT_PARTS, _DOUBT_PARTS, _NO = _parts(WAITS), _parts(DOUBTFUL), _parts(NO_PARTS)
