"""A planner whose search goes on when the test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rounds.domain.event import Event
from rounds.domain.planner.plan import plans
from rounds.domain.planner.result import Plan


class PlannerByHand:
    """Finds the next plan of the sequence at each `find`, and all of them at `find_all`."""

    def __init__(self) -> None:
        self.wanted: list[Event] = []
        self.waited = 0.0
        self.closed = False
        self._search: Iterator[Plan] = iter(())
        self._best: Plan | None = None
        self._found: Callable[[], None] = lambda: None

    def listen(self, found: Callable[[], None]) -> None:
        self._found = found

    def want(self, event: Event, *, settled: bool) -> None:
        self.wanted.append(event)
        self._search, self._best = plans(event, settled=settled), None

    def best(self) -> Plan | None:
        return self._best

    def wait(self, seconds: float) -> None:
        self.waited += seconds

    def close(self) -> None:
        self.closed = True

    def find(self) -> Plan:
        """Find one more plan."""
        self._best = next(self._search)
        self._found()
        return self._best

    def find_one_more(self) -> None:
        """Find one more plan if there is any."""
        if self.wanted and not (self._best and self._best.final):
            self.find()

    def find_all(self) -> Plan:
        """Find the last plan."""
        while not self.find().final:
            pass
        assert self._best is not None
        return self._best
