"""Whose turn it is to rest.

Nobody rests for the (k+1)-th time while somebody else who is there, and could rest instead,
rested fewer than k times. This holds in every round for the people of that round: who comes late
or leaves early is compared with those who are there at the time. The search may choose among all
fair ways; it asks `Turns` how unfair a change of who rests would be.

The same turns decide who sits in a trio.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

NOBODY, AWAY = -1, -1
FORBIDDEN = 1000
"""How unfair it is that somebody rests who may not."""


def turns(
    counts: Sequence[int],
    candidates: Sequence[Sequence[int]],
    places: Sequence[int],
    order: Callable[[int], tuple[float, ...]],
) -> list[list[int]]:
    """Return a fair choice of people to rest in every round.

    `counts` holds how often each person rested so far, `candidates` the people who could rest in a
    round, `places` how many must; `order` decides among equals.
    """
    now = list(counts)
    out = []
    for free, wanted in zip(candidates, places, strict=True):
        chosen = sorted(free, key=lambda i: (now[i], order(i)))[:wanted] if wanted else []
        out.append(chosen)
        for i in chosen:
            now[i] += 1
    return out


def most_rests(
    counts: Sequence[int], candidates: Sequence[Sequence[int]], places: Sequence[int]
) -> list[int]:
    """Return how often everybody can rest at most in these rounds, if all take turns.

    Before somebody rests at count v, everybody else who is there must have come up to v, and all
    rounds before that had only so many places to rest.
    """
    found = [0] * len(counts)
    before, highest = 0, max(counts, default=0) + len(places)
    for free, wanted in zip(candidates, places, strict=True):
        if not wanted or not free:
            continue
        levels = Counter(counts[i] for i in free)
        least, v = min(levels), min(levels)
        # Those who rest together need not wait for one another.
        while (
            sum((v - level) * times for level, times in levels.items() if level < v)
            - (wanted - 1) * (v - least)
            <= before
        ) and v < highest:
            v += 1
        for i in free:
            found[i] = max(found[i], v - counts[i])
        before += wanted
    often = Counter(
        i for free, wanted in zip(candidates, places, strict=True) if wanted for i in free
    )
    return [max(0, min(most, often[i])) for i, most in enumerate(found)]


def fewest_rests(
    counts: Sequence[int], candidates: Sequence[Sequence[int]], places: Sequence[int]
) -> list[int]:
    """Return how often everybody rests at least in these rounds, if all take turns.

    Where the same people could rest in all rounds, it shows by giving one the last turn of all.
    Elsewhere: while somebody at count v sits, only people at v or below rest, each until v + 1.
    All places in the rounds of one who ends at v have to be filled that way, but for those rounds
    in which that one rests.
    """
    rounds = [(tuple(free), wanted) for free, wanted in zip(candidates, places, strict=True)]
    kinds = Counter(kind for kind in rounds if kind[1] and kind[0])
    if len({free for free, _wanted in kinds}) <= 1:
        return _last_in_turn(counts, list(kinds.elements()))
    mine: dict[int, list[int]] = {}
    for k, (free, _wanted) in enumerate(kinds):
        for i in free:
            mine.setdefault(i, []).append(k)
    listed = [(free, wanted, times) for (free, wanted), times in kinds.items()]
    often: dict[tuple[int, ...], Counter[int]] = {}
    found = [0] * len(counts)
    for i, which in mine.items():
        key = tuple(which)
        if key not in often:
            often[key] = Counter()
            for k in which:
                free, _wanted, times = listed[k]
                for j in free:
                    often[key][j] += times
        to_fill = sorted(wanted for k in which for wanted in [listed[k][1]] * listed[k][2])
        while to_fill and sum(to_fill) > sum(
            min(times, max(0, counts[i] + found[i] + 1 - counts[j]))
            for j, times in often[key].items()
            if j != i
        ):
            found[i] += 1
            to_fill.pop()
    return found


def _last_in_turn(
    counts: Sequence[int], rounds: Sequence[tuple[tuple[int, ...], int]]
) -> list[int]:
    """Return how often everybody rests who gives way to all others of the same count."""
    found = [0] * len(counts)
    known: dict[int, int] = {}
    for i in rounds[0][0] if rounds else ():
        if counts[i] not in known:
            chosen = turns(
                counts,
                [free for free, _wanted in rounds],
                [wanted for _free, wanted in rounds],
                lambda j, last=i: (j == last,),  # type: ignore[misc]
            )
            known[counts[i]] = sum(i in out for out in chosen)
        found[i] = known[counts[i]]
    return found


class Turns:
    """Who rests in which round, and how unfair that is in all: `total` is 0 for a fair plan.

    `asked` counts the rounds that were looked at to say what a change would do.
    """

    def __init__(
        self,
        counts: Sequence[int],
        candidates: Sequence[Collection[int]],
        resting: Sequence[Collection[int]],
    ) -> None:
        self.may = [frozenset(free) for free in candidates]
        self.out = [set(out) for out in resting]
        self.rounds = [r for r, free in enumerate(self.may) if free]
        base = min(counts, default=0)
        self.levels = max(counts, default=0) - base + len(self.rounds) + 2
        self.before: list[list[int]] = [[]] * len(self.may)
        self.seated: list[list[int]] = [[]] * len(self.may)
        self.low = [0] * len(self.may)
        self.wrong = [0] * len(self.may)
        now = [times - base for times in counts]
        for r in self.rounds:
            self.before[r] = now
            self.seated[r] = [0] * self.levels
            for i in self.may[r] - self.out[r]:
                self.seated[r][now[i]] += 1
            self.low[r] = _lowest(self.seated[r])
            self.wrong[r] = self._measure(r, self.seated[r], {})
            now = now[:]
            for i in self.out[r]:
                now[i] += 1
        self.total = sum(self.wrong)
        self.known: dict[tuple[int, int, int], int] = {}
        self.asked = 0

    def change(self, r: int, leaves: int, comes: int) -> int:
        """Return how much more unfair it gets if one rests in round `r` instead of another."""
        key = r, leaves, comes
        if key not in self.known:
            self.asked += len(self.rounds)
            self.known[key] = sum(
                self._more(s, leaves, comes, now=s == r)
                for s in self.rounds
                if s == r or (s > r and self._may_change(s, leaves, comes))
            )
        return self.known[key]

    def exchange(self, r: int, leaves: int, comes: int) -> None:
        """Let one rest in round `r` instead of another; either may be NOBODY."""
        for s, seated, wrong in self._after(r, leaves, comes):
            self.seated[s] = seated
            self.low[s] = _lowest(seated)
            self.total += wrong - self.wrong[s]
            self.wrong[s] = wrong
        self.out[r].discard(leaves)
        if comes != NOBODY:
            self.out[r].add(comes)
        for s in self.rounds:
            if s > r and leaves != NOBODY:
                self.before[s][leaves] -= 1
            if s > r and comes != NOBODY:
                self.before[s][comes] += 1
        self.known.clear()

    def _may_change(self, s: int, leaves: int, comes: int) -> bool:
        """Return whether a later round may get more or less unfair.

        It does not if both sit, and it is the same people who rested least.
        """
        out = self.out[s]
        if leaves in out or comes in out:
            return True
        may, before, low = self.may[s], self.before[s], self.low[s]
        return (leaves in may and before[leaves] <= low) or (
            comes in may and before[comes] <= low and self.seated[s][low] <= 1
        )

    def _more(self, s: int, leaves: int, comes: int, *, now: bool) -> int:
        """Return how much more unfair round `s` gets: the one in which they change, or a later."""
        before, may, out, seated = self.before[s], self.may[s], self.out[s], self.seated[s]
        old = low = self.low[s]
        more = 0
        changed: list[tuple[int, int]] = []  # levels of those who rest, before and after
        moved: list[tuple[int, int]] = []  # how many more are seated at a level
        for i, step in ((leaves, -1), (comes, 1)):
            if i == NOBODY:
                continue
            level, able = before[i], i in may
            if now:
                changed.append((level, AWAY) if i == leaves else (AWAY, level))
                if able:
                    moved.append((level, -step))
                else:
                    more += step * FORBIDDEN
            elif i in out:
                changed.append((level, level + step))
            elif able:
                moved += (level, -1), (level + step, 1)
        if moved:
            for level, by in moved:
                seated[level] += by
            low = _lowest(seated)
            for level, by in moved:
                seated[level] -= by
        for was, will in changed:
            more += max(0, will - low) - max(0, was - low)
        if low != old:
            more += sum(max(0, before[i] - low) - max(0, before[i] - old) for i in out)
        return more

    def _after(self, r: int, leaves: int, comes: int) -> Iterator[tuple[int, list[int], int]]:
        """Yield every round that changes, how many are seated at each count, and how unfairly."""
        for s in self.rounds:
            if s < r:
                continue
            may, out, before = self.may[s], self.out[s], self.before[s]
            seated = self.seated[s]
            moved: dict[int, int] = {}
            for i, step in ((leaves, -1), (comes, 1)):
                if s == r:
                    if i != NOBODY:
                        moved[i] = AWAY if i == leaves else before[i]
                    if i in may:
                        seated = seated[:]
                        seated[before[i]] -= step
                elif i in out:
                    moved[i] = before[i] + step
                elif i in may:
                    seated = seated[:]
                    seated[before[i]] -= 1
                    seated[before[i] + step] += 1
            if moved or seated is not self.seated[s]:
                yield s, seated, self._measure(s, seated, moved)

    def _measure(self, s: int, seated: Sequence[int], moved: Mapping[int, int]) -> int:
        """Return by how much people rest in a round ahead of the one who rested least."""
        before, may, out = self.before[s], self.may[s], self.out[s]
        low, wrong = _lowest(seated), 0
        levels = (
            [(i, before[i]) for i in out if i not in moved]
            if moved
            else [(i, before[i]) for i in out]
        )
        for i, level in (*levels, *moved.items()):
            if level > low:
                wrong += level - low
            if level != AWAY and i not in may:
                wrong += FORBIDDEN
        return wrong


def _lowest(seated: Sequence[int]) -> int:
    """Return how often those rested who did so least, of so many seated at each count."""
    low = 0
    for times in seated:
        if times:
            break
        low += 1
    return low
