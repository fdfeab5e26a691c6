"""A lower bound of the cost, which no plan can beat.

Members of an industry (or a company) who need more meetings than the permitted people outside
can give them must meet each other; and a wish that can only be honoured by such a meeting has that
price. Most rosters reach this bound exactly, and then the search stops at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd

from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.limits.feasibility import most_aside
from rounds.domain.planner.limits.wishes import least_lost
from rounds.domain.planner.prices import COMPANY, NEVER, NEWCOMERS
from rounds.domain.planner.problem import Problem


@dataclass(frozen=True)
class Bound:
    """The least cost of any plan, and how many pairings within an industry it must have.

    Plans cheaper than `missing` honour every wish that can be honoured, so their costs lie a
    multiple of `step` above `base`.
    """

    cost: int
    same_industry: int
    base: int = 0
    step: int = 1
    missing: int = 0

    def raised(self, cost: int) -> Bound:
        """Return the bound if no plan costs less than `cost`: it may be the next cost there is."""
        if cost < self.missing:
            steps = -((self.base - cost) // self.step)
            cost = min(self.missing, self.base + steps * self.step)
        return replace(self, cost=max(self.cost, cost))


def least(problem: Problem) -> Bound:
    """Return the lower bound of a problem's cost."""
    base = problem.missed - sum(problem.wishes.values())
    if not problem.sittings:
        return _in_steps(problem, Bound(base, 0), base)
    firms, trades, newcomers, mixed = 0, 0, 0, 0
    majorities: list[set[int]] = []
    if not any(sitting.trio for sitting in problem.sittings):
        firms, _majorities = _forced(problem, problem.company)
        trades, majorities = _forced(problem, problem.industry)
        mixed = _mixed(problem)
        if problem.newcomers:
            kinds = [-1 if i in problem.newcomers else i for i in range(problem.size)]
            newcomers, _majorities = _forced(problem, kinds)
    # A wish is worth more than a meeting within an industry, but less than one of colleagues.
    trade = problem.industry_price
    within, taken_away = 0, 0
    colleagues = []
    worth_at_most: dict[Pair, int] = {}
    worth_within: dict[Pair, int] = {}
    for (a, b), saved in problem.wishes.items():
        if problem.company[a] == problem.company[b]:
            colleagues.append(saved)
            continue
        worth_at_most[a, b] = worth_within[a, b] = saved
        if problem.industry[a] == problem.industry[b]:
            within += 1
            worth_within[a, b] -= trade
        elif problem.helpers.isdisjoint((a, b)) and any(
            a not in group and b not in group for group in majorities
        ):
            # Such a meeting takes two people away whom the majority needs.
            taken_away += 1
            worth_at_most[a, b] -= trade
    without_wishes = (
        base
        + COMPANY * firms
        + trade * trades
        + problem.mixing_price * mixed
        + NEWCOMERS * newcomers
    )
    lost = sum(sorted(colleagues)[: max(0, len(colleagues) - firms)]) + max(
        trade * taken_away + least_lost(problem, worth_at_most),
        trade * (within - trades) + least_lost(problem, worth_within),
    )
    return _in_steps(problem, Bound(without_wishes + lost, trades), without_wishes)


def _in_steps(problem: Problem, bound: Bound, without_wishes: int) -> Bound:
    """Return the bound with what is known of the costs there are, given that without wishes."""
    newcomers = NEWCOMERS if problem.newcomers else 0
    prices = [COMPANY, newcomers, problem.industry_price, problem.mixing_price]
    prices += problem.earlier.values() if problem.forgiving else []
    return replace(
        bound,
        base=problem.missed - sum(problem.wishes.values()),
        step=gcd(*prices),
        missing=without_wishes + min(problem.wishes.values(), default=NEVER),
    ).raised(bound.cost)


