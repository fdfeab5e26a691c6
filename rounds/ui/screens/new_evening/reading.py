"""A list of people as a host has it, read into rows of the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rounds.domain.new_evening.answers import Answers, Row
from rounds.formats.roster import table
from rounds.formats.roster.reading import LeftOut, RosterReading, Taken
from rounds.i18n import _, joined, listed, say
from rounds.store.reading.file_bytes import roster_bytes


def read_file(path: Path) -> RosterReading:
    """Return what a file holds; raises `InputError` if it is no list of people."""
    return table.read(roster_bytes(path))


def read_pasted(text: str) -> RosterReading:
    """Return what was pasted; raises `InputError` if it is no list of people."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return table.read(lines.encode(errors="replace"))


def with_list(answers: Answers, reading: RosterReading, source: str, *, add: bool) -> Answers:
    """Return the answers with the people of a list, in the place of the others or added to them.

    Somebody whose name is there already is not added.
    """
    rows = _rows(reading)
    if add:
        here = {row.name for row in answers.people}
        rows = (*answers.people, *(row for row in rows if row.name not in here))
    return answers.with_(people=rows, source=source, remarks=_remarks(reading))


def _rows(reading: RosterReading) -> tuple[Row, ...]:
    """Return everybody in the order of the list, those who are left out among them."""
    doubts: dict[int, list[str]] = defaultdict(list)
    for doubt in reading.doubtful:
        doubts[doubt.row].append(say(doubt.said))
    lines: Iterable[Taken | LeftOut] = sorted(
        (*reading.taken, *reading.left_out), key=lambda each: each.row
    )
    rows = []
    for each in lines:
        if isinstance(each, Taken):
            rows.append(Row(values=dict(each.person), remark=joined(doubts[each.row])))
        else:
            values = dict(each.person) or ({"name": each.name} if each.name else {})
            rows.append(Row(values=values, left_out=True, remark=say(each.why)))
    return tuple(rows)


def _remarks(reading: RosterReading) -> tuple[str, ...]:
    """Return what is doubtful about the list as a whole, and the columns that are not used."""
    rows = {each.row for each in reading.taken} | {each.row for each in reading.left_out}
    said = [say(doubt.said) for doubt in reading.doubtful if doubt.row not in rows]
    if reading.ignored:
        said.append(_("Columns not used: {headings}").format(headings=listed([*reading.ignored])))
    return tuple(said)
