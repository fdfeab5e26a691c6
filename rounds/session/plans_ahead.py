"""Plans that somebody else makes while the evening goes on.

A key never waits for a search: it takes the best plan that has been found so far, for exactly
the event that it asks about.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.result import Plan
from rounds.session.freshness import plan_inputs

PATIENCE = 0.035
"""Seconds that a key waits for a first plan, which is nearly always found within them."""


class PlanMaker(Protocol):
    """Makes plans: a worker beside the program, or its substitute in a test."""

    def listen(self, found: Callable[[], None]) -> None:
        """Call `found` (from any thread) whenever a better plan is there."""

    def want(self, event: Event, *, settled: bool) -> None:
        """Plan for this event from now on, and for none before it (see `plans`)."""

    def best(self) -> Plan | None:
        """Return the best plan so far of the event wanted last, None if there is none yet."""

    def wait(self, seconds: float) -> None:
        """Wait for a first plan of the event wanted last, but no longer than `seconds`."""

    def close(self) -> None:
        """End what was started."""


class StillLooking(RuleError):
    """No plan has been found yet; there will be one in a moment."""

    def __init__(self) -> None:
        super().__init__("Rounds is still looking for a plan. Try again in a moment.")


class PlansAhead:
    """Tells the maker which event to plan for; a plan for another one is never handed out."""

    def __init__(self, maker: PlanMaker) -> None:
        self._maker = maker
        self._wanted: tuple[object, ...] | None = None
        self._latest: tuple[Event, bool, tuple[object, ...]] | None = None

    def want(self, people: RosterIndex, *, settled: bool) -> None:
        """Let the maker plan for an event, unless it does so already."""
        inputs = self._inputs(people, settled)
        if inputs != self._wanted:
            self._wanted = inputs
            self._maker.want(people.event, settled=settled)

    def so_far(self, people: RosterIndex, *, settled: bool) -> Plan | None:
        """Return the best plan of an event that was found so far, None if there is none yet."""
        return self._maker.best() if self._inputs(people, settled) == self._wanted else None

    def now(self, people: RosterIndex, *, settled: bool) -> Plan:
        """Return the best plan of an event; raises StillLooking if none is found at once."""
        self.want(people, settled=settled)
        if self._maker.best() is None:
            self._maker.wait(PATIENCE)
        plan = self._maker.best()
        if plan is None:
            raise StillLooking
        return plan

    def close(self) -> None:
        """End what the maker has started."""
        self._maker.close()

    def _inputs(self, people: RosterIndex, settled: bool) -> tuple[object, ...]:
        """Return everything that the plans depend on; computed once per event."""
        event = people.event
        if self._latest is None or self._latest[0] is not event or self._latest[1] != settled:
            inputs = (
                settled,
                event.settings,
                event.earlier,
                tuple(round_.number for round_ in event.rounds),
                plan_inputs(people),
            )
            self._latest = event, settled, inputs
        return self._latest[2]
