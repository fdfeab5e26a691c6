"""What only the whole list tells about who comes: its sections, and what its marks mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rounds.domain.sentence import sentence
from rounds.formats.roster.people.answers import answer
from rounds.formats.roster.people.names import full_name
from rounds.formats.roster.people.row import Row
from rounds.formats.roster.people.rows_without_people import nobody
from rounds.formats.roster.reading import LeftOut
from rounds.text.fold import fold_spelling

_SECTIONS = (
    "coming attending going confirmed accepted 参加 参加者 出席 出席者 参加予定 参加予定者 "
    "zugesagt zusagen présents confirmés confirmados confirmadas asistentes confermati presenti "
    "presentes aanwezig bevestigd 참석 참석자 참가 참가자 参会 參加 "
    "notcoming notattending notgoing declined cancelled canceled cancellations regrets abgesagt "
    "absagen absents annulés excusés cancelados canceladas ausentes annullati assenti disdette "
    "afwezig afgemeld afmeldingen 欠席 欠席者 不参加 不参加者 キャンセル キャンセル者 辞退 辞退者 "
    "불참 불참자 취소 缺席 请假 請假 不參加 "
    "waitlist waitinglist キャンセル待ち 補欠 warteliste listedattente listadeespera listadattesa "
    "wachtlijst 대기 候补 候補 "
    "maybe tentative 未定 vielleicht peutêtre quizás forse talvez misschien 미정 待定"
)
"""What stands alone above those who come, who do not, who wait, and who may."""

_HEADS = frozenset(fold_spelling(word) for word in _SECTIONS.split())
_AROUND = re.compile(r"^[\W_]+|[\W_]*\d*\s*(?:名|人|명)?[\W_]*$")
_LONGEST = 40
"""A longer text heads no section, and is not looked through."""

_AWAY = frozenset({"no", "waits"})
_CROSS = re.compile(r"[xX](?:[\s(（].*)?")


def in_sections(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """Return the rows, each with the heading of its section as an answer, and those headings.

    Where nobody would come, "Absent: 3" stands for a count and not for a section.
    """
    found: list[Row] = []
    heads: list[LeftOut] = []
    section = ""
    for row in rows:
        text = full_name(row.values) or next(iter(row.cells), "")
        bare = _AROUND.sub("", text) if len(text) <= _LONGEST else ""
        if sum(map(bool, row.cells)) == 1 and fold_spelling(bare) in _HEADS:
            section = bare
            said = nobody(text) or sentence("a remark or a heading, nobody's name")
            heads.append(LeftOut(row.line, text, said))
        elif section:
            coming = [*row.more.get("coming", ()), ("", section)]
            found.append(replace(row, more={**row.more, "coming": coming}))
        else:
            found.append(row)
    if all(row.said("coming") and answer(row.said("coming")[-1]) in _AWAY for row in found):
        return [row for row in rows if row.line not in {each.row for each in heads}], heads
    return found, heads


def with_marks(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with "x" as a tick where some are marked with it and the others are not.

    Beside other answers "x" says no, as it does in Japanese.
    """
    columns: dict[str, list[str]] = {}
    for row in rows:
        for heading, cell in row.more.get("coming", ()):
            if answer(cell):
                columns.setdefault(heading, []).append(cell)
    ticked = {
        heading
        for heading, cells in columns.items()
        if len(cells) < len(rows) and all(map(_CROSS.fullmatch, cells))
    }
    if not ticked:
        return list(rows)
    return [
        replace(
            row,
            more={
                **row.more,
                "coming": [
                    (heading, f"✓{cell[1:]}" if heading in ticked and cell[:1] in "xX" else cell)
                    for heading, cell in row.more.get("coming", ())
                ],
            },
        )
        for row in rows
    ]
