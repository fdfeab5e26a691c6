"""Which wishes no plan can honour all together: in one round everybody meets one person only.

Each wish is looked at for one of the two people, the one who is asked for too much. The wishes of
a person need a round each, in which both are there; the dearest ones that can have one are found
one after the other (matroids: what was found stays possible), the others are lost in any plan.
Whoever sits in a trio meets one person more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from rounds.domain.planner.history import Pair
from rounds.domain.planner.problem import Problem


def least_lost(problem: Problem, worth: Mapping[Pair, int]) -> int:
    """Return how much of what the wishes are worth any plan loses at least."""
    there: dict[int, set[int]] = defaultdict(set)
    for r, sitting in enumerate(problem.sittings):
        for i in (*sitting.here, *sitting.helpers):
            there[i].add(r)
    trios = Counter(i for sitting in problem.sittings if sitting.trio for i in sitting.may)
    wishes = Counter(i for two in worth for i in two)
    mine: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    options: dict[Pair, list[int]] = {}
    for two, saved in worth.items():
        a, b = two
        asked = a if wishes[a] - len(there[a]) >= wishes[b] - len(there[b]) else b
        mine[asked].append((saved, two))
        more = min(trios[asked], problem.rests[asked])
        options[two] = [*sorted(there[a] & there[b]), *range(-more, 0)]
    lost = 0
    for found in mine.values():
        taken: dict[int, Pair] = {}
        for saved, two in sorted(found, reverse=True):
            if not _placed(two, options, taken, set()):
                lost += saved
    return lost


def _placed(
    two: Pair, options: Mapping[Pair, list[int]], taken: dict[int, Pair], tried: set[int]
) -> bool:
    """Give a wish a round, and those that must make way for it another one, if there are any."""
    for r in options[two]:
        if r not in tried:
            tried.add(r)
            if r not in taken or _placed(taken[r], options, taken, tried):
                taken[r] = two
                return True
    return False
