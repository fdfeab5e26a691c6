"""Checks whether an existing plan does what the host wants now."""

from __future__ import annotations

from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event
from rounds.domain.planner.build import build_problem
from rounds.domain.planner.limits.feasibility import first_obstacle
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.timetable import rounds_wanted


def holds(event: Event) -> bool:
    """Return whether the plan has the rounds that the host asks for and breaks no rule.

    Fewer rounds are enough if the host left the number open, or if more are plainly impossible.
    """
    if is_broken(event):
        return False
    last, wanted = evening.last_number(event), rounds_wanted(event)
    asked = event.in_force.rounds is not None
    return last == wanted or (last < wanted and (not asked or _impossible(event, last + 1)))


def is_broken(event: Event) -> bool:
    """Return whether the plan breaks a rule."""
    return bool(broken_rules(event, event.plan))


def _impossible(event: Event, last: int) -> bool:
    """Return whether a quick check shows that the evening cannot have `last` rounds."""
    least = frozenset({"earlier", "turns"})
    problem = build_problem(PlannerPeople(event, seed_of(event)), last, without=least)
    return first_obstacle(problem, thorough=False) is not None
