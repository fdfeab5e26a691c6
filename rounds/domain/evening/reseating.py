"""Who sits with whom when people come or go while a round is announced or runs.

No pairing that talks is ever split. Whoever is left alone stays at the table, and somebody
who is free comes there: who rests, was left alone elsewhere, or came late. A round that has
not begun simply changes; in one that runs the record says what became of every pairing.
"""

from __future__ import annotations

from rounds.domain.evening.rounds import broken_off, current, sits_at, with_pairing, with_round
from rounds.domain.event import Event, Pairing, PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people import roster
from rounds.domain.planner.history import met_tonight, pair
from rounds.text.fold import fold


def may_meet(event: Event, one: PersonKey, other: PersonKey) -> bool:
    """Return whether two people may sit together now: not met, not kept apart, not of one side."""
    if pair(one, other) in met_tonight(event):
        return False
    if any({one, other} == set(apart.people) for apart in event.kept_apart):
        return False
    people = roster.by_key(event)
    first, second = people.get(one), people.get(other)
    if first is None or second is None:
        return True
    if {second.key, second.name} & set(first.avoid) or {first.key, first.name} & set(second.avoid):
        return False
    sided = event.settings.sides is not None and first.side and second.side
    return not sided or fold(first.side) != fold(second.side)


def seat_latecomer(event: Event, number: int, key: PersonKey, table: TableLabel) -> Event:
    """Return the event with a latecomer in a round: back in the own place, or with who is free.

    Back in a trio means third: nobody else's seat changes. `table` is a free one; before the
    start somebody of a trio comes there, too. The event is returned unchanged where nobody
    suitable is free.
    """
    round_ = current(event, number)
    if round_ is None or key in round_.resting or sits_at(round_, key) is not None:
        return event
    own = _waits_for(event, round_, key)
    if own is not None:
        return _taken_up_again(event, round_, own)
    partner = _free_partner(event, round_, key)
    if partner is None:
        two = _lacks_third(event, round_, key)
        if two is not None:
            return _with_third(event, number, two, key)
        return _with_one_of_a_trio(event, round_, key, table)
    return _joined(event, number, (partner, key), _waits_at(round_, partner) or table)


def no_show_in_round(event: Event, number: int, key: PersonKey, *, newcomers: bool = True) -> Event:
    """Return the event with somebody who did not appear taken out of a round.

    The partner sits with somebody who is free, else rests until the bell; without `newcomers`
    those who came during the round stay where they are. Before the start a trio is possible,
    too, where the host wishes for it.
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
    after = _with_who_is_free(event, number, alone, pairing.table, newcomers)
    if after is not None:
        return after
    now = current(event, number)
    two = _lacks_third(event, now, alone) if now and now.started_at is None else None
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
    """Return the event with somebody gone when the round had been talked for `minutes`.

    Before half of a round together the pairing was short, and the partner sits with somebody
    who is free, if anybody is (`newcomers` as in `no_show_in_round`); after that it counts and
    stays as it is.
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
    return _with_who_is_free(event, number, alone, pairing.table, newcomers) or event


def _waits_for(event: Event, round_: Round, key: PersonKey) -> int | None:
    """Return the latest pairing broken off because this person was missing, if the other waits."""
    for at in range(len(round_.pairings) - 1, -1, -1):
        pairing = round_.pairings[at]
        if key in pairing.people and broken_off(round_, pairing):
            others = [other for other in pairing.people if other != key]
            if all(_there(event, other) and sits_at(round_, other) is None for other in others):
                return at
    return None


def _waits_at(round_: Round, key: PersonKey) -> TableLabel | None:
    """Return the table at which somebody sits alone, None for somebody who simply rests."""
    taken = {pairing.table for pairing in round_.pairings if not broken_off(round_, pairing)}
    own = (pairing.table for pairing in reversed(round_.pairings) if key in pairing.people)
    return next((table for table in own if table not in taken), None)


def _taken_up_again(event: Event, round_: Round, at: int) -> Event:
    event = _marked(event, round_.number, at, held=None, minutes=None)
    for key in round_.pairings[at].people:
        event = _without_resting(event, round_.number, key)
    return event


def _free_partner(
    event: Event, round_: Round, key: PersonKey, newcomers: bool = True
) -> PersonKey | None:
    """Return who is free, still there and may sit with somebody."""
    late = _waiting(event, round_) if newcomers else ()
    broken = [set(two.people) for two in round_.pairings if broken_off(round_, two)]
    return next(
        (
            other
            for other in (*round_.resting, *_left_alone(event, round_), *late)
            if other != key
            and _there(event, other)
            and may_meet(event, key, other)
            and not any({key, other} <= two for two in broken)
        ),
        None,
    )


def _left_alone(event: Event, round_: Round) -> tuple[PersonKey, ...]:
    """Return who sits nowhere because the partner has gone."""
    return tuple(
        key
        for two in round_.pairings
        if not all(_there(event, key) for key in two.people)
        for key in two.people
        if sits_at(round_, key) is None
    )


def _waiting(event: Event, round_: Round) -> tuple[PersonKey, ...]:
    """Return who came during this round and found nobody free."""
    known = roster.states(event)
    return tuple(
        key
        for key in roster.present(event, round_.number)
        if known[key] == "here" and sits_at(round_, key) is None
    )


def _there(event: Event, key: PersonKey) -> bool:
    return roster.states(event).get(key) not in {"absent", "left"}


def _with_who_is_free(
    event: Event, number: int, alone: PersonKey, table: TableLabel, newcomers: bool
) -> Event | None:
    round_ = current(event, number)
    partner = _free_partner(event, round_, alone, newcomers) if round_ else None
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
    """Return the event with a trio that goes on as two; the third of them takes a seat left free.

    In a round that has begun the record says for each of the two what became of meeting `key`.
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


def _with_one_of_a_trio(event: Event, round_: Round, key: PersonKey, table: TableLabel) -> Event:
    """Return the event where somebody of an announced trio sits with a latecomer, if one may."""
    if round_.started_at is not None or key not in roster.present(event, round_.number):
        return event
    for at, trio in enumerate(round_.pairings):
        for other in reversed(trio.people) if len(trio.people) == 3 else ():
            if may_meet(event, key, other):
                event = _without_third(
                    event, round_.number, at, other, held="no-show", minutes=None
                )
                return _joined(event, round_.number, (other, key), table)
    return event


def _lacks_third(event: Event, round_: Round, key: PersonKey) -> int | None:
    """Return the two whom somebody may join as the third.

    Who talk are left alone, unless they are the rest of this person's own trio.
    """
    if event.settings.odd != "trio" or any(len(two.people) == 3 for two in round_.pairings):
        return None
    if key not in roster.present(event, round_.number):
        return None
    mine = {
        (other, pairing.table)
        for pairing in round_.pairings
        if key in pairing.people and broken_off(round_, pairing)
        for other in pairing.people
    }
    return next(
        (
            at
            for at, two in enumerate(round_.pairings)
            if not broken_off(round_, two)
            and all(may_meet(event, key, other) for other in two.people)
            and (round_.started_at is None or all((o, two.table) in mine for o in two.people))
        ),
        None,
    )


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
