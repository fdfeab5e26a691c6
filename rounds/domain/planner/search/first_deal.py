"""A first deal of every round, from structures that cannot repeat a meeting.

Two facing lines, one of which moves on by a place each round, give as many rounds as a line is
long without a repeat; members of the largest industries stand in one line, so they do not meet.
For more rounds than that the circle method does (one person stays, the others move round a
ring). Where neither fits (trios, sides of unequal size, uneven rests) people are dealt one by one
to the cheapest partner. What is still wrong then, the search puts right.

A deal of a round is a list of partners, of people and of places to rest; who is not in play stands
there as their own partner.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.prices import NEVER
from rounds.domain.planner.problem import Problem, Sitting
from rounds.domain.planner.rests import turns

Deal = list[int]
LOOK = 48
"""How many possible partners are compared when people are dealt one by one."""


def first_deal(problem: Problem, rnd: Callable[[], float]) -> list[Deal]:
    """Return a first deal of every round; `rnd` returns chance between 0 and 1."""
    shut = problem.ruled_out()
    sittings = problem.sittings
    resting = turns(
        problem.counts,
        [sitting.may for sitting in sittings],
        [sitting.aside for sitting in sittings],
        lambda i: (problem.lot[i],),
    )
    out: list[Deal] = []
    for block in _blocks(problem):
        away = resting[len(out) : len(out) + len(block)]
        dealt: Iterable[Deal]
        if not block[0].here:
            dealt = [empty(problem) for _sitting in block]
        elif problem.side is not None:
            dealt = _between_sides(problem, block, away, shut, rnd)
        elif any(sitting.aside > 1 for sitting in block):
            dealt = _one_by_one(problem, block, away, shut, rnd)
        else:
            dealt = _in_lines(problem, block, away, rnd)
        for sitting, row in zip(block, dealt, strict=True):
            put_aside(problem, sitting, row)
            out.append(row)
            shut.update((i, j) for i, j in enumerate(row) if i < j < problem.size)
    return out


def put_aside(problem: Problem, sitting: Sitting, deal: Deal) -> None:
    """Seat whoever has no partner yet on the places to rest, and staff on the spare places."""
    free = [place for place in problem.places(sitting) if deal[place] == place]
    alone = [i for i in sitting.here if deal[i] == i]
    spare = [place for place in problem.spares(sitting) if deal[place] == place]
    idle = [i for i in sitting.helpers if deal[i] == i]
    for mine, others in ((alone, free), ([*idle, *free[len(alone) :]], spare)):
        for a, b in zip(mine, others, strict=False):
            deal[a], deal[b] = b, a


def helper_of(sitting: Sitting) -> int | None:
    """Return the helper to begin with in a round: staff take turns."""
    return sitting.helpers[sitting.number % len(sitting.helpers)] if sitting.helpers else None


def shuffled(items: list[int], rnd: Callable[[], float]) -> list[int]:
    """Return the items in an order that is the same on every Python for the same chance."""
    out = list(items)
    for i in range(len(out) - 1, 0, -1):
        j = int(rnd() * (i + 1))
        out[i], out[j] = out[j], out[i]
    return out


def empty(problem: Problem) -> Deal:
    """Return a round in which nobody is in play."""
    return list(range(problem.width))


def _blocks(problem: Problem) -> Iterator[list[Sitting]]:
    """Yield runs of rounds with the same people."""
    block: list[Sitting] = []
    for sitting in problem.sittings:
        if block and block[0].here != sitting.here:
            yield block
            block = []
        block.append(sitting)
    if block:
        yield block


def _order(problem: Problem, here: list[int], rnd: Callable[[], float]) -> list[int]:
    """Return people with those who should not meet next to one another, largest groups first."""
    trades = Counter(problem.industry[i] for i in here)
    firms = Counter(problem.company[i] for i in here)
    draw = {i: rnd() for i in here}
    return sorted(
        here,
        key=lambda i: (
            firms[problem.company[i]] * 4 < len(here),
            -trades[problem.industry[i]],
            problem.industry[i],
            problem.company[i],
            draw[i],
        ),
    )


def _in_lines(
    problem: Problem, block: list[Sitting], away: list[list[int]], rnd: Callable[[], float]
) -> Iterator[Deal]:
    row = _order(problem, list(block[0].here), rnd)
    seats = len(row) + len(row) % 2
    half = seats // 2
    if len(block) <= half:
        lines: list[int | None] = [
            *shuffled(row[:half], rnd),
            *shuffled(row[half:], rnd),
            *([None] if len(row) % 2 else []),
        ]
        pattern = [[(j, half + (j + t) % half) for j in range(half)] for t in range(len(block))]
        empty_place = seats - 1
    else:
        lines = _folded([*([None] if len(row) % 2 else []), *row], seats)
        pattern = [_ring(seats, t) for t in range(len(block))]
        empty_place = 0
    if len(row) % 2 and all(away):
        _seat_resters(lines, pattern, empty_place, [out[0] for out in away])
    for sitting, places in zip(block, pattern, strict=True):
        out = empty(problem)
        helper = helper_of(sitting)
        for p, q in places:
            a, b = lines[p], lines[q]
            a = helper if a is None else a
            b = helper if b is None else b
            if a is not None and b is not None:
                out[a], out[b] = b, a
        yield out


def _ring(seats: int, turn: int) -> list[Pair]:
    """Return the pairs of places of one round of the circle method: place 0 stays."""
    ring = [0, *(1 + (j + turn) % (seats - 1) for j in range(seats - 1))]
    return [(ring[j], ring[-1 - j]) for j in range(seats // 2)]


def _folded(row: list[int | None], seats: int) -> list[int | None]:
    """Return people at the places of the ring so that neighbours in `row` meet last of all.

    The last rounds of the circle, which are not used, pair place p with places near -p.
    """
    out: list[int | None] = [row[0], *([None] * (seats - 1))]
    ring = seats - 1
    # The last round pairs places whose sum is fixed; walk outwards from its middle.
    _stays, middle = _ring(seats, ring - 1)[0]
    places = [middle]
    for step in range(1, ring // 2 + 1):
        places += [1 + (middle - 1 + step) % ring, 1 + (middle - 1 - step) % ring]
    for place, person in zip(places, row[1:], strict=True):
        out[place] = person
    return out


def _seat_resters(
    lines: list[int | None], pattern: list[list[Pair]], empty_place: int, resters: list[int]
) -> None:
    """Move people so that those whose turn it is come to sit opposite the empty place."""
    where = {person: place for place, person in enumerate(lines)}
    done: set[int] = set()
    for places, person in zip(pattern, resters, strict=True):
        opposite = next(q if p == empty_place else p for p, q in places if empty_place in (p, q))
        if opposite in done or person in {lines[place] for place in done}:
            continue
        done.add(opposite)
        here, there = where[person], opposite
        other = lines[there]
        lines[here], lines[there] = other, person
        where[person], where[other] = there, here


def _between_sides(
    problem: Problem,
    block: list[Sitting],
    away: list[list[int]],
    shut: set[Pair],
    rnd: Callable[[], float],
) -> Iterator[Deal]:
    """Yield rounds in which the smaller side stays and the other moves on past it."""
    assert problem.side is not None
    taken = set(shut)
    ones = [i for i in block[0].here if problem.side[i]]
    others = [i for i in block[0].here if not problem.side[i]]
    few, many = sorted((ones, others), key=len)
    few, many = shuffled(few, rnd), shuffled(many, rnd)
    for turn, (sitting, rests) in enumerate(zip(block, away, strict=True)):
        playing = [i for i in many if i not in rests]
        helper = helper_of(sitting)
        smaller = [i for i in few if i not in rests]
        smaller += [] if helper is None else [helper]
        out = empty(problem)
        size = len(smaller)
        best: tuple[int, int] | None = None
        for offset in range(turn, turn + min(size, 60)):
            bad = sum(pair(a, playing[(j + offset) % size]) in taken for j, a in enumerate(smaller))
            if best is None or bad < best[0]:
                best = bad, offset
            if not bad:
                break
        for j, a in enumerate(smaller):
            assert best is not None
            b = playing[(j + best[1]) % size]
            out[a], out[b] = b, a
            taken.add(pair(a, b))
        yield out


def _one_by_one(
    problem: Problem,
    block: list[Sitting],
    away: list[list[int]],
    shut: set[Pair],
    rnd: Callable[[], float],
) -> Iterator[Deal]:
    prices = problem.prices()
    taken = set(shut)
    for sitting, rests in zip(block, away, strict=True):
        out = empty(problem)
        helper = helper_of(sitting)
        playing = [i for i in sitting.here if i not in rests]
        if helper is not None:
            playing.append(helper)
        fill(out, shuffled(playing, rnd), prices, taken)
        for i, j in enumerate(out):
            if i < j < problem.size:
                taken.add((i, j))
        yield out


def fill(out: Deal, left: list[int], prices: list[list[int]], taken: set[Pair]) -> None:
    """Pair the people left over, each with the cheapest of those it is compared with."""
    left = list(left)
    while left:
        a = left.pop()
        row = prices[a]
        near = range(max(0, len(left) - LOOK), len(left))
        k = min(near, key=lambda k: row[left[k]] + (NEVER // 2 if pair(a, left[k]) in taken else 0))
        b = left[k]
        left[k] = left[-1]
        left.pop()
        out[a], out[b] = b, a
