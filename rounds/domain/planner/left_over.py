"""Who rests in a rematch round because nobody new is left for them.

In a rematch round pairs who met before sit together again. Nobody else meets anybody twice, so
in a small room the others may not find a partner each. Who is left over then rests, and the
round takes place all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.matching import largest


def left_over(
    free: Sequence[int], closed: Collection[Pair], side: Sequence[int] | None
) -> tuple[int, ...]:
    """Return who has no partner when as many of the `free` people as possible have one.

    `closed` are the pairs that must not meet; with sides nobody meets their own.
    """
    if side is None and _everybody_finds_somebody(free, closed):
        return ()
    near = {
        i: [
            j
            for j in free
            if i != j and pair(i, j) not in closed and (side is None or side[i] != side[j])
        ]
        for i in free
    }
    partners, _outer, _inner = largest(near)
    return tuple(i for i in free if i not in partners)


def trio_is_possible(free: Sequence[int], closed: Collection[Pair]) -> bool:
    """Return whether three can sit together so that all others have a partner."""
    return any(
        not any(pair(a, b) in closed for a, b in combinations(three, 2))
        and not left_over([i for i in free if i not in three], closed, None)
        for three in combinations(free, 3)
    )


def _everybody_finds_somebody(free: Sequence[int], closed: Collection[Pair]) -> bool:
    """Return whether that is plain: all may meet at least half of the others (Dirac, 1952)."""
    if len(free) % 2:
        return False
    here = set(free)
    ruled_out = Counter(i for two in closed if here.issuperset(two) for i in two)
    most = max(ruled_out.values(), default=0)
    return 2 * (len(free) - 1 - most) >= len(free)
