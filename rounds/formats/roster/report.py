"""Tells how a roster was understood, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.domain.sentence import Sentence, counted, sentence
from rounds.formats.roster.table import Roster


def lines(roster: Roster) -> Iterator[Sentence]:
    """Yield the number of people, the meaning of each column, and what was left out."""
    yield counted("{count} participant found.", "{count} participants found.", len(roster.people))
    for heading, field in roster.understood:
        yield sentence("  {heading}: {field}", heading=heading, field=_FIELDS[field])
    if roster.ignored:
        yield sentence(
            "Columns that were not understood and left out: {headings}.",
            headings=list(roster.ignored),
        )
    yield from roster.remarks


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
