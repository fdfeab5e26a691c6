"""Tells how a roster was understood, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.reading import RosterReading


def lines(reading: RosterReading) -> Iterator[Sentence]:
    """Yield the people taken in one line, who is left out and why, what is doubtful, columns."""
    names = [str(each.person["name"]) for each in reading.taken]
    yield counted(
        "{count} participant: {names}", "{count} participants: {names}", len(names), names=names
    )
    if reading.left_out:
        yield sentence("Left out:")
    for each in reading.left_out:
        if each.name:
            yield sentence("  row {row}, {name}: {why}", row=each.row, name=each.name, why=each.why)
        else:
            yield sentence("  row {row}: {why}", row=each.row, why=each.why)
    if reading.doubtful:
        yield sentence("Please look at:")
    for doubt in reading.doubtful:
        if doubt.row:
            yield sentence("  row {row}: {said}", row=doubt.row, said=doubt.said)
        else:
            yield sentence("  {said}", said=doubt.said)
    if reading.understood:
        yield sentence("Columns:")
    for heading, field in reading.understood:
        yield sentence("  {heading}: {field}", heading=heading, field=_FIELDS[field])
    if reading.ignored:
        yield sentence("  not used: {headings}", headings=list(reading.ignored))


_FIELDS = {
    "name": sentence("name"),
    "given": sentence("given name"),
    "family": sentence("family name"),
    "kana": sentence("reading (kana)"),
    "given_kana": sentence("reading of the given name"),
    "family_kana": sentence("reading of the family name"),
    "company": sentence("company"),
    "industry": sentence("industry"),
    "purpose": sentence("purpose"),
    "offers": sentence("offers"),
    "seeks": sentence("seeks"),
    "pitch": sentence("introduction"),
    "contact": sentence("contact"),
    "side": sentence("side"),
    "avoid": sentence("keep apart from"),
    "wishes": sentence("wishes to meet"),
    "table": sentence("table"),
    "from_round": sentence("from round"),
    "until_round": sentence("until round"),
    "coming": sentence("attendance"),
    "staff": sentence("staff"),
    "id": sentence("id"),
}
