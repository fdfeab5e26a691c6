"""What the rounds to come cost at least, whoever has met so far (for the complete search).

Everybody needs so many more meetings, and each of them is with another person: the cheapest of
those who are left say what they cost at least. A meeting has two ends, and they share its price;
who has few cheap partners may bear more of it than the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.planner.problem import Problem, Sitting


class _Rounds:
    """Who is there in some rounds: with whom, in how many, and by how much that may differ."""

    def __init__(self, problem: Problem, sittings: Sequence[Sitting]) -> None:
        size = problem.size
        self.there, self.seated = [0] * size, [0] * size
        self.fewer, self.more = [0] * size, [0] * size
        self.rests = self.threes = 0
        for sitting in sittings:
            around = (*sitting.here, *sitting.helpers)
            bits = sum(1 << i for i in around)
            for i in around:
                self.there[i] |= bits
                self.seated[i] += 1
            for i in sitting.helpers:
                self.fewer[i] += 1
            for i in sitting.may:
                self.fewer[i] += not sitting.trio
                self.more[i] += sitting.trio
            self.threes += sitting.aside * sitting.trio
            self.rests += sitting.aside * (not sitting.trio) + max(0, len(sitting.helpers) - 1)


class CostToCome:
    """The least cost of the rounds from any one on; costs are doubled, so they stay whole."""

    def __init__(
        self, problem: Problem, prices: Sequence[Sequence[int]], weights: Sequence[int] = ()
    ) -> None:
        size = problem.size
        weights = weights or [0] * size
        self.problem = problem
        self.split = [
            [prices[i][j] + weights[i] - weights[j] for j in range(size)] for i in range(size)
        ]
        self.near = [
            sorted((price, 1 << j) for j, price in enumerate(row) if j != i)
            for i, row in enumerate(self.split)
        ]
        numbers = range(len(problem.sittings) + 1)
        self.rounds = [_Rounds(problem, problem.sittings[r:]) for r in numbers]

    def added(self, a: int, b: int, dearest: Sequence[int]) -> int:
        """Return by how much a meeting is dearer than what `least` counted, doubled."""
        return max(0, self.split[a][b] - dearest[a]) + max(0, self.split[b][a] - dearest[b])

    def least(
        self, r: int, open_: Sequence[int], counts: Sequence[int]
    ) -> tuple[int, list[int]] | None:
        """Return twice the least cost of the rounds from `r` on, None where they are impossible.

        `open_` holds everybody's partners that are left, as sets of bits, `counts` how often
        everybody has rested. Also return the dearest
        meeting counted for everybody: a dearer one adds the difference, at either end.
        """
        problem, rounds = self.problem, self.rounds[r]
        rests = rounds.rests
        total = 0
        dearest = [0] * problem.size
        saved: list[int] = []
        added: list[int] = []
        for i, wanted in enumerate(rounds.seated):
            if not wanted:
                continue
            free = open_[i] & rounds.there[i]
            turns = problem.rests[i] - counts[i] + problem.counts[i]
            most = wanted + min(rounds.more[i], turns)
            least = wanted - (
                rounds.fewer[i] if i in problem.helpers else min(rounds.fewer[i], turns)
            )
            found = []
            for price, bit in self.near[i]:
                if free & bit:
                    found.append(price)
                    if len(found) == most:
                        break
            if len(found) < least:
                return None
            dearest[i] = found[-1] if found else 0
            # Who has too few partners for all rounds has to be spared the others.
            rests -= max(0, wanted - len(found))
            total += sum(found[:wanted])
            saved += found[least:wanted]
            added += found[wanted:]
        if rests < 0 or len(added) < rounds.threes:
            return None
        if rests:
            total -= sum(sorted(saved)[-rests:])
        return total + sum(sorted(added)[: rounds.threes]), dearest
