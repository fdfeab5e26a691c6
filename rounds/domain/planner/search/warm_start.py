"""Keeps the plan so far: all of it while it holds, as much as possible otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.event import Event, Round
from rounds.domain.planner.people import EITHER, PlannerPeople
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.planner.rests import Turns
from rounds.domain.planner.search.annealing import Search
from rounds.domain.planner.search.first_deal import Deal, empty, fill, helper_of, put_aside


def still_valid_plan(event: Event, roster: PlannerPeople, last: int) -> tuple[Round, ...] | None:
    """Return the plan so far if it covers the rounds up to `last` and breaks no rule."""
    plan = tuple(sorted(event.plan, key=lambda round_: round_.number))
    if not plan or [round_.number for round_ in plan] != list(range(roster.first, last + 1)):
        return None
    return None if broken_rules(event, plan) else plan


def in_turn(problem: Problem, planned: Sequence[Round]) -> bool:
    """Return whether people take turns in the trios of planned rounds."""
    index = {key: i for i, key in enumerate(problem.keys)}
    threes = [
        [index[key] for p in round_.pairings if len(p.people) == 3 for key in p.people]
        for round_ in planned
    ]
    return not Turns(problem.counts, [s.here for s in problem.sittings], threes).total


def warm_start(event: Event, problem: Problem) -> list[Deal] | None:
    """Return a deal of the rounds that keeps what it can of the plan so far."""
    planned = {round_.number: round_ for round_ in event.plan}
    if not any(sitting.number in planned for sitting in problem.sittings):
        return None
    index = {key: i for i, key in enumerate(problem.keys)}
    prices = problem.prices()
    taken = problem.ruled_out()
    counts = list(problem.counts)
    deals = []
    for sitting in problem.sittings:
        deal = empty(problem)
        left = set(sitting.here)
        before = planned.get(sitting.number)
        pairs: list[list[int]] = []
        rested: list[int] = []
        if before is not None:
            pairs = [[index.get(key, -1) for key in p.people] for p in before.pairings]
            rested = [index.get(key, -1) for key in before.resting]
            rested += [i for three in pairs if len(three) == 3 for i in three]
        # The same people rest as before, if it is their turn.
        away = sorted(sitting.may, key=lambda i: (counts[i], i not in rested, problem.lot[i]))
        for i in away[: sitting.aside]:
            counts[i] += 1
            left.discard(i)
        helper = helper_of(sitting)
        for two in pairs:
            if len(two) == 2 and two[0] in left and two[1] in sitting.helpers:
                helper = two[1]
        left |= {helper} if helper is not None else set()
        for two in pairs:
            if len(two) != 2 or two[0] == two[1] or not left.issuperset(two):
                continue
            a, b = min(two), max(two)
            if (a, b) not in taken and problem.facing(a, b):
                deal[a], deal[b] = b, a
                left -= {a, b}
                taken.add((a, b))
        rest = sorted(left)
        if problem.side is None:
            fill(deal, rest, prices, taken)
        else:
            # A helper without a side takes the one that is short.
            ones = [i for i in rest if problem.side[i] == 1]
            others = [i for i in rest if problem.side[i] == 0]
            short = ones if len(ones) < len(others) else others
            short += [i for i in rest if problem.side[i] == EITHER]
            for a, b in zip(ones, others, strict=True):
                deal[a], deal[b] = b, a
        put_aside(problem, sitting, deal)
        taken.update((i, j) for i, j in enumerate(deal) if i < j < problem.size)
        deals.append(deal)
    return deals


def restore(search: Search, before: Sequence[Deal]) -> None:
    """Bring back pairs of the plan so far where that costs nothing, the next round first."""
    seats = search.seats
    for r, (deal, old) in enumerate(zip(seats.deals, before, strict=True)):
        for a, b in enumerate(old):
            if not a < b < seats.size or deal[a] == b or deal[a] == a or deal[b] == b:
                continue
            if max(deal[a], deal[b]) >= seats.size:
                continue
            c, d = deal[a], deal[b]
            if old[c] == a or old[d] == b:
                continue
            cost = seats.cost
            seats.exchange(r, a, b)
            if seats.hard or seats.cost > cost:
                seats.exchange(r, a, c)
