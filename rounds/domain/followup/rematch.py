"""The rematch round: a last round for pairs in which both would like to talk again.

Only a wish that both have counts here, so nothing that comes of it tells of a wish that one of
them has alone: neither the seats nor how many pairs there are.
"""

from __future__ import annotations

from datetime import datetime

from rounds.domain.evening.rounds import begin_round, last_wanted
from rounds.domain.event import Change, Event, PersonKey, Pin
from rounds.domain.followup.contacts import again_pairs
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.matching import largest
from rounds.domain.planner.people import PlannerPeople, seed_of

Pair = tuple[PersonKey, PersonKey]


def number_of_rematch(event: Event) -> int:
    """Return the number that a rematch round has: that of one planned already, else the next."""
    last = last_wanted(event)
    coming = {round_.number for round_ in event.plan if round_.number <= last}
    planned = [pin.round for pin in event.pins if pin.again and pin.round in coming]
    return planned[-1] if planned else last + 1


def pairs_for_rematch(event: Event, number: int) -> tuple[Pair, ...]:
    """Return the pairs that sit together again in round `number`: as many as possible.

    Both are there then, and the host has pinned neither to somebody else. A pair that already had
    a rematch round gives others their turn.
    """
    roster = PlannerPeople(event, seed_of(event))
    here = set(RosterIndex(event).present(number))
    here -= {
        key for pin in event.pins if pin.round == number and not pin.again for key in pin.people
    }
    had = {frozenset(pin.people) for pin in event.pins if pin.again and pin.round != number}
    near: dict[int, list[int]] = {}
    for one, other in again_pairs(event):
        a, b = roster.index[one], roster.index[other]
        same_side = roster.side is not None and roster.side[a] == roster.side[b]
        if {one, other} <= here and {one, other} not in had and not same_side:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    partners, _outer, _inner = largest(dict(sorted(near.items())))
    keys = [person.key for person in roster.people]
    return tuple((keys[a], keys[b]) for a, b in sorted(partners.items()) if a < b)


def with_rematch(event: Event, number: int, pairs: tuple[Pair, ...], now: datetime) -> Event:
    """Return the event with these pairs wished for in round `number`, the last one from now on."""
    kept = tuple(pin for pin in event.pins if not (pin.again and pin.round == number))
    wished = tuple(Pin(round=number, people=pair, at=now, again=True) for pair in pairs)
    changes = event.changes
    if event.in_force.rounds != number:
        changes = (*changes, Change(at=now, rounds=number))
    return event.with_(pins=(*kept, *wished), changes=changes)


def as_if_begun(event: Event, number: int, now: datetime) -> Event:
    """Return the event with all rounds before `number` begun, as they are planned."""
    for round_ in event.plan:
        if round_.number < number:
            event = begin_round(event, round_.number, now)
    return event
