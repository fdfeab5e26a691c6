"""What happens to the record as the evening goes on: rounds begin, end and are put right.

A round moves from the plan into the record when its talk begins; from then on it is a fact.
What is not held does not count as met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        return each.model_copy(
            update={
                "ended_at": at.replace(microsecond=0),
                "pairings": tuple(over(pairing) for pairing in each.pairings),
            }
        )

    return _with_rounds(event, number, ended)


def reopen_round(event: Event, number: int) -> Event:
    """Return the event with the round running again."""
    return _with_rounds(event, number, lambda each: each.model_copy(update={"ended_at": None}))


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
    person who rests can be exchanged too.
    """
    places = {one: other, other: one}

    def swapped(pairing: Pairing) -> Pairing:
        if not places.keys() & set(pairing.people):
            return pairing
        return pairing.model_copy(
            update={"people": tuple(places.get(key, key) for key in pairing.people)}
        )

    event = _with_pairings(event, number, swapped)
    return _with_resting(event, number, lambda key: [places.get(key, key)])


def seat_latecomer(event: Event, number: int, key: PersonKey, table: int | str) -> Event:
    """Return the event with a latecomer seated with somebody who rests in the running round.

    The event is returned unchanged where nobody rests: no running pairing is split.
    """
    running = next((each for each in event.rounds if each.number == number), None)
    if running is None or not running.resting or key in _seated(running):
        return event
    partner = running.resting[0]
    return _joined(event, number, (partner, key), table)


def no_show_in_round(event: Event, number: int, key: PersonKey, table: int | str) -> Event:
    """Return the event with the pairing of somebody who did not appear not held.

    The partner sits with somebody who rests, else rests (with the host) until the bell.
    """
    running = next((each for each in event.rounds if each.number == number), None)
    if running is None or key not in _seated(running):
        return event
    alone = [
        other
        for pairing in running.pairings
        if key in pairing.people and pairing.held != "no-show"
        for other in pairing.people
        if other != key
    ]
    if len(alone) == 2:  # a trio goes on as a pair
        return _with_pairings(
            event,
            number,
            lambda pairing: (
                pairing.model_copy(update={"people": tuple(alone)})
                if key in pairing.people
                else pairing
            ),
        )
    event = mark_pairing(event, number, key, "no-show")
    if not alone:
        return event
    if running.resting:
        return _joined(event, number, (alone[0], running.resting[0]), table)
    return _with_rounds(
        event,
        number,
        lambda each: each.model_copy(update={"resting": (*each.resting, alone[0])}),
    )


def _seated(each: Round) -> set[PersonKey]:
    return {key for pairing in each.pairings if pairing.held != "no-show" for key in pairing.people}


def _joined(
    event: Event, number: int, pair: tuple[PersonKey, PersonKey], table: int | str
) -> Event:
    event = _with_resting(event, number, lambda key: [] if key in pair else [key])
    seated = Pairing(table=table, people=pair)
    return _with_rounds(
        event,
        number,
        lambda each: each.model_copy(update={"pairings": (*each.pairings, seated)}),
    )


def _with_pairings(event: Event, number: int, change: Callable[[Pairing], Pairing]) -> Event:
    return _with_rounds(
        event,
        number,
        lambda each: each.model_copy(
            update={"pairings": tuple(change(pairing) for pairing in each.pairings)}
        ),
    )


def _with_resting(
    event: Event, number: int, change: Callable[[PersonKey], Iterable[PersonKey]]
) -> Event:
    return _with_rounds(
        event,
        number,
        lambda each: each.model_copy(
            update={"resting": tuple(new for key in each.resting for new in change(key))}
        ),
    )


def _with_rounds(event: Event, number: int, change: Callable[[Round], Round]) -> Event:
    return event.with_(
        rounds=tuple(change(each) if each.number == number else each for each in event.rounds),
        plan=tuple(change(each) if each.number == number else each for each in event.plan),
    )
