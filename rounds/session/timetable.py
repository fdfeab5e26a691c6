"""The timetable of an evening: when it will be over, and how the host can change that."""

from __future__ import annotations

from datetime import datetime

from rounds.domain import timetable
from rounds.domain.evening import end_on_time, introductions
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Change, Event, starts
from rounds.domain.sentence import sentence
from rounds.session.planner import Planner
from rounds.session.state import State


class Timetable:
    """When the evening will end as things stand, and the ways to change that."""

    def __init__(self, state: State, plan: Planner) -> None:
        self._state = state
        self._plan = plan

    def change(
        self,
        *,
        rounds: int | None = None,
        round_minutes: float | None = None,
        introductions: int | None = None,
        break_after: tuple[int, ...] | None = None,
    ) -> None:
        """Change how many rounds there are, how long they or the introductions are, or the breaks.

        The rounds are replanned only if the plan has a different number of them.
        """
        change = Change(
            at=self._state.clocks.stamp(),
            rounds=rounds,
            round_minutes=round_minutes,
            introductions=introductions,
            break_after=break_after,
        )
        label = sentence("change of the timetable")
        event = self._state.event.with_(changes=(*self._state.event.changes, change))
        wanted = timetable.rounds_wanted(event)
        if evening.last_number(event) == wanted:
            self._plan.change_within_plan(label, event)
            return
        event, replanned = self._plan.board.planned(event, wanted)
        self._plan.board.refuse_to_empty(event)
        self._plan.board.tell_of_new_seats(event)
        self._state.change(label, event)
        if replanned:
            self._plan.mark_fresh()

    def expected_end(self, event: Event | None = None) -> datetime:
        """Return the moment when the evening will be over as things stand, or with this event."""
        return end_on_time.expected_end(event or self._event, self._progress())

    def closing_time(self) -> datetime | None:
        """Return the planned end of this evening, None if the host did not say."""
        now = self._state.clocks.wall()
        began = starts(self._state.event)
        return timetable.planned_end(
            self._state.event.in_force, now if began is None else began.astimezone(now.tzinfo)
        )

    def ways_to_end_on_time(self) -> tuple[end_on_time.EndProposal, ...]:
        """Return the choices of the host if the evening would end too late, else none."""
        closes = self.closing_time()
        if closes is None or self._state.run.phase == "closing":
            return ()
        return end_on_time.ways_to_end_on_time(self._event, self._progress(), closes)

    def fewer_rounds(self) -> tuple[end_on_time.EndProposal, ...]:
        """Return the choices of fewer rounds than planned, whether the evening is late or not."""
        state = self._state
        if state.run.phase == "closing" or len(state.roster.people) < 2:
            return ()
        return end_on_time.fewer_rounds(self._event, self._progress())

    def shorter_introductions(self) -> tuple[end_on_time.EndProposal, ...]:
        """Return the way in which all rounds stay and the introductions to come are shorter."""
        return end_on_time.shorter_introductions(self._event, self._progress(), self.closing_time())

    @property
    def can_close_after(self) -> int | None:
        """The round after which the evening can be closed early; None if that changes nothing."""
        return self._latest if self._latest and self.another_round else None

    @property
    def can_close_without(self) -> int | None:
        """The round on the board, which need not be held; None where closing would leave none."""
        run = self._state.run
        return run.round if run.phase == "move" and run.round > 1 else None

    @property
    def another_round(self) -> bool:
        """Whether a round follows the one that is announced or runs, for all we know."""
        if self._state.run.phase == "closing":
            return False
        event = self._state.event
        planned = {round_.number for round_ in event.plan}
        if any(self._latest < number <= evening.last_wanted(event) for number in planned):
            return True
        return self._plan.replan_due and self._latest < timetable.rounds_wanted(event)

    @property
    def _latest(self) -> int:
        return max(self._state.run.round, self._state.next_number - 1)

    @property
    def _event(self) -> Event:
        """The event with the rounds that it will have, as soon as those are known."""
        event, found = self._state.event, self._plan.found
        if event.rounds or event.plan or found is None:
            return event
        return event.with_(plan=found.rounds)

    def _progress(self) -> end_on_time.Progress:
        state = self._state
        announced = state.run.phase == "move"
        now = state.clocks.wall()
        opens = timetable.opening_time(state.event.in_force, now)
        if state.run.phase == "lobby" and opens is not None:
            now = max(now, opens)
        return end_on_time.Progress(
            now=now,
            left=state.remaining() if state.run.timed else 0.0,
            introductions=introductions.time_to_come(state.roster, state.run),
            following=state.next_number + announced,
            announced=announced,
            in_break=state.run.phase == "break",
        )
