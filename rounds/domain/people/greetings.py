"""With whom the host has spoken: everybody is to be greeted."""

from __future__ import annotations

from datetime import datetime

from rounds.domain.days_after import Greeting
from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import RosterIndex


def greeted(event: Event) -> frozenset[PersonKey]:
    """Return those with whom the host has spoken."""
    return frozenset(entry.person for entry in event.greeted)


def to_greet(roster: RosterIndex) -> list[PersonKey]:
    """Return those who are here and not yet greeted, in the order of the roster; no staff.

    Before anybody is checked in, everybody who is expected counts.
    """
    known = greeted(roster.event)
    return [
        person.key
        for person in roster.people
        if not person.staff
        and person.key not in known
        and (
            roster.states[person.key] == "here"
            or (not roster.checked_in and roster.states[person.key] == "expected")
        )
    ]


def greet(event: Event, key: PersonKey, now: datetime) -> Event:
    """Return the event in which the host has spoken with somebody."""
    if key in greeted(event):
        return event
    return event.with_(greeted=(*event.greeted, Greeting(person=key, at=now)))


def not_greeted(event: Event, key: PersonKey) -> Event:
    """Return the event without the tick at somebody's name."""
    return event.with_(greeted=tuple(each for each in event.greeted if each.person != key))
