"""Settles small rooms for certain: tries every way to deal the rounds until one is found.

Round by round, the person with the fewest partners left is placed first; a state that failed
once is not tried again. Steps are counted, so that it gives up at the same point on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rounds.domain.planner.budget import STEP, Budget
from rounds.domain.planner.limits.feasibility import partners
from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem, Sitting
from rounds.domain.planner.search.first_deal import Deal, empty

STEPS = 60_000
"""How many steps one complete search may take."""


@dataclass
class _Try:
    problem: Problem
    prices: list[list[int]]
    left: int
    open: list[int]
    deals: list[Deal] = field(default_factory=list)
    failed: set[tuple[int, tuple[int, ...]]] = field(default_factory=set)


class GivenUp(Exception):
    """The steps allowed were not enough to settle it."""


def solve_exactly(
    problem: Problem, below: int = NEVER, budget: Budget | None = None, share: int = 1
) -> list[Deal] | None:
    """Return a deal of all rounds that breaks no rule, None where there is none for certain.

    Only meetings cheaper than `below` are allowed, and cheap ones are tried first. Raises
    GivenUp when nothing is known after the steps that are allowed.
    """
    budget = budget or Budget()
    prices = problem.prices()
    near = partners(problem, len(problem.sittings))
    open_ = [0] * problem.size
    for i in range(problem.size):
        for j in near.get(i, ()):
            if j < problem.size and prices[i][j] < below:
                open_[i] |= 1 << j
        for c, level in enumerate(problem.levels):
            if problem.counts[i] <= level:
                open_[i] |= 1 << (problem.size + c)
    steps = min(STEPS, budget.share(share) // STEP)
    state = _Try(problem, prices, steps, open_)
    try:
        return state.deals if _round(state, 0) else None
    finally:
        budget.spend((steps - max(0, state.left)) * STEP)


def _round(state: _Try, r: int) -> bool:
    problem = state.problem
    if r == len(problem.sittings):
        return True
    known = r, tuple(state.open)
    if known in state.failed:
        return False
    _spend(state, problem.size // 2)
    if not _enough(state, r):
        return False
    sitting = problem.sittings[r]
    room = [0] * problem.chairs
    for _i, chair in sitting.aside:
        room[chair - problem.size] += 1
    state.deals.append(empty(problem))
    here = sum(1 << i for i in sitting.here)
    if _place(state, r, here, room, []):
        return True
    state.deals.pop()
    state.failed.add(known)
    return False


def _spend(state: _Try, steps: int) -> None:
    state.left -= steps
    if state.left < 0:
        raise GivenUp


def _enough(state: _Try, r: int) -> bool:
    """Return whether everybody still has as many partners as rounds to come."""
    need: dict[int, int] = {}
    together: dict[int, int] = {}
    for sitting in state.problem.sittings[r:]:
        here = sum(1 << i for i in sitting.here)
        here |= sum({1 << chair for _i, chair in sitting.aside})
        for i in sitting.here:
            need[i] = need.get(i, 0) + 1
            together[i] = together.get(i, 0) | here
    if not all((state.open[i] & together[i]).bit_count() >= n for i, n in need.items()):
        return False
    people = (1 << state.problem.size) - 1
    left = sum((mine & people).bit_count() for mine in state.open) // 2
    pairs = 0
    for sitting in state.problem.sittings[r:]:
        pairs += (len(sitting.here) - len(sitting.aside)) // 2 + 3 * sitting.trio
        if sitting.trio and not _triangle(state, sitting):
            return False
    return pairs <= left


def _triangle(state: _Try, sitting: Sitting) -> bool:
    """Return whether three people are left who could sit in a round's trio."""
    chairs = sum({1 << chair for _i, chair in sitting.aside})
    may = sum(1 << i for i in sitting.may if state.open[i] & chairs)
    return any(
        state.open[i] & state.open[j] & may for i in _bits(may) for j in _bits(state.open[i] & may)
    )


def _place(state: _Try, r: int, left: int, room: list[int], trio: list[int]) -> bool:
    """Place the people of `left` (a set of bits) in round `r`, then go on to the next round."""
    if not left:
        return not any(room) and _round(state, r + 1)
    _spend(state, 1)
    problem, size = state.problem, state.problem.size
    chairs = sum(1 << (size + c) for c, free in enumerate(room) if free)
    may = set(problem.sittings[r].may)
    least, chosen, options = 10**9, -1, 0
    for i in _bits(left):
        mine = state.open[i] & (left | (chairs if i in may else 0)) & ~(1 << i)
        if mine.bit_count() < least:
            least, chosen, options = mine.bit_count(), i, mine
    deal = state.deals[r]
    row = state.prices[chosen]
    for j in sorted(_bits(options), key=row.__getitem__):
        bit = 1 << j
        seated = j >= size and problem.sittings[r].trio
        if seated and any(not state.open[chosen] >> i & 1 for i in trio):
            continue
        meets = [j, *trio] if seated else [j]
        for other in meets:
            _toggle(state, chosen, other)
        deal[chosen] = j
        if j < size:
            deal[j] = chosen
            done = _place(state, r, left & ~bit & ~(1 << chosen), room, trio)
        else:
            room[j - size] -= 1
            with_ = [*trio, chosen] if seated else trio
            done = _place(state, r, left & ~(1 << chosen), room, with_)
            room[j - size] += 1
        if done:
            return True
        for other in meets:
            _toggle(state, chosen, other)
        deal[chosen] = chosen
        if j < size:
            deal[j] = j
    return False


def _bits(numbers: int) -> Iterator[int]:
    """Yield the members of a set of bits, in ascending order."""
    while numbers:
        bit = numbers & -numbers
        numbers ^= bit
        yield bit.bit_length() - 1


def _toggle(state: _Try, a: int, b: int) -> None:
    state.open[a] ^= 1 << b
    if b < state.problem.size:
        state.open[b] ^= 1 << a
