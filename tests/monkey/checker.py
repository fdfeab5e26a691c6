"""Reads what an evening left on the disk; it knows TOML and the manual, nothing of the program."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

MARKER = re.compile(rb"^# ======== RECORD", re.M)

Document = dict[str, Any]
Pair = frozenset[str]


def host_part(raw: bytes) -> bytes:
    """Return what stands above the marker, without the empty lines before it."""
    found = MARKER.search(raw)
    return (raw if found is None else raw[: found.start()]).rstrip(b"\r\n")


def read(path: Path) -> Document:
    """Return what an event file holds."""
    return tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig")))


def faults(document: Document, before: Document, *, forced: bool) -> Iterator[str]:
    """Yield what is wrong with an evening's record; `before` is the one it went on from.

    `forced` says that the host exchanged seats or said of pairings that they were held: then
    two may have met twice, or sit together though they are kept apart, and somebody may have
    talked at two tables of a round that is over.
    """
    begun = {round_["number"]: round_ for round_ in document.get("rounds", ())}
    planned = {round_["number"]: round_ for round_ in document.get("plan", ())}
    for round_ in (*begun.values(), *planned.values()):
        if not (forced and "ended_at" in round_):
            yield from _seated_twice(round_)
    numbers = [round_["number"] for round_ in document.get("rounds", ())]
    if numbers != sorted(begun):
        yield f"the rounds are numbered {numbers}"
    for number in begun.keys() & planned.keys():
        yield f"round {number} is planned, and has begun"
    yield from _odd_times(document)
    if not forced:
        yield from _met_twice(document)
        yield from _together_though_apart(document, before)


def notes_in(document: Document) -> str:
    """Return what was written in all notes."""
    return "\n".join(
        note.get(line, "")
        for note in document.get("notes", ())
        for line in ("purpose", "can_do", "text")
    )


def _seated_twice(round_: Document) -> Iterator[str]:
    going_on = [pairing for pairing in round_.get("pairings", ()) if not _broken_off(pairing)]
    seats = Counter(key for pairing in going_on for key in pairing["people"])
    for key, times in seats.items():
        if times > 1:
            yield f"{key} sits at {times} tables in round {round_['number']}"
    for key, times in Counter(round_.get("resting", ())).items():
        if times > 1 or seats[key]:
            yield f"{key} rests and sits in round {round_['number']}"
    tables = Counter(str(pairing["table"]) for pairing in going_on)
    for table, times in tables.items():
        if times > 1:
            yield f"table {table} is used {times} times in round {round_['number']}"


def _broken_off(pairing: Document) -> bool:
    return pairing.get("held") in {"no-show", "short"}


def _odd_times(document: Document) -> Iterator[str]:
    for round_ in document.get("rounds", ()):
        if "started_at" not in round_:
            yield f"round {round_['number']} has begun at no time"
        elif "ended_at" in round_ and round_["ended_at"] < round_["started_at"]:
            yield f"round {round_['number']} ended before it began"


def _longest(document: Document) -> float:
    changed = [change.get("round_minutes", 0) for change in document.get("changes", ())]
    minutes: float = max([document["event"].get("round_minutes", 8), *changed])
    return minutes


def _talked(round_: Document, pairing: Document) -> float | None:
    """Return how many minutes a pairing talked, None while its round is not over."""
    if "minutes" in pairing:
        return float(pairing["minutes"])
    if "ended_at" not in round_:
        return None
    length: timedelta = round_["ended_at"] - round_["started_at"]
    minutes = float(round_.get("minutes", length.total_seconds() / 60))
    return minutes - float(pairing.get("since", 0))


def _met(document: Document) -> Iterator[tuple[int, Pair]]:
    """Yield who has talked for at least half of a round, with its number."""
    half = _longest(document) / 2
    for round_ in document.get("rounds", ()):
        for pairing in round_.get("pairings", ()):
            talked = _talked(round_, pairing)
            if pairing.get("held") == "no-show" or talked is None or talked < half:
                continue
            for two in combinations(pairing["people"], 2):
                yield round_["number"], frozenset(two)


def _met_twice(document: Document) -> Iterator[str]:
    pinned = [frozenset(pin["people"]) for pin in document.get("pins", ())]
    first: dict[Pair, int] = {}
    for number, two in _met(document):
        if two in first and two not in pinned:
            yield f"{sorted(two)} met in round {first[two]} and again in round {number}"
        first.setdefault(two, number)


def _together_though_apart(document: Document, before: Document) -> Iterator[str]:
    known = {round_["number"] for round_ in before.get("rounds", ())}
    new = [round_ for round_ in document.get("rounds", ()) if round_["number"] not in known]
    for apart in _apart(document, before):
        for round_ in new:
            if any(apart <= set(pairing["people"]) for pairing in round_.get("pairings", ())):
                yield f"{sorted(apart)} are kept apart, and sit in round {round_['number']}"


def wrong_seats(document: Document, before: Document) -> Iterator[str]:
    """Yield who was newly seated together in a round that has begun, though they may not be.

    That is: they are kept apart, or had met for half of a round, and no pin wants them there.
    """
    met = {two for _number, two in _met(before)}
    pinned = {frozenset(pin["people"]) for pin in document.get("pins", ())}
    apart = set(_apart(document, before))
    sat = {(number, two) for number, two in _seats(before)}
    for number, two in _seats(document):
        if (number, two) in sat:
            continue
        if two in apart:
            yield f"{sorted(two)} are kept apart, and were seated together in round {number}"
        if two in met and two not in pinned:
            yield f"{sorted(two)} had met, and were seated together in round {number}"


def _seats(document: Document) -> Iterator[tuple[int, Pair]]:
    for round_ in document.get("rounds", ()):
        for pairing in round_.get("pairings", ()):
            for two in combinations(pairing["people"], 2):
                yield round_["number"], frozenset(two)


def _apart(document: Document, before: Document) -> Iterator[Pair]:
    """Yield who was kept apart all the while."""
    people = [*document.get("participants", ()), *document.get("walk_ins", ())]
    keys = {person["name"]: person.get("id", person["name"]) for person in people}
    for person in people:
        for other in person.get("avoid", ()):
            yield frozenset({keys[person["name"]], keys.get(other, other)})
    for entry in before.get("kept_apart", ()):
        yield frozenset(entry["people"])


def missing(words: Iterable[str], documents: Iterable[Document]) -> list[str]:
    """Return the words that stand in no note."""
    texts = "\n".join(notes_in(document) for document in documents)
    return [word for word in words if word not in texts]
