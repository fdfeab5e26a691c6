"""People in the record who are not on the roster: warnings, and the remedy after a renaming."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

import tomli_w

from rounds.domain.event import Event, Participant
from rounds.domain.sentence import Sentence, sentence
from rounds.store.errors.file_error import FileError
from rounds.store.errors.finding import KeyPath, did_you_mean, shown, shown_place
from rounds.store.errors.report import Report
from rounds.store.reading.document import Document
from rounds.text.fold import fold

_ALIKE = 0.6
"""How similar two spellings must be to be one person's name (0 to 1)."""


def unknown_people(event: Event) -> list[str]:
    """Return the people in the record who are not on the roster, in the order of the record."""
    roster = {person.key for person in (*event.participants, *event.walk_ins)}
    return [name for name in _named(event) if name not in roster]


def unknown_person_warning(name: str) -> Sentence:
    """Return what the host should know about somebody who is not on the roster."""
    return sentence(
        "{name} is in the record but not on the roster: what was recorded stays.",
        name=shown(name),
    )


def new_person_warnings(before: Event, after: Event, known: Collection[str]) -> Iterator[Sentence]:
    """Yield warnings about people who are unknown since an edit, with a remedy for a renaming.

    `known` are people about whom the host has been warned already.
    """
    new = [name for name in unknown_people(after) if name not in known]
    renamed = _renamed(before, after, new[0]) if len(new) == 1 else None
    if renamed is None:
        yield from map(unknown_person_warning, new)
        return
    yield sentence(
        "{old} is now {new}. Same person? Add {id}",
        old=shown(new[0]),
        new=shown(renamed.name),
        id=shown(tomli_w.dumps({"id": new[0]}).strip()),
    )


def _named(event: Event) -> dict[str, None]:
    named: dict[str, None] = {}
    for number in (*event.rounds, *event.plan):
        for pairing in number.pairings:
            named.update(dict.fromkeys(pairing.people))
        named.update(dict.fromkeys(number.resting))
    for note in event.notes:
        named.update(dict.fromkeys((note.by, note.about)))
    named.update((entry.person, None) for entry in event.attendance)
    named.update((entry.person, None) for entry in event.greeted)
    for introduction in event.introductions:
        named.update(dict.fromkeys((*introduction.people, introduction.by)))
    for referral in event.referrals:
        named.update(dict.fromkeys((referral.giver, referral.receiver)))
    named.pop("", None)  # the host, who is on no roster
    return named


def misnamed(document: Document, event: Event, report: Report) -> Iterator[tuple[str, Sentence]]:
    """Yield the people in introductions and referrals who are not on the roster.

    These entries are written by hand more often than others, so each name comes with a sentence
    that has its line and a similar name.
    """
    roster = {person.key for person in (*event.participants, *event.walk_ins)}
    for place, name in _in_days_after(document.whole):
        if name in roster or not name:
            continue
        message = sentence("{name} is not on the roster", name=shown(name))
        where = sentence("{place}: {fault}", place=shown_place(place), fault=message)
        hint = did_you_mean(name, roster)
        yield name, FileError(report.shown, report.line(place), where, hint=hint).in_short


def _in_days_after(doc: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    for number, entry in enumerate(doc.get("introductions", ())):
        for place, name in enumerate(entry["people"]):
            yield ("introductions", number, "people", place), name
        yield ("introductions", number, "by"), str(entry.get("by", "")).strip()
    for number, entry in enumerate(doc.get("referrals", ())):
        for role in ("giver", "receiver"):
            yield ("referrals", number, role), str(entry[role]).strip()


def _renamed(before: Event, after: Event, gone: str) -> Participant | None:
    """Return the only new person on the list, if that may be the one who has disappeared."""
    earlier = {person.key for person in before.participants}
    recorded = _named(after)
    newcomers = [
        (place, person)
        for place, person in enumerate(after.participants)
        if person.key not in earlier and person.key not in recorded
    ]
    if len(newcomers) != 1:
        return None
    ((place, new),) = newcomers
    old = before.participants[place] if place < len(before.participants) else None
    return new if old is not None and old.key == gone and _alike(old, new) else None


def _alike(one: Participant, other: Participant) -> bool:
    if one.kana and fold(one.kana) == fold(other.kana):
        return True
    return SequenceMatcher(None, fold(one.name), fold(other.name)).ratio() >= _ALIKE
