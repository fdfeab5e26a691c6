"""Decides who listens first in each pairing.

Everybody should listen first as often as not, and take turns. Two rounds together form cycles
of people; walking along a cycle every second person listens, so that everybody there does both
once. Where two such pairs of rounds meet, each cycle is turned the way that alternates. What
imbalance is left goes along shortest paths from people who listen too often to people who listen
too rarely: with an even number of meetings nobody ends up off balance, with an odd one by one.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

Pair = tuple[int, int]


def listeners_first(
    rounds: Sequence[Sequence[Pair]], before: Sequence[Sequence[Pair]]
) -> list[list[Pair]]:
    """Return every pairing as (listens first, speaks first).

    `before` are the rounds already begun, in that order; they count but stay as they are.
    """
    role: dict[int, int] = {}
    lead: Counter[int] = Counter()
    for row in before:
        _play(row, role, lead)
    out: list[list[Pair]] = []
    for at in range(0, len(rounds), 2):
        two = rounds[at : at + 2]
        rows: list[list[Pair]] = [[] for _ in two]
        for walk in _chains(two[0], two[1] if len(two) > 1 else ()):
            turned = _unbalance(walk, True, role, lead) < _unbalance(walk, False, role, lead)
            for a, b, which in walk:
                rows[which].append((b, a) if turned else (a, b))
        for row in rows:
            _play(row, role, lead)
            out.append(row)
    _balance(out, before)
    return out


def _chains(first: Sequence[Pair], second: Sequence[Pair]) -> Iterator[list[tuple[int, int, int]]]:
    """Yield the union of two rounds as walks of (person, next person, 0 or 1: which round)."""
    mates: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for mate, row in zip(mates, (first, second), strict=True):
        for a, b in row:
            mate[a], mate[b] = b, a
    everybody = list(dict.fromkeys([*mates[0], *mates[1]]))
    ends = [i for i in everybody if (i in mates[0]) != (i in mates[1])]
    seen: set[int] = set()
    for start in [*ends, *everybody]:
        if start in seen:
            continue
        walk, at, which = [], start, 0 if start in mates[0] else 1
        while at in mates[which]:
            seen.add(at)
            other = mates[which][at]
            walk.append((at, other, which))
            if other in seen:
                break
            at, which = other, 1 - which
        seen.add(at)
        yield walk


def _play(row: Sequence[Pair], role: dict[int, int], lead: Counter[int]) -> None:
    for a, b in row:
        role[a], role[b] = 1, 0
        lead[a] += 1
        lead[b] -= 1


def _unbalance(
    walk: list[tuple[int, int, int]], turned: bool, role: dict[int, int], lead: Counter[int]
) -> int:
    """Return the repeated roles on this walk, plus twice the imbalance it leads to."""
    now: dict[int, int] = {}
    after: dict[int, int] = {}
    found = 0
    for round_ in (0, 1):
        for a, b, which in walk:
            if which == round_:
                first, second = (b, a) if turned else (a, b)
                found += now.get(first, role.get(first)) == 1
                found += now.get(second, role.get(second)) == 0
                now[first], now[second] = 1, 0
                after[first] = after.get(first, lead[first]) + 1
                after[second] = after.get(second, lead[second]) - 1
    return found + 2 * sum(abs(leads) - 1 for leads in after.values() if leads)


def _leads(rounds: Sequence[Sequence[Pair]]) -> tuple[Counter[int], Counter[int]]:
    """Return how much more often each listened first than spoke first, and how often they met."""
    lead: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for row in rounds:
        for a, b in row:
            lead[a] += 1
            lead[b] -= 1
            total[a] += 1
            total[b] += 1
    return lead, total


def _balance(out: list[list[Pair]], before: Sequence[Sequence[Pair]]) -> None:
    """Turn pairings along shortest paths until nobody is off by more than an odd meeting."""
    lead, total = _leads([*before, *out])
    place: dict[int, dict[int, tuple[int, int]]] = {}
    back: dict[int, dict[int, None]] = {}
    for r, row in enumerate(out):
        for k, (a, b) in enumerate(row):
            place.setdefault(a, {})[b] = r, k
            place.setdefault(b, {})
            back.setdefault(b, {})[a] = None
            back.setdefault(a, {})
    for sign in (1, -1):
        for person in sorted(place):
            while sign * lead[person] > total[person] % 2:
                path = _path(person, sign, lead, total, place, back)
                if not path:
                    break
                for v, u in path:
                    a, b = (v, u) if sign > 0 else (u, v)
                    r, k = place[a].pop(b)
                    del back[b][a]
                    out[r][k] = b, a
                    place[b][a] = r, k
                    back[a][b] = None
                    lead[a] -= 2
                    lead[b] += 2


def _path(
    start: int,
    sign: int,
    lead: Counter[int],
    total: Counter[int],
    place: dict[int, dict[int, tuple[int, int]]],
    back: dict[int, dict[int, None]],
) -> list[Pair]:
    """Return the shortest path to a person who can take over a role and stay in balance."""
    came: dict[int, int | None] = {start: None}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        slack = total[at] % 2
        after = sign * lead[at] + 2
        if at != start and sign * lead[at] < slack and after <= max(slack, -sign * lead[at]):
            path: list[Pair] = []
            while (previous := came[at]) is not None:
                path.append((previous, at))
                at = previous
            return path
        for following in place[at] if sign > 0 else back[at]:
            if following not in came:
                came[following] = at
                queue.append(following)
    return []
