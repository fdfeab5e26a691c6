"""With whom the host has spoken: everybody is to be greeted."""

from __future__ import annotations

from datetime import datetime

from rounds.domain.days_after import Greeting
from rounds.domain.event import Event, PersonKey


def greeted(event: Event) -> frozenset[PersonKey]:
    """Return those with whom the host has spoken."""
    return frozenset(entry.person for entry in event.greeted)


def greet(event: Event, key: PersonKey, now: datetime) -> Event:
    """Return the event in which the host has spoken with somebody."""
    if key in greeted(event):
        return event
    return event.with_(greeted=(*event.greeted, Greeting(person=key, at=now)))


def not_greeted(event: Event, key: PersonKey) -> Event:
    """Return the event without the tick at somebody's name."""
    return event.with_(greeted=tuple(each for each in event.greeted if each.person != key))
