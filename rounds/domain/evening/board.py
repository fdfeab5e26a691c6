"""Repairs of the round on the board: its seats follow what the host has said since."""

from __future__ import annotations

from rounds.domain.evening import reseating
from rounds.domain.evening.rounds import current, planned, with_round
from rounds.domain.event import Event, Pairing, PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.history import pair, pairs_of
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.pins import pinned_pairs
from rounds.domain.planner.table_labels import labels
from rounds.domain.sentence import Sentence


def seats_kept_apart(event: Event, number: int) -> bool:
    """Return whether people who are kept apart sit together in a planned round."""
    round_ = planned(event, number)
    apart = _apart(event)
    return round_ is not None and any(_breaks(pairing, apart) for pairing in round_.pairings)


def separate_kept_apart(event: Event, number: int) -> Event:
    """Return the event with people who are kept apart resting instead of sitting together."""
    apart = _apart(event)

    def without(round_: Round) -> Round:
        alone = [key for two in round_.pairings if _breaks(two, apart) for key in two.people]
        return round_.with_(
            pairings=tuple(two for two in round_.pairings if not _breaks(two, apart)),
            resting=(*round_.resting, *alone),
        )

    return with_round(event, number, without)


def misses_a_pin(event: Event, number: int) -> bool:
    """Return whether two people who are pinned into a planned round do not sit together in it."""
    round_ = planned(event, number)
    if round_ is None:
        return False
    people = PlannerPeople(event, seed_of(event))
    return any(
        not any({people.people[i].key for i in two} <= set(at.people) for at in round_.pairings)
        for two in pinned_pairs(people, number).kept.get(number, ())
    )


def refused_pins(event: Event, number: int) -> tuple[Sentence, ...]:
    """Return why pairs pinned into a round cannot sit together there."""
    return pinned_pairs(PlannerPeople(event, seed_of(event)), number).refused


def drop_absent(event: Event, number: int) -> Event:
    """Return the event without those in a planned round who are absent or not on the roster."""
    round_ = planned(event, number)
    if round_ is None:
        return event
    states = RosterIndex(event).states
    places = (*round_.resting, *(key for two in round_.pairings for key in two.people))
    for key in places:
        if states.get(key, "absent") in {"absent", "left"}:
            event = reseating.no_show_in_round(event, number, key)
    return event


def with_latecomers(event: Event, number: int) -> Event:
    """Return the event with people who have no place in a planned round beside those who rest."""
    for key in RosterIndex(event).present(number):
        event = reseating.seat_latecomer(event, number, key, free_table(event, number))
    return event


def free_table(event: Event, number: int) -> TableLabel:
    """Return a table at which nobody sits in a round."""
    at_hand = current(event, number)
    used = {
        str(pairing.table)
        for pairing in (at_hand.pairings if at_hand else ())
        if pairing.held != "no-show"
    }
    known = labels(event.in_force.tables, len(used) + 1)
    return next(label for label in known if str(label) not in used)


def _apart(event: Event) -> set[tuple[PersonKey, PersonKey]]:
    people = PlannerPeople(event, seed_of(event))
    return {pair(people.people[a].key, people.people[b].key) for a, b in people.apart}


def _breaks(pairing: Pairing, apart: set[tuple[PersonKey, PersonKey]]) -> bool:
    return any(two in apart for two in pairs_of(pairing))
