"""The limits of an event file: more than any evening needs, and read in a moment.

What is larger is refused before it costs time; `docs/event-file.md` lists these limits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rounds.domain.sentence import sentence
from rounds.store.errors.finding import Finding, KeyPath

MEGABYTES = 4
LARGEST = MEGABYTES * 1024 * 1024
"""The largest file that is read, in bytes."""

PEOPLE = 1_000
TABLES = 2_000
EARLIER = 50

WRONG_VALUES = 100_000
"""With more wrong values than this a file is refused without a list of them."""

_LISTS = {
    "participants": PEOPLE,
    "walk_ins": PEOPLE,
    "avoid": PEOPLE,
    "wishes": PEOPLE,
    "tables": TABLES,
    "earlier_events": EARLIER,
}
_FEWEST = 1_000
"""How many entries any other list may have."""


def too_many(doc: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the lists of a document that are longer than is read, with their limits."""
    for name in ("participants", "walk_ins"):
        yield from _too_long((name,), doc.get(name))
        for place, person in enumerate(_listed(doc.get(name))[:PEOPLE]):
            for wish in ("avoid", "wishes"):
                if isinstance(person, Mapping):
                    yield from _too_long((name, place, wish), person.get(wish))
    for kind in ("plan", "rounds"):
        for place, number in enumerate(_listed(doc.get(kind))):
            if isinstance(number, Mapping):
                for name in ("pairings", "resting"):
                    yield from _too_long((kind, place, name), number.get(name))
    settings = doc.get("event")
    if isinstance(settings, Mapping):
        for name, value in settings.items():
            yield from _too_long(("event", name), value)


def _too_long(place: KeyPath, value: object) -> Iterator[Finding]:
    most = _LISTS.get(str(place[-1]), _FEWEST)
    if len(_listed(value)) > most:
        yield place, sentence("too many: at most {most}", most=most), None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
