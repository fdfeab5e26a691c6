"""Tells how a roster was understood, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.reading import RosterReading


def lines(reading: RosterReading) -> Iterator[Sentence]:
    """Yield the people taken in one line, who is left out and why, what is doubtful, columns."""
    names = [str(each.person["name"]) for each in reading.taken]
    # Names that have a comma themselves ("Petrov, Ana") would run together in a list.
    listed: object = "; ".join(names) if any("," in name for name in names) else names
    yield counted(
        "{count} participant: {names}", "{count} participants: {names}", len(names), names=listed
    )
    yield from doubtful_rows(reading)
    if reading.understood:
        yield sentence("Columns:")
    for heading, field in reading.understood:
        yield sentence("  {heading}: {field}", heading=heading, field=_FIELDS[field])
    if reading.ignored:
        yield sentence("  not used: {headings}", headings=list(reading.ignored))


def doubtful_rows(reading: RosterReading) -> Iterator[Sentence]:
    """Yield who is left out and why, and what is doubtful."""
    if reading.left_out:
        yield counted("Left out, {count} row:", "Left out, {count} rows:", len(reading.left_out))
    for each in reading.left_out:
        if each.name:
            yield sentence("  row {row}, {name}: {why}", row=each.row, name=each.name, why=each.why)
        else:
            yield sentence("  row {row}: {why}", row=each.row, why=each.why)
    if reading.doubtful:
        yield sentence("Please check:")
    for doubt in reading.doubtful:
        if doubt.row:
            yield sentence("  row {row}: {said}", row=doubt.row, said=doubt.said)
        else:
            yield sentence("  {said}", said=doubt.said)


_FIELDS = {
    "name": sentence("name"),
    "given": sentence("given name"),
    "family": sentence("family name"),
    "infix": sentence("part of the family name"),
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
    "absent": sentence("absence"),
    "paid": sentence("payment status"),
    "guests": sentence("who comes along"),
    "tickets": sentence("number of tickets"),
    "answered": sentence("time of the answer"),
    "remark": sentence("remark, for the host only"),
    "staff": sentence("staff"),
    "id": sentence("id"),
}
