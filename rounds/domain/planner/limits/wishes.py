"""Which wishes no plan can honour all together: in one round everybody meets one person only.

Each wish is looked at for one of the two people, the one who is asked for too much. The wishes of
a person need a round each, in which both are there; the dearest ones that can have one are found
one after the other (matroids: what was found stays possible), the others are lost in any plan.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from rounds.domain.planner.history import Pair
from rounds.domain.planner.problem import Problem


def least_lost(problem: Problem, worth: Mapping[Pair, int]) -> int:
    """Return how much of what the wishes are worth any plan loses at least; no trios."""
    there: dict[int, set[int]] = defaultdict(set)
    for r, sitting in enumerate(problem.sittings):
        for i in (*sitting.here, *sitting.helpers):
            there[i].add(r)
    wishes = Counter(i for two in worth for i in two)
    mine: dict[int, list[tuple[int, Pair]]] = defaultdict(list)
    for two, saved in worth.items():
        a, b = two
        asked = a if wishes[a] - len(there[a]) >= wishes[b] - len(there[b]) else b
        mine[asked].append((saved, two))
    lost = 0
    for found in mine.values():
        taken: dict[int, Pair] = {}
        for saved, two in sorted(found, reverse=True):
            if not _placed(two, there, taken, set()):
                lost += saved
    return lost


def _placed(
    two: Pair, there: Mapping[int, set[int]], taken: dict[int, Pair], tried: set[int]
) -> bool:
    """Give a wish a round, and those that must make way for it another one, if there are any."""
    for r in sorted(there[two[0]] & there[two[1]]):
        if r not in tried:
            tried.add(r)
            if r not in taken or _placed(taken[r], there, taken, tried):
                taken[r] = two
                return True
    return False
