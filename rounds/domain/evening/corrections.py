"""Corrections by the host: what really became of a pairing, and who really sat where."""

from __future__ import annotations

from datetime import datetime

from rounds.domain.errors import RuleError
from rounds.domain.evening.rounds import (
    broken_off,
    pairings_of,
    planned,
    sits_at,
    with_pairing,
    with_round,
)
from rounds.domain.event import Event, PersonKey, Pin, Round


def meant_by(round_: Round, key: PersonKey) -> int | None:
    """Return the position of the pairing that the host means by a person, None without one.

    It is where the person sits, else the last one that was tried.
    """
    at = sits_at(round_, key)
    return next(pairings_of(round_, key), None) if at is None else at


def mark_pairing(
    event: Event, number: int, key: PersonKey, held: str, minutes: float | None = None
) -> Event:
    """Return the event with a person's pairing in a round marked as held, short or no-show.

    In a running round, a pairing that was broken off goes on when it is marked as held. Raises
    `RuleError` if one of the two sits with somebody else by now.
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
                "One of them is sitting with somebody else now: record it after this round."
            )


def exchange(event: Event, number: int, one: PersonKey, other: PersonKey) -> Event:
    """Return the event with two people's places exchanged in a round, begun or planned.

    Before a round it fulfils a wish of the host, after it a correction ("they sat wrong"). A
    person who rests can be exchanged, too; if one had no place, the other rests.
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


def pin_exchanged(
    event: Event, number: int, one: PersonKey, other: PersonKey, now: datetime
) -> Event:
    """Return the event with the partners that two people have exchanged pinned to them.

    So a later plan keeps the exchange. Earlier pins of the two into this round give way.
    """
    round_ = planned(event, number)
    if round_ is None:
        return event
    kept = tuple(
        pin for pin in event.pins if pin.round != number or not {one, other} & set(pin.people)
    )
    wished = tuple(
        Pin(round=number, people=(pairing.people[0], pairing.people[1]), at=now)
        for pairing in round_.pairings
        if {one, other} & set(pairing.people[:2])
    )
    return event.with_(pins=(*kept, *wished))


def _seat(round_: Round, key: PersonKey) -> int | None:
    """Return the position of the pairing whose seat somebody can give away, None without one.

    A pairing that never began (a no-show) has no seat to give away.
    """
    at = meant_by(round_, key)
    return None if at is None or round_.pairings[at].held == "no-show" else at


def _has_place(round_: Round, key: PersonKey) -> bool:
    return key in round_.resting or _seat(round_, key) is not None
