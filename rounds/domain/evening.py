"""What happens to the record as the evening goes on: rounds begin, end and are put right.

A round moves from the plan into the record when its talk begins; from then on it is a fact.
What is not held does not count as met.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Pairing, PersonKey, Round


def planned(event: Event, number: int) -> Round | None:
    """Return the planned round of this number, None where there is none (any more)."""
    return next((each for each in event.plan if each.number == number), None)


def current(event: Event, number: int) -> Round | None:
    """Return the round of this number, begun or planned."""
    return next((each for each in event.rounds if each.number == number), planned(event, number))


def last_number(event: Event) -> int:
    """Return the number of the last round of the evening as planned (0 without a plan)."""
    return max((each.number for each in (*event.rounds, *event.plan)), default=0)


def begin_round(event: Event, number: int, at: datetime) -> Event:
    """Return the event with the planned round begun at that moment."""
    starting = planned(event, number)
    if starting is None:
        raise RuleError("Round {number} is not planned yet.", number=number)
    begun = starting.model_copy(update={"started_at": at.replace(microsecond=0)})
    return event.with_(
        rounds=(*event.rounds, begun),
        plan=tuple(each for each in event.plan if each.number != number),
    )


def end_round(event: Event, number: int, at: datetime, talked: float, full: float) -> Event:
    """Return the event with the round over; below half of its time its pairings are short.

    `talked` and `full` are seconds: how long they talked, and how long they should have.
    """

    def over(pairing: Pairing) -> Pairing:
        if pairing.held is not None or talked >= full / 2:
            return pairing
        return pairing.model_copy(update={"held": "short", "minutes": round(talked / 60, 1)})

    def ended(each: Round) -> Round:
        if each.started_at is None or each.ended_at is not None:
            return each
        ended_at = max(at.replace(microsecond=0), each.started_at)  # ended in its lead-in
        return each.model_copy(
            update={
                "ended_at": ended_at,
                "pairings": tuple(over(pairing) for pairing in each.pairings),
            }
        )

    return with_round(event, number, ended)


def reopen_round(event: Event, number: int) -> Event:
    """Return the event with the round running again."""
    return with_round(event, number, lambda each: each.model_copy(update={"ended_at": None}))


def mark_pairing(
    event: Event, number: int, key: PersonKey, held: str, minutes: float | None = None
) -> Event:
    """Return the event with the pairing of this person in that round held, short or no-show."""

    def marked(pairing: Pairing) -> Pairing:
        if key not in pairing.people:
            return pairing
        return pairing.model_copy(update={"held": held, "minutes": minutes})

    return _with_pairings(event, number, marked)


def exchange(event: Event, number: int, one: PersonKey, other: PersonKey) -> Event:
    """Return the event with two people's places exchanged in a round, begun or planned.

    Serves a wish of the host before a round, and the truth after it ("they sat wrong"). A
    person who rests can be exchanged too, and for one who had no place the other rests.
    """
    places = {one: other, other: one}

    def swapped(pairing: Pairing) -> Pairing:
        if not places.keys() & set(pairing.people):
            return pairing
        return pairing.model_copy(
            update={"people": tuple(places.get(key, key) for key in pairing.people)}
        )

    before = _everybody(event, number)
    event = _with_pairings(event, number, swapped)
    event = _with_resting(event, number, lambda key: places.get(key, key))
    out = tuple(key for key in (one, other) if key in before - _everybody(event, number))
    return with_round(
        event, number, lambda each: each.model_copy(update={"resting": (*each.resting, *out)})
    )


def _everybody(event: Event, number: int) -> set[PersonKey]:
    each = current(event, number)
    pairings = each.pairings if each else ()
    return {key for pairing in pairings for key in pairing.people} | set(
        each.resting if each else ()
    )


def _with_pairings(event: Event, number: int, change: Callable[[Pairing], Pairing]) -> Event:
    return with_round(
        event,
        number,
        lambda each: each.model_copy(
            update={"pairings": tuple(change(pairing) for pairing in each.pairings)}
        ),
    )


def _with_resting(event: Event, number: int, change: Callable[[PersonKey], PersonKey]) -> Event:
    return with_round(
        event,
        number,
        lambda each: each.model_copy(
            update={"resting": tuple(change(key) for key in each.resting)}
        ),
    )


def with_round(event: Event, number: int, change: Callable[[Round], Round]) -> Event:
    """Return the event with one round changed, begun or planned."""
    return event.with_(
        rounds=tuple(change(each) if each.number == number else each for each in event.rounds),
        plan=tuple(change(each) if each.number == number else each for each in event.plan),
    )
