"""What no plan can beat: a lower bound of the cost.

Members of an industry who need more meetings than the permitted people of other industries can
give them must meet each other; and a wish that can only be honoured at such a price is not
counted as free. Most rosters reach this bound exactly, and then the search stops at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from rounds.domain.schedule.problem import WISH, Problem


@dataclass(frozen=True)
class Bound:
    """The least cost of any plan, and how many pairings within an industry it must have."""

    cost: int
    same_industry: int


def least(problem: Problem) -> Bound:
    """Return the lower bound of a problem's cost."""
    trios = any(sitting.trio for sitting in problem.sittings)
    forced, needed = (0, []) if trios else _same_industry(problem)
    within = free = 0
    for (a, b), times in problem.wishes.items():
        if problem.industry[a] == problem.industry[b]:
            within += times
        elif not any(a not in group and b not in group for group in needed):
            # Otherwise every such meeting takes somebody away whom the majority needs.
            free += times
    price = problem.industry_price
    if not price or trios:
        return Bound(problem.missed - WISH * sum(problem.wishes.values()), forced)
    return Bound(
        problem.missed - WISH * (free + min(within, forced)) + price * forced,
        forced,
    )


def _same_industry(problem: Problem) -> tuple[int, list[set[int]]]:
    """Return how many meetings inside an industry there must be, and the majorities."""
    sittings = problem.sittings
    side = problem.side
    need = Counter(i for sitting in sittings for i in sitting.here)
    aside = [len(sitting.aside) for sitting in sittings]
    turns = len(sittings) if side else -(-sum(aside) // max(1, len(need)))
    uneven = len(set(problem.counts)) > 1 or len({sitting.here for sitting in sittings}) > 1
    if uneven:
        turns = len(sittings)
    groups: dict[int, set[int]] = defaultdict(set)
    for i in need:
        groups[problem.industry[i]].add(i)
    shut = problem.ruled_out()
    total, needed = 0, []
    for group in groups.values():
        if len(group) < 2:
            continue
        inside = [sum(i in group for i in sitting.here) for sitting in sittings]
        alone = sum(
            max(0, (2 * k - len(sitting.here) - s + 1) // 2)
            for k, sitting, s in zip(inside, sittings, aside, strict=True)
        )
        closed: Counter[int] = Counter()
        for a, b in shut:
            if a in need and b in need and (a in group) != (b in group) and problem.facing(a, b):
                closed[a] += 1
                closed[b] += 1
        pool = Counter((i in group, side[i] if side else 0) for i in need)

        def reach(
            i: int, group: set[int], pool: Counter[tuple[bool, int]], closed: Counter[int]
        ) -> int:
            other = i not in group
            found = sum(
                count
                for (belongs, where), count in pool.items()
                if belongs == other and (side is None or where != side[i])
            )
            return max(0, found - closed[i])

        taken = sum(min(need[i], reach(i, group, pool, closed)) for i in group)
        given = sum(min(need[i], reach(i, group, pool, closed)) for i in need if i not in group)
        most = min(taken, given)
        rests = min(sum(min(s, k) for k, s in zip(inside, aside, strict=True)), turns * len(group))
        short = sum(need[i] for i in group) - rests - most
        total += max(alone, (short + 1) // 2)
        others = sum(need[i] for i in need if i not in group)
        if most == given == others and short > 0 and short % 2 == 0:
            needed.append(group)
    return total, needed
