"""The person whom a host named on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.errors import InputError
from rounds.domain.event import Event, PersonKey
from rounds.domain.people import search
from rounds.domain.people.roster import RosterIndex


def person_of(event: Event, name: str) -> PersonKey:
    """Return the key of the one person of this name; InputError if there is none, or several."""
    roster = RosterIndex(event)
    found = search.named(roster, name)
    if not found and (near := search.nearest_name(roster, name)):
        raise InputError("{name} is not on the roster: did you mean {near}?", name=name, near=near)
    if not found:
        raise InputError("{name} is not on the roster.", name=name)
    if len(found) > 1:
        ids = [*found]
        raise InputError(
            "More than one participant is called {name}. Give an id: {ids}.", name=name, ids=ids
        )
    return found[0]


def person_in_any(events: Sequence[Event], name: str) -> list[tuple[Event, PersonKey | None]]:
    """Return the events at which there is a person of this name, each with the key there.

    InputError if there is none, or an event has several.
    """
    known = [event for event in events if search.named(RosterIndex(event), name)]
    return [(event, person_of(event, name)) for event in known or events[-1:]]
