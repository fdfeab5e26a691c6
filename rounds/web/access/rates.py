"""How often somebody may do something within a number of seconds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

MOST_KNOWN = 4096
"""How many askers are remembered; the one who was quiet for the longest time is forgotten."""


class Rate:
    """Lets each asker do something `times` in `seconds`, evenly: what was used grows back."""

    def __init__(self, times: int, seconds: float, clock: Callable[[], float]) -> None:
        self._times = float(times)
        self._per_second = times / seconds
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, asker: str) -> bool:
        """Return whether the asker has a time left, without using it."""
        return self._now(asker) >= 1.0

    def use(self, asker: str) -> bool:
        """Use a time; return False, and use none, where none is left."""
        left = self._now(asker)
        allowed = left >= 1.0
        self._left[asker] = (left - allowed, self._clock())
        self._left.move_to_end(asker)
        while len(self._left) > MOST_KNOWN:
            self._left.popitem(last=False)
        return allowed

    def _now(self, asker: str) -> float:
        left, at = self._left.get(asker, (self._times, 0.0))
        return min(self._times, left + (self._clock() - at) * self._per_second)
