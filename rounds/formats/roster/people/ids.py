"""Ids for people whose names are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rounds.domain.sentence import sentence
from rounds.formats.roster.people.entry import Entry
from rounds.formats.roster.reading import Doubt


def unique_ids(entries: Sequence[Entry], doubts: list[Doubt]) -> list[str | None]:
    """Return an id for everybody whose name is in another row, too, and None for the others.

    What the host should know about it is added to `doubts`.
    """
    count = Counter(entry.name for entry in entries)
    rows: dict[str, list[int]] = {}
    for entry in entries:
        rows.setdefault(entry.name, []).append(entry.row)
    taken = set(rows)
    found: list[str | None] = []
    for entry in entries:
        name = entry.name
        wanted: str | None = entry.own_id or None
        if wanted in taken:
            wanted = None
        if wanted is None and count[name] > 1:
            company = entry.person.get("company")
            wanted = f"{name} ({company})" if company else f"{name} (1)"
            n = 2 if company is None else 1
            while wanted in taken:
                wanted = f"{name} ({company} {n + 1})" if company else f"{name} ({n})"
                n += 1
        if wanted:
            taken.add(wanted)
        found.append(wanted)
    for name, where in rows.items():
        if len(where) > 1:
            said = sentence(
                "{name} is on the roster more than once (rows {rows}): each got an id. "
                "If it is one person, delete the others.",
                name=name,
                rows=[str(row) for row in where],
            )
            doubts.append(Doubt(where[-1], said))
    return found
