"""How much work one plan may cost, whatever is asked of it.

Counted in steps and searches, never in seconds: the same file gives the same plan on every
machine.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Budget:
    """What is left of the work allowed for one plan, all its attempts and proposals together.

    `steps` are those of complete searches (see `exact`), `searches` are passes of annealing
    in which no plan without a broken rule was found (see `search`).
    """

    steps: int = 160_000
    searches: int = 8

    @property
    def spent(self) -> bool:
        """Whether nothing more is searched for: what is found at once must do."""
        return self.searches <= 0
