"""What the host could do for more rounds: give up a rule, or let one person rest who stops all."""

from __future__ import annotations

from collections.abc import Callable

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import shown_names
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.feasibility import Obstacle, first_obstacle
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.result import Proposal, Rule
from rounds.domain.planner.search.given_up import in_use
from rounds.domain.planner.search.most_rounds import most_rounds
from rounds.domain.sentence import Sentence, counted, private

ALONE = 3
"""How many people without partners are left out of the last rounds at most."""


def proposals(
    roster: PlannerPeople, blocked: tuple[Problem, Obstacle], wanted: int, last: int
) -> tuple[Proposal, ...]:
    """Return what would give more rounds than the `last` that are possible."""
    found = []
    if last >= roster.first:
        says = counted("Plan {count} round.", "Plan {count} rounds.", last)
        found.append(Proposal("rounds", says, last, accept=True))
    alone = _without_the_lonely(roster, *blocked, wanted)
    if alone is not None and alone.rounds_possible > last:
        found.append(alone)
    for rule, words in _RELAXED.items():
        if in_use(roster, rule) and not roster.budget.spent:
            relaxed = most_rounds(roster, wanted, frozenset({rule}), any_plan=True)
            possible = roster.first - 1 + relaxed.planned
            if possible > last:
                found.append(Proposal(rule, words(possible), possible))
    return tuple(found)


def _without_the_lonely(
    roster: PlannerPeople, problem: Problem, block: Obstacle | None, wanted: int
) -> Proposal | None:
    """Return what is possible if those rest who have nobody left to meet from some round on."""
    event, number = roster.event, wanted
    names: list[str] = []
    while block is not None and block.kind == "person" and len(names) < ALONE:
        key = problem.keys[block.group[0]]
        number = min(number, problem.sittings[block.rounds].number)
        names.append(shown_names(event)[key])
        event = _gone_after(event, key, problem.sittings[block.rounds].number - 1)
        rest = PlannerPeople(event, roster.seed)
        rest.budget = roster.budget
        problem = build_problem(rest, wanted, without=frozenset({"earlier", "turns"}))
        block = first_obstacle(problem, thorough=False)
    if not names or roster.budget.spent:
        return None
    possible = roster.first - 1 + most_rounds(rest, wanted, any_plan=True).planned
    says = counted(
        "If {names} rested from round {number} on, {count} round would be possible.",
        "If {names} rested from round {number} on, {count} rounds would be possible.",
        possible,
        names=names,
        number=number,
    )
    return Proposal("leaves", says, possible)


def _gone_after(event: Event, key: PersonKey, last: int) -> Event:
    """Return the event with this person there up to round `last` only."""
    if last < 1:
        return event.with_(
            participants=tuple(p for p in event.participants if p.key != key),
            walk_ins=tuple(p for p in event.walk_ins if p.key != key),
        )
    return event.with_(
        participants=tuple(
            p.with_(until_round=last) if p.key == key else p for p in event.participants
        ),
        walk_ins=tuple(p.with_(until_round=last) if p.key == key else p for p in event.walk_ins),
    )


_RELAXED: dict[Rule, Callable[[int], Sentence]] = {
    "apart": lambda n: private(
        counted(
            "If nobody were kept apart, {count} round would be possible.",
            "If nobody were kept apart, {count} rounds would be possible.",
            n,
        )
    ),
    "tables": lambda n: counted(
        "If nobody had to keep a table, {count} round would be possible.",
        "If nobody had to keep a table, {count} rounds would be possible.",
        n,
    ),
    "pins": lambda n: counted(
        "Without the pairs pinned to rounds, {count} round would be possible.",
        "Without the pairs pinned to rounds, {count} rounds would be possible.",
        n,
    ),
    "sides": lambda n: counted(
        "If people of one side could meet, {count} round would be possible.",
        "If people of one side could meet, {count} rounds would be possible.",
        n,
    ),
    "odd": lambda n: counted(
        "With a rest instead of a trio, {count} round would be possible.",
        "With a rest instead of a trio, {count} rounds would be possible.",
        n,
    ),
    "turns": lambda n: counted(
        "If somebody could rest again before everybody has rested, {count} round would be "
        "possible.",
        "If somebody could rest again before everybody has rested, {count} rounds would be "
        "possible.",
        n,
    ),
}
