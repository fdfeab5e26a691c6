"""The plan of an evening: whether it is out of date, and what a new one would change.

The cheap questions that every picture asks are here; `board` has what needs the planner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.timetable import rounds_wanted
from rounds.session.freshness import only_notes_differ, plan_inputs
from rounds.session.plans_ahead import PlanMaker, PlansAhead
from rounds.session.state import State

if TYPE_CHECKING:
    from rounds.domain.planner.reports.diff import Difference
    from rounds.domain.planner.result import Plan
    from rounds.session.board import Board


class Planner:
    """The plan of the rounds to come. A plan in the file is trusted while it holds."""

    def __init__(self, state: State, maker: PlanMaker) -> None:
        self._state = state
        self._plans = PlansAhead(maker)
        self._ahead = False
        self._found: Plan | None = None
        self._board: Board | None = None
        self._inputs_of: tuple[Event, tuple[object, ...]] | None = None
        if state.event.plan and self._holds():
            self.mark_fresh()

    @property
    def board(self) -> Board:
        """The seats of the rounds to come; the planner is loaded here, when it is first needed."""
        if self._board is None:
            from rounds.session.board import Board

            self._board = Board(self._state, self._plans)
        return self._board

    # -- whether it is out of date ------------------------------------------------------------

    @property
    def stale(self) -> bool:
        """Whether people or rules have changed since the plan was made."""
        return self._state.planned_for != self._inputs

    @property
    def replan_due(self) -> bool:
        """Whether going on replans: the plan is out of date, or more rounds may be possible."""
        event = self._state.event
        more = not event.rounds or self._state.next_number <= rounds_wanted(event)
        return (bool(event.plan) or more) and self.stale

    def mark_fresh(self) -> None:
        """Take the plan as made for the present people and rules, unless a better one may come."""
        self._state.planned_for = self._inputs if self._settled else None

    @property
    def _inputs(self) -> tuple[object, ...]:
        """What a plan depends on now; it is asked for often, and notes do not change it."""
        event = self._state.event
        if self._inputs_of is None or not only_notes_differ(self._inputs_of[0], event):
            self._inputs_of = (event, plan_inputs(self._state.roster))
        return self._inputs_of[1]

    def _holds(self) -> bool:
        """Return whether the plan in the file holds; the planner is loaded only for this."""
        from rounds.session.plan_check import holds

        return holds(self._state.event)

    @property
    def _settled(self) -> bool:
        return self._board is None or self._board.settled

    # -- made ahead ------------------------------------------------------------------------

    def look_ahead(self) -> None:
        """From now on have plans made before anybody asks for them."""
        self._ahead = True

    def follow(self) -> bool:
        """Have plans made for the event in force; return whether anything was found."""
        if self._ahead and self.replan_due:
            self._plans.want(self._state.roster, settled=self._settled)
        found = self.found
        if found is self._found:
            return False
        self._found = found
        if found is not None and self.board.take_in(found):
            self.mark_fresh()
        return True

    @property
    def found(self) -> Plan | None:
        """The best plan found so far that could take the place of the one in force."""
        if not self.replan_due:
            return None
        return self._plans.so_far(self._state.roster, settled=self._settled)

    @property
    def ready(self) -> bool:
        """Whether the evening can go on without waiting for a plan."""
        return not self.replan_due or self.found is not None

    @property
    def new_seats_due(self) -> bool:
        """Whether the seats that were planned will change at the next move, for all we know.

        A plan that was taken before the search was over is replaced as soon as it is.
        """
        planned = bool(self._state.event.rounds or self._state.event.plan)
        return planned and self.replan_due and self._settled

    @property
    def progress(self) -> Sentence | None:
        """How good the plan is that is in force or will be, and whether a better one may come."""
        if self._board is None and self._found is None:
            return None
        return self.board.progress(self._found if self.replan_due else None)

    def close(self) -> None:
        """End what makes the plans."""
        self._plans.close()

    # -- changing it -----------------------------------------------------------------------

    def propose(self) -> tuple[Plan, Difference]:
        """Replan the rounds that have not begun; return the plan and what it changes."""
        return self.board.propose()

    def accept(self, plan: Plan) -> None:
        """Put a proposed plan into force; the board of a round that has not begun follows it."""
        event = self.board.with_plan(plan)
        self.board.refuse_to_empty(event)
        if event != self._state.event:
            if self._state.run.phase == "move":
                self._state.seats_changed()
            self._state.change(sentence("new plan"), event)
        self.mark_fresh()

    def with_fresh_plan(self) -> Event:
        """Return the event, replanned for the people of now if the plan is out of date."""
        return self.board.planned_for_now() if self.replan_due else self._state.event

    def change_within_plan(self, label: Sentence, event: Event) -> None:
        """Change the event without replanning; a plan that was up to date stays so."""
        up_to_date = not self.stale
        self._state.change(label, event)
        if up_to_date:
            self.mark_fresh()

    def repair_board(self, *, shown_before: bool) -> None:
        """Fit a board that is shown after an undo to the people who are there.

        `shown_before` says whether it was on the screen before the undo, too; if not, people
        who came in between have no seat yet and get one.
        """
        if self._state.run.phase == "move":
            self.board.repair(newcomers=not shown_before)
