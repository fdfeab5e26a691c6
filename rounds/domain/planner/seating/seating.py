"""Turns deals into rounds as the room sees them: the first listener, seats A and B, tables."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.event import Event, Pairing, PersonKey, Round, Seat
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.search.first_deal import Deal
from rounds.domain.planner.seating.listening import listeners_first
from rounds.domain.planner.table_labels import labels, seat


def seated(event: Event, problem: Problem, deals: Sequence[Deal]) -> tuple[Round, ...]:
    """Return the planned rounds; the first of `people` sits on seat A.

    The whole room listens first on one seat, A and B in turn, so a person who takes turns stays
    on the same seat; one of each pair stays at the table.
    """
    size, keys = problem.size, problem.keys
    index = {key: i for i, key in enumerate(keys)}
    pairs: list[list[tuple[int, int]]] = []
    aside: list[list[int]] = []
    for sitting, deal in zip(problem.sittings, deals, strict=True):
        out = problem.resting(deal)
        row = [(i, j) for i, j in enumerate(deal[:size]) if i < j < size]
        trio = [(out[0], out[1])] if sitting.trio else []
        pairs.append(sorted([*sitting.pinned, *row, *trio]))
        aside.append(out)
    ordered = listeners_first(pairs, [_listened(index, round_) for round_ in event.rounds])
    most = max((len(row) for row in ordered), default=0)
    by_name = {str(label): label for label in labels(event.in_force.tables, most)}
    if event.in_force.tables is None and event.rounds:
        for pairing in event.rounds[-1].pairings:
            by_name.setdefault(str(pairing.table), pairing.table)
    for label in problem.tables.values():
        by_name.setdefault(label, label)
    place = {name: k for k, name in enumerate(by_name)}
    sat, letter = _last_seats(event, index)
    announced = _announced(event, index)
    first: Seat = event.rounds[-1].listens_first if event.rounds else "A"
    rounds = []
    for sitting, row, out in zip(problem.sittings, ordered, aside, strict=True):
        first = "B" if first == "A" else "A"
        trio_of = set(out[:2]) if sitting.trio else None
        groups = [(*two, out[2]) if trio_of == set(two) else two for two in row]
        second: Seat = "B" if first == "A" else "A"
        letters = {
            i: on for group in groups for i, on in zip(group, (first, second, "C"), strict=False)
        }
        same = frozenset(i for i, on in letters.items() if letter.get(i) == on)
        letter = letters
        so_far = announced.get(sitting.number, {})
        at = seat(groups, sat, list(by_name), problem.tables, so_far, same)
        sat = {i: table for group, table in zip(groups, at, strict=True) for i in group}
        pairings = []
        for group, table in sorted(
            zip(groups, at, strict=True), key=lambda found: place.get(found[1], len(place))
        ):
            listener, speaker, *third = group
            two = (listener, speaker) if first == "A" else (speaker, listener)
            people = tuple(keys[i] for i in (*two, *third))
            pairings.append(Pairing(table=by_name.get(table, table), people=people))
        rounds.append(
            Round(
                number=sitting.number,
                listens_first=first,
                pairings=tuple(pairings),
                resting=() if sitting.trio else tuple(keys[i] for i in out),
            )
        )
    return tuple(rounds)


def _listened(index: dict[PersonKey, int], round_: Round) -> list[tuple[int, int]]:
    """Return the pairings of a begun round as (listened first, spoke first)."""
    out = []
    for pairing in round_.pairings:
        if pairing.held != "no-show" and all(key in index for key in pairing.people):
            a, b = (index[key] for key in pairing.people[:2])
            out.append((a, b) if round_.listens_first == "A" else (b, a))
    return out


def _last_seats(event: Event, index: dict[PersonKey, int]) -> tuple[dict[int, str], dict[int, str]]:
    """Return the table of everybody in the last round begun, and the letter of the seat."""
    sat = [
        (index[key], str(pairing.table), letter)
        for round_ in event.rounds[-1:]
        for pairing in round_.pairings
        for key, letter in zip(pairing.people, "ABC", strict=False)
        if key in index
    ]
    return {i: table for i, table, _on in sat}, {i: letter for i, _table, letter in sat}


def _announced(event: Event, index: dict[PersonKey, int]) -> dict[int, dict[frozenset[int], str]]:
    """Return the tables of the plan so far, by round and by who sits there."""
    return {
        round_.number: {
            frozenset(index[key] for key in pairing.people if key in index): str(pairing.table)
            for pairing in round_.pairings
        }
        for round_ in event.plan
    }
