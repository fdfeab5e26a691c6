"""The people and pairings that somebody without a seat may join in a round.

Nobody joins a person met before, a person kept apart, or somebody of the same side.
"""

from __future__ import annotations

from rounds.domain.evening.rounds import broken_off, sits_at
from rounds.domain.event import PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.history import met_tonight, pair
from rounds.text.fold import fold


def may_meet(roster: RosterIndex, one: PersonKey, other: PersonKey) -> bool:
    """Return whether two people may sit together now: not met, not kept apart, not of one side."""
    event = roster.event
    if pair(one, other) in met_tonight(event) or are_kept_apart(roster, one, other):
        return False
    first, second = roster.by_key.get(one), roster.by_key.get(other)
    if first is None or second is None:
        return True
    sided = event.settings.sides is not None and first.side and second.side
    return not sided or fold(first.side) != fold(second.side)


def are_kept_apart(roster: RosterIndex, one: PersonKey, other: PersonKey) -> bool:
    """Return whether the host keeps two people apart, in the file or since the evening began."""
    if any({one, other} == set(apart.people) for apart in roster.event.kept_apart):
        return True
    first, second = roster.by_key.get(one), roster.by_key.get(other)
    if first is None or second is None:
        return False
    return bool(
        {second.key, second.name} & set(first.avoid) or {first.key, first.name} & set(second.avoid)
    )


def free_partner(
    roster: RosterIndex, round_: Round, key: PersonKey, newcomers: bool = True
) -> PersonKey | None:
    """Return the first person who is free, still there and may sit with somebody.

    People who rest come first, then those whose partner has gone, then (with `newcomers`) those
    who came during the round. Two whose pairing was broken off before they had met may sit
    together again.
    """
    late = _waiting(roster, round_) if newcomers else ()
    return next(
        (
            other
            for other in (*round_.resting, *_left_alone(roster, round_), *late)
            if other != key and _there(roster, other) and may_meet(roster, key, other)
        ),
        None,
    )


def interrupted_pairing(roster: RosterIndex, round_: Round, key: PersonKey) -> int | None:
    """Return the position of the last pairing that this person's absence broke off.

    None if there is none, or if the other people of it are gone, sit elsewhere, or are to be
    kept apart from this person by now.
    """
    for at in range(len(round_.pairings) - 1, -1, -1):
        pairing = round_.pairings[at]
        if key in pairing.people and broken_off(round_, pairing):
            others = [other for other in pairing.people if other != key]
            if all(
                _there(roster, other)
                and sits_at(round_, other) is None
                and not are_kept_apart(roster, key, other)
                for other in others
            ):
                return at
    return None


def table_of_waiting(round_: Round, key: PersonKey) -> TableLabel | None:
    """Return the table at which somebody was left alone, None for somebody who simply rests."""
    taken = {pairing.table for pairing in round_.pairings if not broken_off(round_, pairing)}
    own = (pairing.table for pairing in reversed(round_.pairings) if key in pairing.people)
    return next((table for table in own if table not in taken), None)


def pairing_to_join(roster: RosterIndex, round_: Round, key: PersonKey) -> int | None:
    """Return the position of a pairing that somebody may join as the third, None without one.

    A pairing that has begun to talk is not disturbed, unless it is the rest of this person's
    own trio.
    """
    if roster.event.settings.odd != "trio" or any(len(two.people) == 3 for two in round_.pairings):
        return None
    if key not in roster.present(round_.number):
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
            and all(may_meet(roster, key, other) for other in two.people)
            and (round_.started_at is None or all((o, two.table) in mine for o in two.people))
        ),
        None,
    )


def _left_alone(roster: RosterIndex, round_: Round) -> tuple[PersonKey, ...]:
    """Return the people who have no seat because their partner has gone."""
    return tuple(
        key
        for two in round_.pairings
        if not all(_there(roster, key) for key in two.people)
        for key in two.people
        if sits_at(round_, key) is None
    )


def _waiting(roster: RosterIndex, round_: Round) -> tuple[PersonKey, ...]:
    """Return the people who came, or came back, during this round and found nobody free.

    If nobody is checked in this evening, somebody who comes back is expected again. Others who
    are expected and have no seat were never said to be there.
    """
    came = {key for key, state in roster.states.items() if state == "here"}
    if not roster.checked_in:
        came |= {entry.person for entry in roster.event.attendance if entry.state == "expected"}
    return tuple(
        key for key in roster.present(round_.number) if key in came and sits_at(round_, key) is None
    )


def _there(roster: RosterIndex, key: PersonKey) -> bool:
    return roster.states.get(key) not in {"absent", "left"}
