"""How much work one plan may cost, whatever is asked of it.

Counted in steps and sweeps, never in seconds: the same file gives the same plan on every
machine.
"""

from __future__ import annotations

from dataclasses import dataclass

PASSES = 5
"""How many passes a search makes that finds no plan (see `search`)."""

LEAST = 10
"""With fewer sweeps than these nothing is found."""


@dataclass
class Budget:
    """What is left of the work allowed for one plan, all its attempts and proposals together.

    `steps` are those of complete searches (see `exact`). `looks` are those of searches that
    have not found a plan yet: everybody of a round at everybody else there.
    `spent` says that a search was refused: what is found at once must do from then on.
    """

    steps: int = 120_000
    looks: int = 8_000_000
    spent: bool = False

    def sweeps(self, wanted: int, looks: int) -> int:
        """Return how many sweeps of so many looks a search gets, 0 for none.

        That is half of what is left at most, so that there is something left for fewer rounds;
        the first search, in however large a room, gets the least that is of use.
        """
        fresh = self.looks == Budget.looks
        given = min(wanted, self.looks // (2 * PASSES * looks))
        if given < LEAST:
            given = LEAST if fresh else 0
            self.spent = True
        self.looks -= PASSES * given * looks
        return given
