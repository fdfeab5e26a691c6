"""The rematch round: one more round in which pairs who both wish it sit together again.

The room is told nothing of it: it sees the seats of a round like any other.
"""

from __future__ import annotations

from dataclasses import dataclass

from rounds.domain.errors import RuleError
from rounds.domain.evening import clock
from rounds.domain.evening.rounds import planned
from rounds.domain.event import Event
from rounds.domain.followup.rematch import (
    as_if_begun,
    number_of_rematch,
    pairs_for_rematch,
    with_rematch,
)
from rounds.domain.sentence import sentence
from rounds.session.planner import Planner
from rounds.session.state import ShownBoard, State


@dataclass(frozen=True)
class RematchRound:
    """A rematch round as it would be: its number, how many pairs sit together again, who rests.

    `event` is the evening with it.
    """

    number: int
    pairs: int
    resting: int
    event: Event


class Rematch:
    """Adds a rematch round to the end of an evening."""

    def __init__(self, state: State, plan: Planner) -> None:
        self._state = state
        self._plan = plan
        self._wished: tuple[Event, Event] | None = None

    @property
    def possible(self) -> bool:
        """Whether the evening has come to its last round, or is over."""
        number = self._state.run.round
        return number > 0 and number_of_rematch(self._state.event) == number + 1

    def propose(self) -> RematchRound:
        """Return the rematch round with the wishes written so far; RuleError if there are none."""
        state = self._state
        number = number_of_rematch(state.event)
        pairs = pairs_for_rematch(state.event, number)
        if not pairs:
            raise RuleError("So far there is no pair in which both would like to talk again.")
        # The same wishes at the next key, so that a plan that is being looked for is not lost.
        if self._wished is None or self._wished[0] is not state.event:
            wished = with_rematch(state.event, number, pairs, state.clocks.stamp())
            self._wished = state.event, wished
        wished = self._wished[1]
        begun = as_if_begun(wished, number, state.clocks.stamp())
        event = self._plan.board.with_round_added(wished, begun, number)
        added = planned(event, number)
        if added is None:
            raise RuleError(self._plan.board.why_no_round(number))
        return RematchRound(number, len(pairs), len(added.resting), event)

    def add(self, rematch: RematchRound) -> None:
        """Add the round. After the closing its seats are shown at once."""
        state, event = self._state, rematch.event
        label = sentence("round {number} added", number=rematch.number)
        up_to_date = not event.plan[:-1] or not self._plan.stale
        if state.run.phase == "closing":
            now = state.clocks.steady()
            state.shown_board = ShownBoard(now)
            seats = clock.start("move", rematch.number, event.in_force.move_seconds, now)
            state.advance(label, event, seats)
        else:
            state.change(label, event)
        if up_to_date:
            self._plan.mark_fresh()
