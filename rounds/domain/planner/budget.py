"""How much work one plan may cost, whatever is asked of it.

Work is counted in points, never in seconds: the same file gives the same plan on every machine.
A point is about a tenth of a microsecond on a laptop, so a plan takes less than a second.
"""

from __future__ import annotations

from dataclasses import dataclass

POINTS = 7_000_000
STEP = 50
"""Points for one step of a complete search (see `exact`)."""

LEAST = 10
"""With fewer sweeps than these an annealing finds nothing."""


@dataclass
class Budget:
    """The work left for one plan, shared by all of its searches and proposals."""

    points: int = POINTS

    @property
    def spent(self) -> bool:
        """Whether too little is left to try another number of rounds or another rule."""
        return self.points < POINTS // 20

    def share(self, parts: int) -> int:
        """Return the points a search may use that leaves something for those after it."""
        return max(0, self.points) // parts

    def spend(self, points: int) -> None:
        """Take off the points that were used, which may be a few more than were allowed."""
        self.points -= points


def sweeps_within(points: int, wanted: int, price: int) -> int:
    """Return how many sweeps of this price the points allow, 0 for too few to be of use."""
    given = min(wanted, points // max(1, price))
    return given if given >= min(LEAST, wanted) else 0
