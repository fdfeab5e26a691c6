"""Two questions about graphs: a largest set of pairs, and enough different partners for all.

`largest` is Edmonds' blossom algorithm (1965). `shortage` is Hall's condition for many rounds at
once: a bipartite flow on two copies of the people, each of whom needs a number of different
partners; where it fails, the cut names the people who block.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping


class _Blossom:
    """The growing forest of one search from one single person."""

    def __init__(self, near: Mapping[int, list[int]], mate: dict[int, int], root: int) -> None:
        self.near, self.mate, self.root = near, mate, root
        self.base = {v: v for v in near}
        self.came: dict[int, int] = {}
        self.outer = {root}
        self.queue = deque([root])

    def grow(self) -> int | None:
        """Return the free end of an augmenting path, None where there is none."""
        while self.queue:
            v = self.queue.popleft()
            for u in self.near[v]:
                if self.base[u] == self.base[v] or self.mate.get(v) == u:
                    continue
                if u == self.root or self.mate.get(u, -1) in self.came:
                    self._shrink(v, u)
                elif u not in self.came:
                    self.came[u] = v
                    if u not in self.mate:
                        return u
                    self._reach(self.mate[u])
        return None

    def _reach(self, v: int) -> None:
        if v not in self.outer:
            self.outer.add(v)
            self.queue.append(v)

    def _shrink(self, v: int, u: int) -> None:
        top, inside = self._meeting(v, u), set[int]()
        for a, b in ((v, u), (u, v)):
            while self.base[a] != top:
                inside |= {self.base[a], self.base[self.mate[a]]}
                self.came[a] = b
                b = self.mate[a]
                a = self.came[b]
        for x in self.near:
            if self.base[x] in inside:
                self.base[x] = top
                self._reach(x)

    def _meeting(self, a: int, b: int) -> int:
        path = set()
        while True:
            a = self.base[a]
            path.add(a)
            if a not in self.mate:
                break
            a = self.came[self.mate[a]]
        while self.base[b] not in path:
            b = self.came[self.mate[self.base[b]]]
        return self.base[b]


def largest(near: Mapping[int, list[int]]) -> tuple[dict[int, int], set[int], set[int]]:
    """Return a largest matching, and the outer and inner people of the failed searches.

    Without the inner people, the outer ones fall apart into groups of odd size that know
    nobody else: more groups than inner people, so some must stay alone (Tutte, Berge).
    """
    mate: dict[int, int] = {}
    for v in sorted(near, key=lambda v: len(near[v])):
        if v not in mate:
            for u in near[v]:
                if u not in mate:
                    mate[v], mate[u] = u, v
                    break
    outer: set[int] = set()
    inner: set[int] = set()
    for root in near:
        if root in mate:
            continue
        forest = _Blossom(near, mate, root)
        end = forest.grow()
        if end is None:
            outer |= forest.outer
            inner |= set(forest.came) - forest.outer
        while end is not None:
            v = forest.came[end]
            following = mate.get(v)
            mate[end], mate[v] = v, end
            end = following
    return mate, outer, inner - outer


def components(members: Iterable[int], near: Mapping[int, list[int]]) -> list[list[int]]:
    """Return the connected groups of some people, smallest first."""
    left, out = set(members), []
    for start in sorted(left):
        if start not in left:
            continue
        left.discard(start)
        group = [start]
        for v in group:
            for u in near[v]:
                if u in left:
                    left.discard(u)
                    group.append(u)
        out.append(sorted(group))
    return sorted(out, key=len)


def shortage(
    need: Mapping[int, int], near: Mapping[int, Iterable[int]]
) -> tuple[set[int], set[int]] | None:
    """Return None if everybody can have as many partners as needed, each as often as it stands
    there.

    Else a group and a gate: the group's needs exceed those of the gate plus all the meetings
    that the group has outside of it.
    """
    unused = {v: dict(Counter(near[v])) for v in need}
    users: dict[int, dict[int, int]] = {v: {} for v in need}
    missing, room = dict(need), dict(need)
    for v in sorted(need, key=lambda v: len(unused[v]) - need[v]):
        for u in sorted(unused[v], key=lambda u: -room[u]):
            while missing[v] and room[u] and u in unused[v]:
                _use(v, u, unused, users)
                missing[v] -= 1
                room[u] -= 1
    for start in need:
        while missing[start]:
            came: dict[int, int] = {}
            queue, reached, end = deque([start]), {start}, None
            while queue and end is None:
                v = queue.popleft()
                for u in unused[v]:
                    if u in came:
                        continue
                    came[u] = v
                    if room[u]:
                        end = u
                        break
                    for w in users[u]:
                        if w not in reached:
                            reached.add(w)
                            queue.append(w)
            if end is None:
                return reached, set(came)
            missing[start] -= 1
            room[end] -= 1
            _augment(start, end, came, unused, users)
    return None


def _use(
    v: int, u: int, unused: dict[int, dict[int, int]], users: dict[int, dict[int, int]]
) -> None:
    _move(unused[v], u, -1)
    _move(users[u], v, 1)


def _move(times: dict[int, int], v: int, step: int) -> None:
    times[v] = times.get(v, 0) + step
    if not times[v]:
        del times[v]


def _augment(
    start: int,
    end: int,
    came: dict[int, int],
    unused: dict[int, dict[int, int]],
    users: dict[int, dict[int, int]],
) -> None:
    """Move every person of the path on to the next partner."""
    reached_by: dict[int, int] = {}
    for u in came:
        for w in users[u]:
            reached_by.setdefault(w, u)
    u = end
    while True:
        v = came[u]
        _use(v, u, unused, users)
        if v == start:
            return
        u = reached_by[v]
        _move(users[u], v, -1)
        _move(unused[v], u, 1)