def _forced(problem: Problem, kinds: Sequence[int]) -> tuple[int, list[set[int]]]:
    """Return how many meetings inside a kind there must be.

    Also the kinds that are a majority: they need every meeting of all the others.
    """
    sittings = problem.sittings
    need = Counter(i for sitting in sittings for i in sitting.here)
    groups: dict[int, set[int]] = defaultdict(set)
    for i in need:
        groups[kinds[i]].add(i)
    shut = [two for two in problem.ruled_out() if two[0] in need and two[1] in need]
    everybody = Counter(problem.side[i] if problem.side else 0 for i in need)
    most_shut = max(Counter(i for two in shut for i in two).values(), default=0)
    fewest = min(len(sitting.here) for sitting in sittings)
    facing = min(everybody.values(), default=0) if problem.side else len(need)
    total, majorities = 0, []
    aside = _aside(problem)
    beside = [sitting.aside + bool(sitting.helpers) for sitting in sittings]
    for group in groups.values():
        small = len(group) <= min(need.values()) and 2 * len(group) <= fewest
        if len(group) < 2 or (small and facing - len(group) - most_shut >= len(sittings)):
            continue  # everybody of a small group finds enough others: nothing is forced
        outside = _outside(problem, group, need, shut, everybody)
        taken = sum(min(need[i], outside[i]) for i in group)
        given = sum(min(need[i], outside[i]) for i in need if i not in group)
        needs = sum(need[i] for i in group)
        others = need.total() - needs
        inside = [len(group.intersection(sitting.here)) for sitting in sittings]
        alone = sum(
            max(0, (2 * k - len(sitting.here) - s + 1) // 2)
            for k, sitting, s in zip(inside, sittings, beside, strict=True)
        )
        rests = min(
            sum(min(s, k) for k, s in zip(inside, beside, strict=True)),
            sum(aside[i] for i in group),
        )
        short = needs - rests - min(taken, given)
        total += max(alone, (short + 1) // 2)
        if min(taken, given) == others and short > 0 and short % 2 == 0 and short >= 2 * alone:
            majorities.append(group)
    return total, majorities


def _mixed(problem: Problem) -> int:
    """Return how many meetings of two industries there must be at least, where one is preferred."""
    if not problem.mixing_price:
        return 0
    sittings = problem.sittings
    need = Counter(i for sitting in sittings for i in sitting.here)
    groups: dict[int, set[int]] = defaultdict(set)
    for i in need:
        groups[problem.industry[i]].add(i)
    shut = problem.ruled_out()
    short = sum(
        max(
            0,
            need[i]
            - len([j for j in group - {i} if problem.facing(i, j) and pair(i, j) not in shut]),
        )
        for group in groups.values()
        for i in group
    )
    beside = [sitting.aside + bool(sitting.helpers) for sitting in sittings]
    odd = 0
    for sitting, others in zip(sittings, beside, strict=True):
        left_over = sum(len(group.intersection(sitting.here)) % 2 for group in groups.values())
        odd += max(0, left_over - others + 1) // 2
    return max(odd, (short - sum(beside) + 1) // 2)


def _outside(
    problem: Problem,
    group: set[int],
    need: Counter[int],
    shut: Sequence[tuple[int, int]],
    everybody: Counter[int],
) -> dict[int, int]:
    """Return for everybody the number of permitted people on the other side of the group."""
    side = problem.side
    members = Counter(side[i] if side else 0 for i in group)
    closed: Counter[int] = Counter()
    for a, b in shut:
        if (a in group) != (b in group) and problem.facing(a, b):
            closed[a] += 1
            closed[b] += 1
    found = {}
    for i in need:
        found[i] = -closed[i]
        for where, count in everybody.items():
            if side is None or where != side[i]:
                found[i] += count - members[where] if i in group else members[where]
    return found


def _aside(problem: Problem) -> Counter[int]:
    """Return how often everybody can rest, or sit with a helper, at most."""
    found = most_aside(problem, len(problem.sittings))
    helped = Counter(i for sitting in problem.sittings if sitting.helpers for i in sitting.here)
    staff = len(problem.helpers) + sum(sitting.optional for sitting in problem.sittings)
    for i, times in helped.items():
        found[i] += min(times, staff)
    return found
