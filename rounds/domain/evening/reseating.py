"""Changes of a round's seats when people come or go while it is announced or runs.

No pairing that talks is ever split. Somebody who is left alone stays at the table, and somebody
who is free moves there: a person who rests, was left alone elsewhere, or came late. A round that
has not begun simply changes; in a running one the record says what became of every pairing.
"""

from __future__ import annotations

from rounds.domain.evening.free_partners import (
    free_partner,
    interrupted_pairing,
    may_meet,
    pairing_to_join,
    table_of_waiting,
)
from rounds.domain.evening.rounds import current, sits_at, with_pairing, with_round
from rounds.domain.event import Event, Pairing, PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex


def seat_latecomer(event: Event, number: int, key: PersonKey, table: TableLabel) -> Event:
    """Return the event with a latecomer seated in a round: in the old place, or with a free person.

    Somebody who returns to a trio becomes its third member, so no other seat changes. `table`
    is free; before the round starts, one of a trio may move there. The event is returned
    unchanged if nobody suitable is free.
    """
    round_ = current(event, number)
    if round_ is None or key in round_.resting or sits_at(round_, key) is not None:
        return event
    roster = RosterIndex(event)
    own = interrupted_pairing(roster, round_, key)
    if own is not None:
        return _resumed(event, round_, own)
    partner = free_partner(roster, round_, key)
    if partner is None:
        two = pairing_to_join(roster, round_, key)
        if two is not None:
            return _with_third(event, number, two, key)
        return _with_one_of_a_trio(roster, round_, key, table)
    return _joined(event, number, (partner, key), table_of_waiting(round_, partner) or table)


def no_show_in_round(event: Event, number: int, key: PersonKey, *, newcomers: bool = True) -> Event:
    """Return the event with somebody who did not appear taken out of a round.

    The partner sits with somebody who is free, else rests until the bell; without `newcomers`
    people who came during the round stay where they are. Before the start the partner may also
    make a trio, if the host allows trios.
    """
    round_ = current(event, number)
    if round_ is None:
        return event
    if key in round_.resting:
        return _without_resting(event, number, key)
    at = sits_at(round_, key)
    if at is None:
        return event
    pairing = round_.pairings[at]
    if len(pairing.people) == 3:
        return _without_third(event, number, at, key, held="no-show", minutes=None)
    if round_.started_at is None:
        event = with_round(event, number, lambda round_: _without_pairing(round_, at))
    else:
        event = _marked(event, number, at, held="no-show", minutes=None)
    (alone,) = (other for other in pairing.people if other != key)
    after = _with_free_partner(event, number, alone, pairing.table, newcomers)
    if after is not None:
        return after
    now = current(event, number)
    if now is not None and now.started_at is None:
        two = pairing_to_join(RosterIndex(event), now, alone)
        if two is not None:
            return _with_third(event, number, two, alone)
    return with_round(
        event,
        number,
        lambda round_: round_.with_(resting=(*round_.resting, alone)),
    )


def leave_round(
    event: Event, number: int, key: PersonKey, minutes: float, *, newcomers: bool = True
) -> Event:
    """Return the event with somebody gone after `minutes` of talk.

    If they talked for less than half of a round, the pairing was short, and the partner sits
    with somebody who is free, if anybody is (`newcomers` as in `no_show_in_round`). Otherwise
    the pairing counts and stays as it is.
    """
    round_ = current(event, number)
    if round_ is None or round_.started_at is None:
        return no_show_in_round(event, number, key, newcomers=newcomers)
    at = sits_at(round_, key)
    if at is None:
        return _without_resting(event, number, key)
    pairing = round_.pairings[at]
    minutes = round(max(0.0, minutes - pairing.since), 1)
    if minutes >= event.in_force.round_minutes / 2:
        return event
    if len(pairing.people) == 3:
        return _without_third(event, number, at, key, held="short", minutes=minutes)
    event = _marked(event, number, at, held="short", minutes=minutes)
    (alone,) = (other for other in pairing.people if other != key)
    return _with_free_partner(event, number, alone, pairing.table, newcomers) or event


def _resumed(event: Event, round_: Round, at: int) -> Event:
    event = _marked(event, round_.number, at, held=None, minutes=None)
    for key in round_.pairings[at].people:
        event = _without_resting(event, round_.number, key)
    return event


def _with_free_partner(
    event: Event, number: int, alone: PersonKey, table: TableLabel, newcomers: bool
) -> Event | None:
    round_ = current(event, number)
    partner = free_partner(RosterIndex(event), round_, alone, newcomers) if round_ else None
    if partner is None:
        return None
    return _joined(event, number, (alone, partner), table)


def _joined(
    event: Event,
    number: int,
    people: tuple[PersonKey, PersonKey],
    table: TableLabel,
) -> Event:
    for key in people:
        event = _without_resting(event, number, key)
    seated = Pairing(table=table, people=people)
    return with_round(
        event,
        number,
        lambda round_: round_.with_(pairings=(*round_.pairings, seated)),
    )


def _without_resting(event: Event, number: int, key: PersonKey) -> Event:
    return with_round(
        event,
        number,
        lambda round_: round_.with_(
            resting=tuple(other for other in round_.resting if other != key)
        ),
    )


def _without_third(
    event: Event, number: int, at: int, key: PersonKey, *, held: str, minutes: float | None
) -> Event:
    """Return the event with a trio that goes on as two; its third member takes a free seat A or B.

    In a round that has begun, the record says for both what became of their meeting with `key`.
    """

    def two_left(round_: Round) -> Round:
        trio = round_.pairings[at]
        *seats, third = trio.people
        two = tuple(third if other == key else other for other in seats)
        missed = [
            trio.with_(
                people=tuple(k for k in trio.people if k in {other, key}),
                held=held,
                minutes=minutes,
            )
            for other in two
            if round_.started_at is not None
        ]
        goes_on = trio.with_(people=two)
        pairings = (*round_.pairings[:at], *missed, goes_on, *round_.pairings[at + 1 :])
        return round_.with_(pairings=pairings)

    return with_round(event, number, two_left)


def _with_one_of_a_trio(
    roster: RosterIndex, round_: Round, key: PersonKey, table: TableLabel
) -> Event:
    """Return the event with one of an announced trio beside a latecomer, if the two may meet."""
    event = roster.event
    if round_.started_at is not None or key not in roster.present(round_.number):
        return event
    for at, trio in enumerate(round_.pairings):
        for other in reversed(trio.people) if len(trio.people) == 3 else ():
            if may_meet(roster, key, other):
                event = _without_third(
                    event, round_.number, at, other, held="no-show", minutes=None
                )
                return _joined(event, round_.number, (other, key), table)
    return event


def _with_third(event: Event, number: int, at: int, key: PersonKey) -> Event:
    def three(round_: Round) -> Round:
        two = round_.pairings[at]
        trio = two.with_(people=(*two.people, key))
        kept = (
            trio if pairing is two else pairing
            for pairing in round_.pairings
            if key not in pairing.people or not set(pairing.people) <= {*two.people, key}
        )
        return round_.with_(pairings=tuple(kept))

    return with_round(event, number, three)


def _without_pairing(round_: Round, at: int) -> Round:
    return round_.with_(pairings=(*round_.pairings[:at], *round_.pairings[at + 1 :]))


def _marked(
    event: Event, number: int, at: int, *, held: str | None, minutes: float | None
) -> Event:
    def marked(round_: Round) -> Round:
        return with_pairing(round_, at, round_.pairings[at].with_(held=held, minutes=minutes))

    return with_round(event, number, marked)
