"""The seats of the rounds to come: planned, and repaired while they are on the board.

This is the part that needs the planner. Loading it takes time, and the first picture must not
wait for it, so `Planner.board` makes this part on first use.
"""

from __future__ import annotations

from rounds.domain.errors import RuleError
from rounds.domain.evening import board
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.reports.diff import Difference, difference
from rounds.domain.planner.reports.progress import progress
from rounds.domain.planner.result import Plan
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views import host_view
from rounds.session.freshness import plan_inputs
from rounds.session.limits import Limits, limits
from rounds.session.plan_check import is_broken
from rounds.session.plans_ahead import PlansAhead, StillLooking
from rounds.session.state import State


class Board:
    """Plans the rounds to come, and changes the seats of the announced one as little as possible.

    `by_hand` is the number of the round whose seats the host has changed, None for none.
    `seats_owed` says that seats on the board are to change as soon as there is a plan for that.
    """

    def __init__(self, state: State, plans: PlansAhead) -> None:
        self.by_hand: int | None = None
        self.seats_owed = False
        self._state = state
        self._plans = plans
        self._last_plan: Plan | None = None
        self._limits = Limits(state)

    # -- planning --------------------------------------------------------------------------

    def propose(self) -> tuple[Plan, Difference]:
        """Replan the rounds that have not begun; return the plan and what it changes.

        Raises StillLooking if there is no plan yet; so do all that need a new plan.
        """
        plan = self._plans.now(self._state.roster, settled=self.settled)
        return plan, difference(self._state.event.plan, self._to_come(plan))

    def with_plan(self, plan: Plan) -> Event:
        """Return the event with the rounds of a plan that have not begun."""
        self._last_plan = plan
        return self._state.event.with_(plan=self._to_come(plan))

    def planned(self, event: Event, rounds: int) -> tuple[Event, bool]:
        """Return an event with all rounds to come replanned, and True.

        If there is no plan yet, it has those planned before, up to `rounds` of them; and False.
        """
        try:
            return event.with_(plan=self._to_come(self._made(event))), True
        except StillLooking:
            kept = tuple(round_ for round_ in event.plan if round_.number <= rounds)
            return event.with_(plan=kept), False

    def with_round_added(self, event: Event, begun: Event, number: int) -> Event:
        """Return an event with round `number` behind those planned, if there is one.

        It is planned from `begun`, in which all rounds before it have begun: they stay.
        """
        made = self._made(begun)
        more = (round_ for round_ in made.rounds if round_.number == number)
        before = (round_ for round_ in event.plan if round_.number < number)
        return event.with_(plan=(*before, *more))

    def planned_for_now(self) -> Event:
        """Return the event planned for the people who are there; tell what is impossible."""
        event = self._state.event
        plan = self._made(event)
        self.by_hand, self.seats_owed = None, False
        self._limits.tell(plan)
        return event.with_(plan=self._to_come(plan))

    def invalidate_broken_plan(self) -> None:
        """Mark a plan that breaks a rule, after a round was changed by hand, as out of date."""
        if is_broken(self._state.event):
            self._state.planned_for = None

    def why_no_round(self, number: int) -> Sentence:
        """Return the reason why round `number` cannot be planned."""
        if len(self._state.roster.present(number)) < 2:
            return host_view.nobody_to_pair()
        plan = self._last_plan
        said = limits(plan) if plan is not None and len(plan.rounds) < number else None
        return said or sentence("No further round is possible with those who are there.")

    @property
    def settled(self) -> bool:
        """Whether the plan in force was taken when no better one was looked for any more."""
        taken, planned = self._last_plan, self._state.event.plan
        if taken is None or taken.final or not planned:
            return True
        return any(round_ not in taken.rounds for round_ in planned)

    def take_in(self, found: Plan) -> bool:
        """Use a plan that was found for the event in force; return whether it is in force now.

        Seats that are owed change; a plan that was taken too early makes way for the final one,
        and a final one that changes nothing confirms the one in force.
        """
        if self.seats_owed:
            return self._seat_as_owed()
        if not found.final:
            return False
        event = self._state.event.with_(plan=self._to_come(found))
        if event.plan != self._state.event.plan:
            if self.settled or self._is_shown:
                return False
            self._state.put(event)
        self._last_plan = found
        self._limits.tell(found)
        return True

    def progress(self, found: Plan | None) -> Sentence | None:
        """Return how good a plan is that was found, or else the one in force."""
        taken = self._last_plan
        if found is None and taken is not None and self._to_come(taken) == self._state.event.plan:
            found = taken
        return progress(found) if found is not None else None

    def _made(self, event: Event) -> Plan:
        self._last_plan = self._plans.now(RosterIndex(event), settled=self.settled)
        return self._last_plan

    def _to_come(self, plan: Plan) -> tuple[Round, ...]:
        begun = {round_.number for round_ in self._state.event.rounds}
        return tuple(round_ for round_ in plan.rounds if round_.number not in begun)

    # -- the round on the board ------------------------------------------------------------

    @property
    def _number(self) -> int:
        return self._state.run.round

    @property
    def _is_shown(self) -> bool:
        return self._state.run.phase == "move"

    def refuse_to_empty(self, event: Event) -> None:
        """Raise RuleError if an event has no seats for the round on the board."""
        if not self._is_shown or evening.planned(event, self._number) is not None:
            return
        raise RuleError(
            "{why} The seats of round {number} are on the board: Backspace removes them.",
            why=self.why_no_round(self._number),
            number=self._number,
        )

    def repair(self, *, newcomers: bool) -> None:
        """Fit the seats on the board to the people who are there, `newcomers` included or not."""
        self.seats_owed = False
        event = board.drop_absent(self._state.event, self._number)
        if newcomers:
            event = board.with_latecomers(event, self._number)
        self._show(event)
        self._separate()

    def _pause_for_all(self, round_: Round) -> bool:
        """Return whether whoever is there rests in a round until others come for the next ones."""
        here = self._state.roster.present(round_.number)
        later = (other for other in self._state.event.plan if other.number > round_.number)
        return set(here) == set(round_.resting) and any(other.pairings for other in later)

    def check(self) -> None:
        """Repair the board; raise RuleError if seats changed, or if nobody is left to sit."""
        before = evening.planned(self._state.event, self._number)
        self.repair(newcomers=False)
        shown = evening.planned(self._state.event, self._number)
        if shown is not None and not shown.pairings and not self._pause_for_all(shown):
            raise RuleError(self.why_no_round(shown.number))
        if shown != before:
            raise RuleError(
                "The seats of round {number} have changed: "
                "let everybody find the new ones, then press Enter.",
                number=self._number,
            )

    def _separate(self) -> None:
        """Separate people who are kept apart, unless the host put them together by hand."""
        if self.by_hand != self._number:
            event, replanned = self.separated(self._state.event)
            self._show(event)
            if replanned:
                self._state.planned_for = plan_inputs(self._state.roster) if self.settled else None

    def separated(self, event: Event) -> tuple[Event, bool]:
        """Return an event with people who are kept apart separated on the board.

        The second value says whether that took a new plan. As few seats as possible change.
        """
        if not self._is_shown or not board.seats_kept_apart(event, self._number):
            return event, False
        seated = self._seated_again(event)
        return board.separate_kept_apart(seated, self._number), seated is not event

    def with_pinned_seated(self, event: Event) -> Event:
        """Return an event with pinned pairs seated in the announced round; tell why any are not."""
        if not self._is_shown:
            return event
        self._limits.tell_once(host_view.discreet(board.refused_pins(event, self._number)))
        return self._seated_again(event) if board.misses_a_pin(event, self._number) else event

    def with_latecomers(self, event: Event) -> Event:
        """Return an event with those who have no place in the round at hand beside who is free."""
        return board.with_latecomers(event, self._number)

    def free_table(self) -> TableLabel:
        """Return a table at which nobody sits in the current round."""
        return board.free_table(self._state.event, self._number)

    def _seat_as_owed(self) -> bool:
        """Change the seats on the board as the host has wished; return whether any changed."""
        self.seats_owed = False
        before = self._state.event
        if self._is_shown:
            self._show(self._seated_again(before))
        return self._state.event is not before

    def _seated_again(self, event: Event) -> Event:
        """Return an event with the announced round replanned; unchanged if that fails."""
        try:
            plan = self._made(event)
        except StillLooking:
            self.seats_owed = True
            return event
        seated = event.with_(plan=self._to_come(plan))
        if evening.planned(seated, self._number) is None:
            return event
        self._limits.tell(plan)
        return seated

    def _show(self, event: Event) -> None:
        """Change the announced seats, as a consequence that has no undo entry of its own."""
        self.tell_of_new_seats(event)
        if event.plan != self._state.event.plan:
            self._state.put(event)

    def tell_of_new_seats(self, event: Event) -> None:
        """Tell the host if an event that is about to come into force changes the board."""
        state, number = self._state, self._number
        if evening.planned(event, number) == evening.planned(state.event, number):
            return
        state.seats_changed()
        said = sentence("The seats of round {number} have changed.", number=number)
        if not state.news or state.news[-1] != said:
            state.news.append(said)
