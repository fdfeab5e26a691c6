"""What happens to the record as the evening goes on: rounds begin, end and are put right.

A round moves from the plan into the record when its talk begins; from then on it is a fact.
What is not held does not count as met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, Pairing, PersonKey, Round


def planned(event: Event, number: int) -> Round | None:
    """Return the planned round of this number, None where there is none (any more)."""
    return next((round_ for round_ in event.plan if round_.number == number), None)


def current(event: Event, number: int) -> Round | None:
    """Return the round of this number, begun or planned."""
    return next(
        (round_ for round_ in event.rounds if round_.number == number), planned(event, number)
    )


def last_number(event: Event) -> int:
    """Return the number of the last round of the evening as planned (0 without a plan)."""
    return max((round_.number for round_ in (*event.rounds, *event.plan)), default=0)


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
    """Return the event with the round over; who talked less than half of its time were short.

    `talked` and `full` are seconds: how long they talked, and how long they should have.
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
    """Return the later event with it said of a running round who sat down together in between."""
    was = current(before, number)
    if was is None or was.started_at is None:
        return after
    sat = [set(pairing.people) for pairing in was.pairings]

    def dated(pairing: Pairing) -> Pairing:
        people = set(pairing.people)
        if pairing.minutes is not None or any(people <= two or two <= people for two in sat):
            return pairing
        return pairing.with_(since=minutes)

    return with_round(
        after,
        number,
        lambda round_: round_.with_(pairings=tuple(dated(pairing) for pairing in round_.pairings)),
    )


def reopen_round(event: Event, number: int) -> Event:
    """Return the event with the round running again, and what only its end made short with it."""

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
    """Return the pairing in which somebody sits in a round: the last one that goes on."""
    return next(
        (at for at in _tried(round_, key) if not broken_off(round_, round_.pairings[at])), None
    )


def meant_by(round_: Round, key: PersonKey) -> int | None:
    """Return the pairing the host means by a person: where they sit, else the last one tried."""
    at = sits_at(round_, key)
    return next(_tried(round_, key), None) if at is None else at


def _tried(round_: Round, key: PersonKey) -> Iterator[int]:
    """Return the pairings of somebody in a round, the latest first."""
    latest_first = range(len(round_.pairings) - 1, -1, -1)
    return (at for at in latest_first if key in round_.pairings[at].people)


def mark_pairing(
    event: Event, number: int, key: PersonKey, held: str, minutes: float | None = None
) -> Event:
    """Return the event with the pairing of this person in that round held, short or no-show.

    In a running round a pairing that was broken off goes on by being held; raises `RuleError`
    where one of them sits with somebody else by now.
    """

    def marked(round_: Round) -> Round:
        at = meant_by(round_, key)
        if at is None:
            return round_
        changed = round_.pairings[at].with_(held=held, minutes=minutes)
        if round_.ended_at is None and not broken_off(round_, changed):
            _refuse_two_tables(round_, at)
            resting = tuple(key for key in round_.resting if key not in changed.people)
            round_ = round_.with_(resting=resting)
        return with_pairing(round_, at, changed)

    return with_round(event, number, marked)


def _refuse_two_tables(round_: Round, at: int) -> None:
    for key in round_.pairings[at].people:
        if sits_at(round_, key) not in {at, None}:
            raise RuleError(
                "One of them sits with somebody else now: say it once this round is over."
            )


def exchange(event: Event, number: int, one: PersonKey, other: PersonKey) -> Event:
    """Return the event with two people's places exchanged in a round, begun or planned.

    Serves a wish of the host before a round, and the truth after it ("they sat wrong"). A
    person who rests can be exchanged too, and for one who had no place the other rests.
    """
    places = {one: other, other: one}

    def swapped(before: Round) -> Round:
        round_ = before
        for at in (_seat(before, one), _seat(before, other)):
            if at is not None:
                there = before.pairings[at]
                people = tuple(places.get(key, key) for key in there.people)
                round_ = with_pairing(round_, at, there.with_(people=people))
        resting = tuple(places.get(key, key) for key in before.resting)
        round_ = round_.with_(resting=resting)
        out = tuple(k for k in places if _has_place(before, k) and not _has_place(round_, k))
        return round_.with_(resting=(*resting, *out))

    return with_round(event, number, swapped)


def _seat(round_: Round, key: PersonKey) -> int | None:
    """Return the pairing whose place somebody can give away: not one that never began."""
    at = meant_by(round_, key)
    return None if at is None or round_.pairings[at].held == "no-show" else at


def _has_place(round_: Round, key: PersonKey) -> bool:
    return key in round_.resting or _seat(round_, key) is not None


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
