"""A planner that plans when its plan is asked for: for rehearsals and tests."""

from __future__ import annotations

from collections.abc import Callable

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.result import Plan


class PlannerAtOnce:
    """Plans in the thread of the caller, who waits for it; the plan is always the final one."""

    def __init__(self) -> None:
        self._wanted: tuple[Event, bool] | None = None
        self._plan: Plan | None = None

    def listen(self, found: Callable[[], None]) -> None:
        """Do nothing: who wants a plan waits for it."""

    def want(self, event: Event, *, settled: bool) -> None:
        """Take this event as the one to plan for."""
        self._wanted, self._plan = (event, settled), None

    def best(self) -> Plan | None:
        """Return the plan if somebody has waited for it."""
        return self._plan

    def wait(self, seconds: float) -> None:
        """Plan, however long that takes."""
        if self._wanted is not None and self._plan is None:
            event, settled = self._wanted
            self._plan = make_plan(event, settled=settled)

    def close(self) -> None:
        """Do nothing: there is nothing to end."""
