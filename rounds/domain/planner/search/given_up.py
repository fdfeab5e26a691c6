"""What is given up where there is no plan otherwise, one thing after the other.

Meetings of earlier events first, then turns in the trio, then help: last of all somebody rests, or
three sit together, though staff could make the number even, in as few rounds as possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rounds.domain.planner.build import build_problem
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.result import Rule

CHOICES = 64
"""How many choices of rounds with a trio instead of a helper are tried at most."""


def rules_given_up(
    roster: PlannerPeople, without: frozenset[str], *, any_plan: bool
) -> list[frozenset[str]]:
    """Return the sets of rules to leave out, in the order in which they are tried."""
    forgiving = without | {"earlier"}
    rules = [without, forgiving] if roster.earlier else [without]
    if any_plan:
        rules = [forgiving]
    if in_use(roster, "odd") and "odd" not in without:
        rules.append(rules[-1] | {"turns"})
    if roster.staff:
        rules.append(rules[-1] | {"helpers"})
    return rules


def problems(
    roster: PlannerPeople, last: int, without: frozenset[str]
) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems of the rounds up to `last`; those that give up as much stand together.

    Where trios are asked for, the problem says in which rounds nobody helps.
    """
    helped = _helped_with_trios(roster, last, without)
    if not helped:
        yield (build_problem(roster, last, without=without),)
        return
    sizes = range(1, len(helped) + 1) if all_choices(roster, last, without) else [1, len(helped)]
    for size in sizes:
        yield tuple(
            build_problem(roster, last, without=without, alone=frozenset(alone))
            for alone in combinations(helped, size)
        )


def loosest_rules(roster: PlannerPeople, rules: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return those of the rules given up that allow most: a trio may allow less than a helper."""
    return rules[-2:] if roster.staff and in_use(roster, "odd") else rules[-1:]


def loosest(roster: PlannerPeople, last: int, rules: list[frozenset[str]]) -> Iterator[Problem]:
    """Yield the problems of the rounds up to `last` that give up all that can be given up."""
    for rule in loosest_rules(roster, rules):
        for alike in problems(roster, last, rule):
            yield from alike


def all_choices(roster: PlannerPeople, last: int, without: frozenset[str]) -> bool:
    """Return whether `problems` leaves out no choice of rounds in which nobody helps."""
    return 1 << len(_helped_with_trios(roster, last, without)) <= CHOICES


def _helped_with_trios(roster: PlannerPeople, last: int, without: frozenset[str]) -> list[int]:
    """Return the rounds in which staff could help, if they may do without and trios are used."""
    if "helpers" not in without or "odd" in without or not in_use(roster, "odd"):
        return []
    problem = build_problem(roster, last, without=without - {"helpers"})
    return [sitting.number for sitting in problem.sittings if sitting.helpers]


def in_use(roster: PlannerPeople, rule: Rule) -> bool:
    """Return whether anything in the event falls under a rule."""
    return {
        "apart": bool(roster.apart),
        "tables": any(person.table is not None for person in roster.people),
        "pins": bool(roster.event.pins),
        "sides": roster.side is not None,
        "odd": roster.event.settings.odd == "trio" and roster.side is None,
        "turns": roster.event.settings.odd != "trio" or roster.side is not None,
    }.get(rule, False)
