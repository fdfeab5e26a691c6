"""How many rounds are possible at most, and which people stand in the way.

Four conditions, each necessary, from the cheapest to the dearest: everybody has a partner left
for every round; everybody who sits in a trio has enough partners; every round alone can be paired
off (Tutte, Berge); and all rounds together can be dealt so that everybody has enough different
partners (Hall). What they cannot see, `exact` settles for small rooms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from rounds.domain.planner import matching
from rounds.domain.planner.problem import RULES, Problem, Sitting
from rounds.domain.planner.rests import fewest_rests


@dataclass(frozen=True)
class Obstacle:
    """Why no more than `rounds` of the rounds to be planned are possible.

    `person`: `group` holds one person who runs out of partners, `gate` those left.
    `groups`: in round `rounds` + 1 these groups of odd size know only `gate` outside.
    `trios`: the trios of the rounds need more different partners than the `group` has.
    `few`: everybody of `group` may only meet the same few people of `gate`.
    `flow`: over all rounds `group` needs more of `gate` than there is of it.
    `search`: no plan was found; `proven` says whether there is none for certain.
    `start`: the rounds before this one (counted from 0) play no part in it.
    """

    rounds: int
    kind: Literal["person", "trios", "groups", "few", "flow", "search", "empty"]
    group: tuple[int, ...] = ()
    gate: tuple[int, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    proven: bool = True
    start: int = 0


def partners(problem: Problem, rounds: int) -> dict[int, list[int]]:
    """Return the permitted partners of everybody in the first rounds, staff included."""
    return _partners_in(problem, problem.sittings[:rounds])


def _partners_in(problem: Problem, sittings: Sequence[Sitting]) -> dict[int, list[int]]:
    found: dict[int, set[int]] = {}
    for here, helpers in {(s.here, s.helpers): None for s in sittings}:
        for i in here:
            found.setdefault(i, set()).update(here, helpers)
        for i in helpers:
            found.setdefault(i, set()).update(here)
    return {i: sorted(near - problem.never[i]) for i, near in sorted(found.items())}


def needs(problem: Problem, rounds: int) -> Counter[int]:
    """Return how many different partners everybody needs in the first rounds, rests included."""
    return Counter(
        i for sitting in problem.sittings[:rounds] if sitting.pairs for i in sitting.here
    )


def most_aside(problem: Problem, rounds: int) -> Counter[int]:
    """Return how often everybody can rest, or sit in a trio, in the first rounds at most."""
    often = Counter(i for sitting in problem.sittings[:rounds] for i in sitting.may)
    return Counter({i: min(times, problem.rests[i]) for i, times in often.items()})


def fewest_aside(problem: Problem) -> list[int]:
    """Return how often everybody has to rest, or to sit in a trio, at least."""
    if not problem.in_turn or any(sitting.optional for sitting in problem.sittings):
        return [0] * problem.size
    return fewest_rests(
        problem.counts,
        [sitting.may for sitting in problem.sittings],
        [sitting.aside for sitting in problem.sittings],
    )


def _with_places(problem: Problem, rounds: int) -> tuple[Counter[int], dict[int, list[int]]]:
    """Return the needs and the partners of people, and of two more: all rests, and all helpers.

    How often somebody can rest, or sit with a helper, stands there as often.
    """
    near, need = partners(problem, rounds), _needs_of_places(problem, rounds)
    staff = problem.helpers
    rest, help_ = problem.size, problem.size + 1
    sittings = problem.sittings[:rounds]
    rests = most_aside(problem, rounds)
    spare = Counter(i for sitting in sittings if sitting.optional for i in sitting.may)
    helped = Counter(i for sitting in sittings if sitting.helpers for i in sitting.here)
    out: dict[int, list[int]] = {rest: [], help_: []}
    for i in need:
        if i >= problem.size:
            continue
        known = sum(j in staff for j in near[i]) + spare[i]
        extra = [rest] * (rests[i] if need[rest] else 0)
        extra += [help_] * min(helped[i], known)
        out[i] = [j for j in near[i] if j not in staff] + extra
        for j in extra:
            out[j].append(i)
    return need, out


def _needs_of_places(problem: Problem, rounds: int) -> Counter[int]:
    """Return the needs of people, of all rests and of all helpers, where there are any."""
    need, sittings = needs(problem, rounds), problem.sittings[:rounds]
    need[problem.size] = sum(s.aside for s in sittings if s.pairs and not s.trio)
    need[problem.size + 1] = sum(bool(sitting.helpers) for sitting in sittings)
    return +need


def first_obstacle(problem: Problem, *, thorough: bool) -> Obstacle | None:
    """Return what limits the number of rounds, None where nothing is known to.

    The last rounds alone may ask for more than is there (when most people have left), so the
    thorough conditions are asked of every run of rounds that begins with a change of people.
    """
    wanted = len(problem.sittings)
    if not wanted:
        return None
    if not thorough:
        lonely = _lonely(problem, wanted)
        return _in_threes(problem, wanted if lonely is None else lonely.rounds) or lonely
    found: Obstacle | None = None
    sittings = problem.sittings
    for start in range(wanted):
        if start and sittings[start].here == sittings[start - 1].here:
            continue
        rest = replace(problem, sittings=sittings[start:])
        block = _most(rest, wanted - start if found is None else found.rounds - start)
        if block is not None:
            found = replace(block, rounds=block.rounds + start, start=start)
    return found


def _most(problem: Problem, most: int) -> Obstacle | None:
    """Return what allows fewer than `most` rounds by any of the conditions."""
    if most < 1:
        return None
    problem = replace(problem, sittings=problem.sittings[:most])
    found = _lonely(problem, most)
    most = most if found is None else found.rounds
    in_threes = _in_threes(problem, most)
    if in_threes is not None:
        found, most = in_threes, in_threes.rounds
    single = _odd_groups(problem, most)
    if single is not None:
        found, most = single, single.rounds
    together = _crowded(problem, most)
    return together if together is not None else found


def _lonely(problem: Problem, wanted: int) -> Obstacle | None:
    if _plenty(problem, wanted):
        return None
    near, need = partners(problem, wanted), needs(problem, wanted)
    rests = most_aside(problem, wanted)
    optional = Counter(i for s in problem.sittings if s.optional for i in s.may)
    trios = any(sitting.trio for sitting in problem.sittings)
    found: Obstacle | None = None
    for i, mine in near.items():
        most = len(mine) + (0 if trios else rests[i]) + optional[i]
        if need[i] <= most:
            continue
        needed = list(accumulate(bool(s.pairs) and i in s.here for s in problem.sittings))
        possible = sum(times <= most for times in needed)
        if found is None or possible < found.rounds:
            found = Obstacle(possible, "person", (i,), tuple(mine))
    return found


def _in_threes(problem: Problem, most: int) -> Obstacle | None:
    """Return after which round the trios have used up the partners.

    In a trio everybody meets two people, so a member needs one partner more than there are rounds;
    and nobody takes the same turn (a chair) twice.
    """
    fewer = most
    while fewer:
        trios = sum(sitting.trio for sitting in problem.sittings[:fewer])
        if not trios or _plenty(problem, fewer + 1 + 3 * trios // problem.size):
            break
        near, need = partners(problem, fewer), needs(problem, fewer)
        seats = most_aside(problem, fewer)
        if sum(min(max(0, len(near[i]) - need[i]), seats[i]) for i in need) >= 3 * trios:
            break
        fewer -= 1
    if fewer == most:
        return None
    return Obstacle(fewer, "trios", tuple(sorted(partners(problem, fewer + 1))))


def _plenty(problem: Problem, wanted: int) -> bool:
    """Return whether everybody obviously has a partner left for every round."""
    shut = Counter(i for two in problem.ruled_out() for i in two)
    fewest = min(len(sitting.here) - 1 for sitting in problem.sittings)
    if problem.side is not None:
        side = problem.side
        fewest = min(
            min(ones := sum(side[i] for i in sitting.here), len(sitting.here) - ones)
            for sitting in problem.sittings
        )
    return fewest - max(shut.values(), default=0) >= wanted


def _odd_groups(problem: Problem, most: int) -> Obstacle | None:
    """Return the first round that cannot even be paired off alone."""
    tried = set()
    for r, sitting in enumerate(problem.sittings[:most]):
        if sitting in tried or not sitting.here:
            continue
        tried.add(sitting)
        near = _one_round(problem, r)
        mate, outer, inner = matching.largest(near)
        if len(mate) == len(near):
            continue
        size = problem.size
        groups = [
            tuple(i for i in group if i < size)
            for group in matching.components(outer, near)
            if any(i < size for i in group)
        ]
        gate = tuple(sorted(i for i in inner if i < size))
        if all(len(group) == 1 for group in groups):
            alone = tuple(sorted(i for group in groups for i in group))
            return Obstacle(r, "few", alone, gate)
        return Obstacle(r, "groups", gate=gate, groups=tuple(groups))
    return None


def _one_round(problem: Problem, r: int) -> dict[int, list[int]]:
    """Return the permitted partners in one round, all places included.

    Of a trio two count as a pair and the third as resting.
    """
    sitting = problem.sittings[r]
    single = _partners_in(problem, [sitting])
    places = problem.places(sitting)
    for node in places[:1] if sitting.trio else places:
        single[node] = [i for i in sitting.may if problem.rests[i]]
        for i in single[node]:
            single[i].append(node)
    optional = places[-1:] if sitting.optional else []
    for node in problem.spares(sitting):
        single[node] = [*sitting.helpers, *optional]
        for i in single[node]:
            single[i].append(node)
    return single


def _crowded(problem: Problem, most: int) -> Obstacle | None:
    found: Obstacle | None = None
    while most:
        need, near = _with_places(problem, most)
        cut = matching.shortage(need, near)
        if cut is None:
            break
        group, gate = cut
        inner = sum(len([j for j in near[i] if j not in gate]) for i in group)
        while most:
            most -= 1
            need = _needs_of_places(problem, most)
            if sum(need[i] for i in group) <= sum(need[i] for i in gate) + inner:
                break
        size = problem.size
        found = Obstacle(
            most,
            "flow",
            tuple(sorted(i for i in group if i < size)),
            tuple(sorted(i for i in gate if i < size)),
        )
    return found


def causes(problem: Problem, group: Sequence[int]) -> Counter[str]:
    """Return how many partners each rule takes from a group of people."""
    inside = set(group)
    found: Counter[str] = Counter()
    for rule in RULES:
        if problem.in_force(rule):
            found[rule] = sum((a in inside) + (b in inside) for a, b in problem.closed[rule])
    return +found
