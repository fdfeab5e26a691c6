"""What a newer list of people changes in an evening: who is new, who cancelled, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain.event import Event, Participant, PersonKey
from rounds.domain.people.recognition import NearMiss, near_misses, recognised
from rounds.domain.people.roster import RosterIndex
from rounds.domain.people.sameness import firm
from rounds.text.fold import fold

_COMPARED = ("company", "industry", "purpose")


@dataclass(frozen=True)
class Changed:
    """A field of somebody that the newer list has otherwise."""

    person: Participant
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Newer:
    """What a newer list changes.

    `new` are ready to be added: their keys are free, and they name people by the keys of the
    event. `near` may be people of the event under another spelling, and are not among the new
    ones. `cancelled` are people of the event whom the list has as not coming, `missing` those whom
    it does not have at all.
    """

    new: tuple[Participant, ...]
    near: tuple[NearMiss, ...]
    cancelled: tuple[Participant, ...]
    missing: tuple[Participant, ...]
    changed: tuple[Changed, ...]


def compare(event: Event, coming: Sequence[Participant], away: Sequence[Participant]) -> Newer:
    """Return what a list changes; `coming` and `away` are its people, by whether they come."""
    roster = RosterIndex(event)
    people = roster.people
    known = recognised(coming, people)
    gone = recognised(away, [person for person in people if person.key not in known])
    near = tuple(near_misses(coming, people))
    keys = {newer: key for key, newer in known.items()}
    keys.update({each.tonight.key: each.before.key for each in near})
    strangers = [person for person in coming if person.key not in keys]
    keys.update(_free_keys(strangers, set(roster.by_key)))
    by_newer = {person.key: person for person in coming}
    maybe = {each.before.key for each in near}
    return Newer(
        tuple(_as_new(person, keys) for person in strangers),
        near,
        tuple(
            person
            for person in people
            if person.key in gone and roster.states[person.key] not in {"absent", "left"}
        ),
        tuple(
            person
            for person in event.participants
            if person.key not in known and person.key not in gone and person.key not in maybe
        ),
        tuple(
            change
            for person in people
            if person.key in known
            for change in _changes(person, by_newer[known[person.key]], keys, roster)
        ),
    )


def _free_keys(strangers: Sequence[Participant], taken: set[PersonKey]) -> dict[PersonKey, str]:
    """Return a key that nobody has for each of the new people."""
    found = {}
    for person in strangers:
        key, number = person.key, 1
        while key in taken:
            more = person.company if number == 1 and person.company else str(number)
            key, number = f"{person.name} ({more})", number + 1
        taken.add(key)
        found[person.key] = key
    return found


def _as_new(person: Participant, keys: dict[PersonKey, PersonKey]) -> Participant:
    key = keys[person.key]
    return person.with_(
        id=None if key == person.name else key,
        avoid=_named(person.avoid, keys),
        wishes=_named(person.wishes, keys),
    )


def _named(people: Sequence[PersonKey], keys: dict[PersonKey, PersonKey]) -> tuple[PersonKey, ...]:
    return tuple(dict.fromkeys(keys[key] for key in people if key in keys))


def _changes(
    person: Participant, newer: Participant, keys: dict[PersonKey, PersonKey], roster: RosterIndex
) -> list[Changed]:
    found = []
    for field in _COMPARED:
        before, after = getattr(person, field), getattr(newer, field)
        same = firm(before) == firm(after) if field == "company" else fold(before) == fold(after)
        if after and not same:
            found.append(Changed(person, field, before, after))
    more = [key for key in _named(newer.avoid, keys) if key not in person.avoid]
    if more:
        before, after = (
            ", ".join(roster.names.get(key, key) for key in people)
            for people in (person.avoid, (*person.avoid, *more))
        )
        found.append(Changed(person, "avoid", before, after))
    return found
