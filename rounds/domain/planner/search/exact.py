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
from rounds.domain.planner.search.first_deal import Deal, empty, put_aside

STEPS = 60_000
"""How many steps one complete search may take."""


@dataclass
class _Try:
    problem: Problem
    prices: list[list[int]]
    left: int
    open: list[int]
    counts: list[int]
    limit: int
    cost: int = 0
    """What a plan costs at least: its meetings so far, with all that could be saved."""
    savings: list[tuple[int, int, int]] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    failed: set[tuple[int, tuple[int, ...], tuple[int, ...]]] = field(default_factory=set)


class GivenUp(Exception):
    """The steps allowed were not enough to settle it."""


def solve_exactly(
    problem: Problem,
    below: int = NEVER,
    budget: Budget | None = None,
    share: int = 1,
    *,
    limit: int = NEVER,
) -> list[Deal] | None:
    """Return a deal of all rounds that breaks no rule, None where there is none for certain.

    Only meetings cheaper than `below` are allowed, and cheap ones are tried first; all of them
    together must cost less than `limit`. Raises GivenUp when nothing is known after the steps
    that are allowed.
    """
    if any(sitting.optional for sitting in problem.sittings):
        raise GivenUp
    budget = budget or Budget()
    prices = problem.prices()
    near = partners(problem, len(problem.sittings))
    open_ = [0] * problem.size
    for i in range(problem.size):
        for j in near.get(i, ()):
            if j < problem.size and prices[i][j] < below:
                open_[i] |= 1 << j
    steps = min(STEPS, budget.share(share) // STEP)
    state = _Try(problem, prices, steps, open_, list(problem.counts), limit)
    state.savings = [
        (-prices[i][j], i, j)
        for i in range(problem.size)
        for j in _bits(open_[i])
        if i < j and prices[i][j] < 0
    ]
    state.cost = problem.missed - sum(saved for saved, _i, _j in state.savings)
    try:
        return state.deals if _round(state, 0) else None
    finally:
        budget.spend((steps - max(0, state.left)) * STEP)


def _round(state: _Try, r: int) -> bool:
    problem = state.problem
    if state.limit < NEVER and state.cost + _lost(state, r) >= state.limit:
        return False
    if r == len(problem.sittings):
        return True
    known = r, tuple(state.open), tuple(state.counts) if problem.in_turn else ()
    if known in state.failed:
        return False
    _spend(state, problem.size // 2)
    if not _enough(state, r):
        return False
    sitting = problem.sittings[r]
    state.deals.append(empty(problem))
    here = sum(1 << i for i in sitting.here)
    if _place(state, r, here, sitting.aside, bool(sitting.helpers), _turn(state, sitting), []):
        return True
    state.deals.pop()
    state.failed.add(known)
    return False


def _lost(state: _Try, r: int) -> int:
    """Return the savings by meetings that did not come about before round `r` and no longer can."""
    later = [{*sitting.here, *sitting.helpers} for sitting in state.problem.sittings[r:]]
    return sum(
        saved
        for saved, i, j in state.savings
        if state.open[i] >> j & 1 and not any(i in here and j in here for here in later)
    )


def _turn(state: _Try, sitting: Sitting) -> tuple[int, int]:
    """Return who must rest and who may, as two sets of bits."""
    may = sorted(sitting.may, key=state.counts.__getitem__)
    if not state.problem.in_turn or not sitting.aside:
        return 0, sum(1 << i for i in may) if sitting.aside else 0
    last = state.counts[may[sitting.aside - 1]]
    return (
        sum(1 << i for i in may if state.counts[i] < last),
        sum(1 << i for i in may if state.counts[i] <= last),
    )


def _spend(state: _Try, steps: int) -> None:
    state.left -= steps
    if state.left < 0:
        raise GivenUp


def _enough(state: _Try, r: int) -> bool:
    """Return whether everybody still has as many partners as rounds to come."""
    need: dict[int, int] = {}
    together: dict[int, int] = {}
    for sitting in state.problem.sittings[r:]:
        here = sum(1 << i for i in (*sitting.here, *sitting.helpers))
        may = set(sitting.may) if not sitting.trio else ()
        for i in sitting.here:
            need[i] = need.get(i, 0) + (i not in may)
            together[i] = together.get(i, 0) | here
    if not all((state.open[i] & together[i]).bit_count() >= n for i, n in need.items()):
        return False
    left = sum(mine.bit_count() for mine in state.open) // 2
    pairs = 0
    for sitting in state.problem.sittings[r:]:
        seated = len(sitting.here) - sitting.aside + bool(sitting.helpers)
        pairs += seated // 2 + 3 * sitting.trio
        if sitting.trio and not _triangle(state, sitting):
            return False
    return pairs <= left


def _triangle(state: _Try, sitting: Sitting) -> bool:
    """Return whether three people are left who could sit in a round's trio."""
    may = sum(1 << i for i in sitting.may)
    return any(
        state.open[i] & state.open[j] & may for i in _bits(may) for j in _bits(state.open[i] & may)
    )


def _place(
    state: _Try, r: int, left: int, room: int, help_: bool, turn: tuple[int, int], trio: list[int]
) -> bool:
    """Place the people of `left` (a set of bits) in round `r`, then go on to the next round.

    `room` is how many more rest, `help_` whether a helper is still to be seated, `turn` who must
    rest and who may.
    """
    problem = state.problem
    sitting, deal = problem.sittings[r], state.deals[r]
    must, may = turn
    if not left:
        if room or help_:
            return False
        done = deal[:]
        put_aside(problem, sitting, deal)
        rests = problem.resting(deal)
        for i in rests:
            state.counts[i] += 1
        if _round(state, r + 1):
            return True
        for i in rests:
            state.counts[i] -= 1
        deal[:] = done
        return False
    _spend(state, 1)
    staff = sum(1 << i for i in sitting.helpers) if help_ else 0
    least, chosen, options = 10**9, -1, 0
    for i in _bits(left):
        bit = 1 << i
        mine = state.open[i] & ((left | staff) & ~bit & ~must) if not bit & must else 0
        free = mine.bit_count() + bool(room and may & bit)
        if free < least:
            least, chosen, options = free, i, mine
    row, bit = state.prices[chosen], 1 << chosen
    may_rest = bool(room and may & bit)
    for j in [*sorted(_bits(options), key=row.__getitem__), *([-1] if may_rest else [])]:
        if j < 0 and sitting.trio and any(not state.open[chosen] >> i & 1 for i in trio):
            continue
        meets = [j] if j >= 0 else trio if sitting.trio else []
        paid = sum(max(0, row[other]) for other in meets)
        if state.cost + paid >= state.limit:
            continue
        state.cost += paid
        for other in meets:
            _toggle(state, chosen, other)
        if j >= 0:
            deal[chosen], deal[j] = j, chosen
            helped = bool(staff >> j & 1)
            rest = left & ~bit & ~(1 << j)
            done_ = _place(state, r, rest, room, help_ and not helped, turn, trio)
        else:
            done_ = _place(state, r, left & ~bit, room - 1, help_, turn, [*trio, chosen])
        if done_:
            return True
        state.cost -= paid
        for other in meets:
            _toggle(state, chosen, other)
        deal[chosen] = chosen
        if j >= 0:
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
    state.open[b] ^= 1 << a
