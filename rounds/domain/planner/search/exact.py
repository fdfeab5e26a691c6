"""Settles small rooms for certain: tries every way to deal the rounds until one is found.

Round by round, the person with the fewest partners left is placed first; a state that failed
once is not tried again. Steps are counted, so that it gives up at the same point on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rounds.domain.planner.budget import STEP, Budget
from rounds.domain.planner.limits.feasibility import partners
from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem, Sitting
from rounds.domain.planner.search.cost_to_come import CostToCome
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
    goal: int
    to_come: CostToCome
    paid: int = 0
    """Twice what the meetings of the rounds so far cost, and the wishes that all are missed."""
    cost: int = 0
    """Twice what a plan costs at least."""
    deals: list[Deal] = field(default_factory=list)
    found: list[Deal] = field(default_factory=list)
    """The cheapest plan so far."""
    dearest: list[list[int]] = field(default_factory=list)
    """What `CostToCome` counted as everybody's dearest meeting, by round."""
    affordable: list[list[int]] = field(default_factory=list)
    """With whom everybody can meet in each round without the plan getting too dear."""
    failed: set[tuple[int, tuple[int, ...], tuple[int, ...]]] = field(default_factory=set)


class GivenUp(Exception):
    """The steps allowed were not enough to settle it."""


class _OutOfSteps(Exception):
    """The steps are used up."""


def solve_exactly(
    problem: Problem, budget: Budget | None = None, points: int = NEVER
) -> list[Deal] | None:
    """Return a deal of all rounds that breaks no rule, None where there is none for certain.

    Cheap meetings are tried first. Raises GivenUp when nothing is known after the steps that are
    allowed, for so many `points` of the `budget`.
    """
    state, complete = _searched(problem, NEVER, NEVER, budget or Budget(), points)
    if not state.found and not complete:
        raise GivenUp
    return state.found or None


def cheapest_below(
    problem: Problem, limit: int, goal: int, budget: Budget, points: int, needed: Sequence[int]
) -> tuple[list[Deal] | None, bool]:
    """Return the cheapest plan that costs less than `limit`, None where none was found.

    No plan costs less than the `goal`, so one that reaches it ends the search.

    Also return whether it is certain that no plan is cheaper. `needed` are prices of a meeting
    with everybody (see `dual_bound`); the better they are, the sooner the search ends.
    """
    state, complete = _searched(problem, limit, goal, budget, points, needed)
    return state.found or None, complete


def _searched(
    problem: Problem,
    limit: int,
    goal: int,
    budget: Budget,
    points: int,
    needed: Sequence[int] = (),
) -> tuple[_Try, bool]:
    """Return the search after it has ended, and whether it is complete."""
    prices = problem.prices()
    near = partners(problem, len(problem.sittings))
    open_ = [
        sum(1 << j for j in near.get(i, ()) if j < problem.size and prices[i][j] < NEVER)
        for i in range(problem.size)
    ]
    steps = min(STEPS, points // STEP, budget.share(1) // STEP)
    to_come = CostToCome(problem, prices, needed)
    state = _Try(problem, prices, steps, open_, list(problem.counts), 2 * limit - 1, goal, to_come)
    state.paid = 2 * problem.missed
    if any(sitting.optional for sitting in problem.sittings):
        return state, False
    try:
        _round(state, 0)
    except _OutOfSteps:
        return state, False
    finally:
        budget.spend((steps - max(0, state.left)) * STEP)
    return state, True


def _round(state: _Try, r: int) -> bool:
    problem = state.problem
    if r == len(problem.sittings):
        return _keep(state)
    known = r, tuple(state.open), tuple(state.counts) if problem.in_turn else ()
    if known in state.failed:
        return False
    _spend(state, problem.size // 2)
    found = state.to_come.least(r, state.open, state.counts)
    if found is None or not _enough(state, r):
        return False
    to_come, dearest = found
    state.cost = state.paid + to_come
    if state.cost >= state.limit:
        return False
    sitting = problem.sittings[r]
    state.deals.append(empty(problem))
    state.dearest.append(dearest)
    slack = state.limit - state.cost
    added = state.to_come.added
    state.affordable.append(
        [
            sum(1 << j for j in _bits(mine) if added(i, j, dearest) < slack)
            for i, mine in enumerate(state.open)
        ]
    )
    here = sum(1 << i for i in sitting.here)
    if _place(state, r, here, sitting.aside, bool(sitting.helpers), _turn(state, sitting), []):
        return True
    state.deals.pop()
    state.dearest.pop()
    state.affordable.pop()
    state.failed.add(known)
    return False


def _keep(state: _Try) -> bool:
    """Keep a plan of all rounds; return whether the search is over."""
    if state.paid >= state.limit:
        return False
    state.found = [deal[:] for deal in state.deals]
    state.limit = state.paid - 1
    return state.paid <= 2 * state.goal


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
        raise _OutOfSteps


def _enough(state: _Try, r: int) -> bool:
    """Return whether there are as many pairs left as the rounds to come need."""
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
    affordable = state.affordable[r]
    least, chosen, options = 10**9, -1, 0
    for i in _bits(left):
        bit = 1 << i
        mine = affordable[i] & ((left | staff) & ~bit & ~must) if not bit & must else 0
        free = mine.bit_count() + bool(room and may & bit)
        if free < least:
            least, chosen, options = free, i, mine
    row, bit = state.prices[chosen], 1 << chosen
    cost, paid, dearest = state.cost, state.paid, state.dearest[r]
    may_rest = bool(room and may & bit)
    for j in [*sorted(_bits(options), key=row.__getitem__), *([-1] if may_rest else [])]:
        if j < 0 and sitting.trio and any(not state.open[chosen] >> i & 1 for i in trio):
            continue
        meets = [j] if j >= 0 else trio if sitting.trio else []
        more = sum(state.to_come.added(chosen, other, dearest) for other in meets)
        if cost + more >= state.limit:
            continue
        state.cost = cost + more
        state.paid = paid + 2 * sum(row[other] for other in meets)
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
        state.cost, state.paid = cost, paid
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
