"""Finds the people whom the columns of wishes and of people to keep apart name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, sentence
from rounds.formats.roster.people.entry import Entry
from rounds.formats.roster.people.names import KnownNames
from rounds.formats.roster.reading import Doubt

_LONGEST = 3
"""How many parts between commas a name may have: "King, Martin, Jr."."""

_BETWEEN_NAMES = re.compile(r"[;、，；/／\n]")


def named_people(
    entries: Sequence[Entry],
    ids: Sequence[str | None],
    absent: Iterable[str],
    doubts: list[Doubt],
) -> list[dict[str, list[str]]]:
    """Return whom each person is to be kept apart from and wants to meet, as the event file does.

    InputError if somebody is to be kept apart from a name that nobody on the list has: it must
    never happen that they sit together because of a spelling. `absent` are those on the list who
    do not come. A wish for somebody unknown is left out and added to `doubts`.
    """
    roster = KnownNames((entry.name, own) for entry, own in zip(entries, ids, strict=True))
    gone = KnownNames((name, None) for name in absent)
    unknown: list[Sentence] = []
    found = []
    for entry, own in zip(entries, ids, strict=True):
        fields: dict[str, list[str]] = {}
        for field in ("avoid", "wishes"):
            keys: list[str] = []
            for wanted in _names(getattr(entry, field), roster, gone):
                if known := roster.find(wanted):
                    keys += [key for key in known if key != (own or entry.name)]
                elif field == "avoid" and not gone.find(wanted):
                    unknown.append(sentence("{name} (row {row})", name=wanted, row=entry.row))
                else:
                    said = sentence("{name} is not on the roster and was left out.", name=wanted)
                    doubts.append(Doubt(entry.row, said))
            if keys:
                fields[field] = list(dict.fromkeys(keys))
        found.append(fields)
    if unknown:
        raise InputError(
            "Somebody is to be kept apart from people who are not on the roster: {names}. "
            "Write the names as they are written there.",
            names=unknown,
        )
    return found


def _names(text: str, *known: KnownNames) -> list[str]:
    """Return the names in a cell: the whole of it if that is one, else its parts.

    A comma may stand between two names or within one ("Petrov, Ana"), so the longest run of
    parts that is somebody's name is taken.
    """
    if not text.strip():
        return []
    if any(each.find(text) for each in known):
        return [text]
    found: list[str] = []
    for piece in _BETWEEN_NAMES.split(text):
        parts = [part.strip() for part in piece.split(",") if part.strip()]
        if not any(each.find(part) for each in known for part in _runs(parts)):
            found += filter(None, [piece.strip()])
            continue
        while parts:
            longest = next(
                (
                    n
                    for n in range(min(len(parts), _LONGEST), 1, -1)
                    if any(each.find(", ".join(parts[:n])) for each in known)
                ),
                1,
            )
            found.append(", ".join(parts[:longest]))
            parts = parts[longest:]
    return found


def _runs(parts: Sequence[str]) -> Iterator[str]:
    """Yield the texts that neighbouring parts make."""
    for start in range(len(parts)):
        for end in range(start + 1, min(len(parts), start + _LONGEST) + 1):
            yield ", ".join(parts[start:end])
