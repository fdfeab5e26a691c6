"""Whose turn it is to rest.

Nobody rests for the (k+1)-th time while somebody else who is there rested fewer than k times.
So the first rests of an evening all go to people who rested least so far: every rest has a
*level*, the number of rests of the person who takes it, and nobody takes two rests of one level.
The search may choose anybody for a rest of a level, as long as these two things hold.

The same turns decide who sits in a trio.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def turns(
    counts: Sequence[int],
    candidates: Sequence[Sequence[int]],
    places: Sequence[int],
    order: Callable[[int], tuple[float, ...]],
) -> list[list[tuple[int, int]]]:
    """Return the people who rest in every round, each with the level of that rest.

    `counts` holds how often each person rested so far, `candidates` the people who could rest in a
    round, `places` how many must; `order` decides among equals.
    """
    now = list(counts)
    out = []
    for free, wanted in zip(candidates, places, strict=True):
        chosen = sorted(free, key=lambda i: (now[i], order(i)))[:wanted] if wanted else []
        out.append([(i, now[i]) for i in chosen])
        for i in chosen:
            now[i] += 1
    return out


def unfair(
    counts: Sequence[int],
    candidates: Sequence[Sequence[int]],
    resting: Sequence[Sequence[int]],
) -> bool:
    """Return whether somebody rests again while another who is there rested less."""
    now = list(counts)
    for free, out in zip(candidates, resting, strict=True):
        seated = set(free).difference(out)
        least = min((now[i] for i in seated), default=None)
        if least is not None and any(now[i] > least for i in out):
            return True
        for i in out:
            now[i] += 1
    return False
