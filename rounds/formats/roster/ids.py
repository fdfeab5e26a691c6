"""Ids for people whose names are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rounds.domain.sentence import sentence
from rounds.formats.roster.reading import Doubt
from rounds.formats.roster.row import Row


def unique_ids(named: Sequence[tuple[Row, str]], doubts: list[Doubt]) -> list[str | None]:
    """Return an id for everybody whose name is on another line, too, and None for the others.

    What the host should know about it is added to `doubts`.
    """
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
            doubts.append(
                Doubt(
                    where[-1],
                    sentence(
                        "{name} is on the roster more than once (lines {lines}): each got an id. "
                        "If it is one person, delete the others.",
                        name=name,
                        lines=[str(line) for line in where],
                    ),
                )
            )
    return found
