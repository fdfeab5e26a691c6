"""The rounds of the record: how they begin and end, and where people sit in them.

A round moves from the plan into the record when its talk begins; from then on it is a fact.
A pairing that was not held does not count as met.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Pairing, PersonKey, Round


def planned(event: Event, number: int) -> Round | None:
    """Return the planned round of this number, None if there is none (any more)."""
    return next((round_ for round_ in event.plan if round_.number == number), None)


def current(event: Event, number: int) -> Round | None:
    """Return the round of this number, begun or planned."""
    return next(
        (round_ for round_ in event.rounds if round_.number == number), planned(event, number)
    )


def last_number(event: Event) -> int:
    """Return the number of the last round of the evening as planned (0 without a plan)."""
    return max((round_.number for round_ in (*event.rounds, *event.plan)), default=0)


def last_wanted(event: Event) -> int:
    """Return the number of the last round that will be held, or was.

    The host may want fewer rounds than are planned.
    """
    begun = max((round_.number for round_ in event.rounds), default=0)
    planned = last_number(event)
    return max(begun, min(planned, event.in_force.rounds or planned))


def begin_round(event: Event, number: int, at: datetime) -> Event:
    """Return the event with the planned round begun at that moment."""
    starting = planned(event, number)
    if starting is None:
        raise RuleError("Round {number} is not planned yet.", number=number)
    begun = starting.with_(started_at=at.replace(microsecond=0))
    return event.with_(
        rounds=(*event.rounds, begun),
        plan=tuple(round_ for round_ in event.plan if round_.number != number),
    )


def end_round(event: Event, number: int, at: datetime, talked: float, full: float) -> Event:
    """Return the event with the round ended. Pairings that talked for less than half are short.

    `talked` and `full` are seconds: how long the room talked, and how long it should have.
    """
    minutes = round(talked / 60, 1)

    def ended(round_: Round) -> Round:
        if round_.started_at is None or round_.ended_at is not None:
            return round_
        ended_at = max(at.replace(microsecond=0), round_.started_at)  # ended in its lead-in
        over = round_.with_(ended_at=ended_at)
        if minutes_of(over) != minutes:
            over = over.with_(minutes=minutes)
        return _short_below(over, talked, full / 2)

    return with_round(event, number, ended)


def _short_below(round_: Round, talked: float, half: float) -> Round:
    def short(pairing: Pairing) -> Pairing:
        if pairing.held is not None or talked - pairing.since * 60 >= half:
            return pairing
        return pairing.with_(held="short", minutes=minutes_in(round_, pairing))

    return round_.with_(pairings=tuple(short(pairing) for pairing in round_.pairings))


def minutes_of(round_: Round) -> float | None:
    """Return how long a round was talked, None while it is not over."""
    if round_.started_at is None or round_.ended_at is None:
        return None
    if round_.minutes is not None:
        return round_.minutes
    return round((round_.ended_at - round_.started_at).total_seconds() / 60, 1)


def minutes_in(round_: Round, pairing: Pairing) -> float | None:
    """Return how long a round was talked since the people of a pairing sat down together."""
    minutes = minutes_of(round_)
    return None if minutes is None else round(max(0.0, minutes - pairing.since), 1)


def joined_late(before: Event, after: Event, number: int, minutes: float) -> Event:
    """Return `after` with `since` set on the pairings that were formed while the round was running.

    `minutes` is how long the round had been running by then.
    """
    was = current(before, number)
    if was is None or was.started_at is None:
        return after
    going_on = [set(two.people) for two in was.pairings if not broken_off(was, two)]
    sat = Counter(frozenset(pairing.people) for pairing in was.pairings)

    def is_new(round_: Round, at: int) -> bool:
        people = frozenset(round_.pairings[at].people)
        if any(people <= two or two <= people for two in going_on):
            return False
        # Two who were parted may sit together a second time.
        return sum(people == set(two.people) for two in round_.pairings[:at]) >= sat[people]

    def dated(round_: Round) -> Round:
        pairings = tuple(
            pairing.with_(since=minutes) if pairing.held is None and is_new(round_, at) else pairing
            for at, pairing in enumerate(round_.pairings)
        )
        return round_.with_(pairings=pairings)

    return with_round(after, number, dated)


def reopen_round(event: Event, number: int) -> Event:
    """Return the event with an ended round running again.

    Pairings that are short only because the round ended go on with it.
    """

    def going_on(round_: Round) -> Round:
        if round_.ended_at is None:
            return round_

        def again(at: int, pairing: Pairing) -> Pairing:
            if pairing.held != "short" or pairing.minutes != minutes_in(round_, pairing):
                return pairing
            later = {key for two in round_.pairings[at + 1 :] for key in two.people}
            if later & set(pairing.people):  # broken off before the end: one of them sits there now
                return pairing
            return pairing.with_(held=None, minutes=None)

        pairings = tuple(again(at, pairing) for at, pairing in enumerate(round_.pairings))
        return round_.with_(ended_at=None, minutes=None, pairings=pairings)

    return with_round(event, number, going_on)


def broken_off(round_: Round, pairing: Pairing) -> bool:
    """Return whether somebody of a pairing was missing, so that nobody sits there any more."""
    return pairing.held == "no-show" or (pairing.held == "short" and round_.ended_at is None)


def sits_at(round_: Round, key: PersonKey) -> int | None:
    """Return the position of the pairing in which somebody sits now, None without one.

    It is the last one that was not broken off.
    """
    goes_on = (at for at in pairings_of(round_, key) if not broken_off(round_, round_.pairings[at]))
    return next(goes_on, None)


def pairings_of(round_: Round, key: PersonKey) -> Iterator[int]:
    """Return the positions of somebody's pairings in a round, the latest first."""
    latest_first = range(len(round_.pairings) - 1, -1, -1)
    return (at for at in latest_first if key in round_.pairings[at].people)


def with_pairing(round_: Round, at: int, pairing: Pairing) -> Round:
    """Return the round with one pairing replaced."""
    return round_.with_(pairings=(*round_.pairings[:at], pairing, *round_.pairings[at + 1 :]))


def with_round(event: Event, number: int, change: Callable[[Round], Round]) -> Event:
    """Return the event with one round changed, begun or planned."""
    return event.with_(
        rounds=tuple(
            change(round_) if round_.number == number else round_ for round_ in event.rounds
        ),
        plan=tuple(change(round_) if round_.number == number else round_ for round_ in event.plan),
    )
