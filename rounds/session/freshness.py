"""The inputs of a plan: by comparing them, one sees whether a plan is out of date."""

from __future__ import annotations

from rounds.domain.event import Event
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.history import counts_as_met

_OTHERS = tuple(name for name in Event.model_fields if name != "notes")


def only_notes_differ(event: Event, other: Event) -> bool:
    """Return whether two versions of an event are the same but for their notes, at a glance."""
    return event is other or all(getattr(event, name) is getattr(other, name) for name in _OTHERS)


def plan_inputs(people: RosterIndex) -> tuple[object, ...]:
    """Return everything that a plan depends on, as a value that can be compared.

    A round that begins and is held as planned changes nothing in it.
    """
    event = people.event
    turns = {person.from_round or 1 for person in people.people}
    return (
        tuple(people.present(number) for number in sorted({1, *turns})),
        people.staff,
        event.participants,
        event.walk_ins,
        event.kept_apart,
        event.pins,
        event.in_force.with_(language=None),
        tuple(
            (
                round_.number,
                tuple(
                    (pairing.people, counts_as_met(pairing, event.in_force.round_minutes))
                    for pairing in round_.pairings
                ),
                round_.resting,
            )
            for round_ in sorted((*event.rounds, *event.plan), key=lambda round_: round_.number)
        ),
    )
