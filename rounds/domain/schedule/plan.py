"""Who meets whom: the plan of an evening.

One call plans a whole evening, and the same call plans again from the rounds already begun.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.schedule import history
from rounds.domain.schedule.problem import Problem, Roster, pose, seed_of
from rounds.domain.schedule.seating import seated
from rounds.domain.schedule.solve import Solution, solve
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.timetable import rounds_in_time


@dataclass(frozen=True)
class Proposal:
    """What relaxing one rule would give; `accept` marks the one to take with one key."""

    rule: Literal["rounds", "apart", "tables", "pins", "sides", "odd"]
    says: Sentence
    rounds_possible: int
    accept: bool = False


@dataclass(frozen=True)
class Infeasible:
    """Why not all rounds are possible, and how many are, those held included.

    `proven` is False where a better plan was not found, but not ruled out either.
    """

    rounds_possible: int
    why: tuple[Sentence, ...]
    proposals: tuple[Proposal, ...] = ()
    proven: bool = True


@dataclass(frozen=True)
class Plan:
    """The rounds begun, unchanged, and those planned, with what a host wants to know of them.

    `met_per_person` counts the different people each will have met in the end; `cost` is the
    price of the planned rounds, `least_cost` what no plan can beat.
    """

    rounds: tuple[Round, ...]
    met_per_person: dict[PersonKey, int] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    infeasible: Infeasible | None = None
    summary: tuple[Sentence, ...] = ()
    cost: int = 0
    least_cost: int = 0


def make_plan(event: Event, *, seed: int | None = None) -> Plan:
    """Return the plan of the evening: rounds begun stay as they are, the others are planned."""
    roster = Roster(event, seed_of(event, seed))
    begun = roster.first - 1
    wanted = max(begun, event.in_force.rounds or rounds_in_time(event.in_force))
    problem, found = best(roster, wanted)
    rounds = (*event.rounds, *seated(event, problem, found.deals))
    last = begun + len(problem.sittings)
    infeasible = None
    if last < wanted and event.in_force.rounds is not None:
        infeasible = Infeasible(last, (sentence("Only {count} rounds are possible.", count=last),))
    return Plan(
        rounds,
        met_per_person=_met(event, rounds),
        infeasible=infeasible,
        cost=found.cost,
        least_cost=found.bound.cost,
    )


def best(roster: Roster, last: int) -> tuple[Problem, Solution]:
    """Return the best plan up to round `last`, or up to the last round that is possible."""
    without: frozenset[str] = frozenset()
    while True:
        problem = pose(roster, last, without=without)
        found = solve(problem)
        if isinstance(found, Solution):
            return problem, found
        if roster.earlier and not without:
            without = frozenset({"earlier"})
        else:
            last = roster.first - 1 + found.rounds
            without = frozenset()


def _met(event: Event, rounds: tuple[Round, ...]) -> dict[PersonKey, int]:
    """Return how many different people everybody will have met; staff are met, not counted."""
    met = set(history.met_tonight(event))
    for each in rounds[len(event.rounds) :]:
        for pairing in each.pairings:
            met.update(history.pairs_of(pairing))
    found = {
        key: 0
        for each in rounds
        for key in (*(key for pairing in each.pairings for key in pairing.people), *each.resting)
    }
    for a, b in met:
        for key in (a, b):
            if key in found:
                found[key] += 1
    return found
