"""The steps of the evening, from the lobby to the closing, and the time of each phase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from rounds.domain.errors import RuleError
from rounds.domain.evening import clock, introductions
from rounds.domain.evening import rounds as evening
from rounds.domain.evening.clock import Run
from rounds.domain.event import Change, Event
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.timetable import LEAD_IN
from rounds.domain.views.room_view import phase_after
from rounds.session.planner import Planner
from rounds.session.plans_ahead import StillLooking
from rounds.session.state import ShownBoard, State
from rounds.session.undo import Undo


class Steps:
    """The verbs that move the evening on or back, or change its clock.

    `went_on_at` is when the last step was taken that had to wait for a plan, in seconds of a clock
    that nothing hurries.
    """

    def __init__(self, state: State, plan: Planner) -> None:
        self.went_on_at = float("-inf")
        self._state = state
        self._plan = plan
        self._waiting: tuple[Run, Callable[[], None]] | None = None

    # -- steps -----------------------------------------------------------------------------

    def next(self) -> None:
        """Go on to the next phase, whatever it is.

        If its seats are still looked for, raise RuleError and go on as soon as they are found.
        """
        self._take(self._go_on)

    def end_introductions(self) -> None:
        """Go on to the first round, whoever has not introduced themselves yet; see `next`."""
        if self._state.run.phase == "introductions":
            self._take(lambda: self._announce(self._state.next_number))

    def _take(self, step: Callable[[], None]) -> None:
        self._waiting = None
        try:
            step()
        except StillLooking:
            self._waiting = self._state.run, step
            raise RuleError("Looking for seats: they appear as soon as they are found.") from None

    def go_on_when_planned(self) -> bool:
        """Take a step that waited for a plan, now that there is one; return whether it was taken.

        Where the host has taken another step meanwhile, it is forgotten.
        """
        if self._waiting is not None and self._waiting[0] is not self._state.run:
            self._waiting = None
        if self._waiting is None or not self._plan.ready:
            return False
        _run, step = self._waiting
        self._waiting = None
        self.went_on_at = self._state.clocks.unhurried()
        try:
            step()
        except RuleError as error:
            self._state.news.append(error.sentence)
        return True

    def _go_on(self) -> None:
        match self._state.run.phase:
            case "lobby" | "introductions":
                self._introduce()
            case "move":
                self._begin()
            case "talk" if not self._state.round_over:
                self.end_early()
            case "talk":
                self._follow()
            case "break" if self._state.event.plan and self._nothing_follows:
                self.close_evening()
            case "break":
                self._announce(self._state.next_number)

    def _introduce(self) -> None:
        """Let the next one introduce themselves; after the last one show the first seats."""
        state = self._state
        run = introductions.following(state.roster, state.run, state.clocks.steady())
        turn = None if run is None else introductions.turn(state.roster, run)
        if run is None or turn is None:
            self._announce(state.next_number)
            return
        label = sentence("introduction {number} of {count}", number=turn.number, count=turn.in_all)
        state.advance(label, state.event, run)

    @property
    def _nothing_follows(self) -> bool:
        """Whether the host wants no more rounds than were held."""
        return phase_after(self._state.event, self._state.run.round) == "closing"

    def back(self) -> Sentence | None:
        """Take back the last step of the evening, with the time that was left then; return it.

        Later actions on the rounds that the step moved cannot stay: they are taken back, too.
        """
        shown = self._state.run.phase == "move"
        actions = self._state.undo.take_step()
        if not actions:
            return None
        label = self._state.restore(actions)
        self._plan.repair_board(shown_before=shown)
        return label

    @property
    def back_loses_talk(self) -> bool:
        """Whether `back` would take back the start of the round under way."""
        step = self._state.undo.step
        if step is None or step.run is None:
            return False
        return step.run.phase != self._state.run.phase == "talk"

    def end_early(self) -> None:
        """End the running round now."""
        now = self._state.clocks.steady()
        over = clock.end(self._state.run, now)
        self._state.advance(
            sentence("end of round {number}", number=over.round),
            self._ended(self._state.clocks.wall(), clock.talked(over, now)),
            over,
        )

    def end_when_over(self) -> bool:
        """End the running round if its time is over; return whether it was."""
        state = self._state
        run, left = state.run, state.remaining()
        if run.phase != "talk" or run.ends_at is None or left > 0:
            return False
        running = evening.current(state.event, run.round)
        if running is None or running.started_at is None or running.ended_at:
            return False
        over_at = state.clocks.wall() + timedelta(seconds=left)
        state.put(self._ended(over_at, clock.talked(run, state.clocks.steady())))
        return True

    def close_evening(self) -> None:
        """Show the closing picture."""
        state = self._state
        state.advance(
            sentence("closing of the evening"), state.event, Run("closing", state.run.round)
        )

    def close_without_round(self) -> None:
        """Close the evening instead of holding the round on the board, unless it is the first."""
        state = self._state
        number = state.run.round - 1
        if state.run.phase != "move" or number < 1:
            return
        change = Change(at=state.clocks.stamp(), rounds=number)
        event = state.event.with_(changes=(*state.event.changes, change), plan=())
        state.advance(sentence("closing of the evening"), event, Run("closing", number))

    def _ended(self, at: datetime, talked: float) -> Event:
        event = self._state.event
        full = event.in_force.round_minutes * 60
        return evening.end_round(event, self._state.run.round, at, talked, full)

    def _follow(self) -> None:
        state = self._state
        last = not state.event.plan and self._plan.replan_due
        event = self._plan.with_fresh_plan() if last else state.event
        match phase_after(event, state.run.round):
            case "break":
                seconds = event.in_force.break_minutes * 60
                state.advance(
                    sentence("start of the break"),
                    event,
                    clock.start("break", state.run.round, seconds, state.clocks.steady()),
                )
                if last:
                    self._plan.mark_fresh()
            case "move":
                self._announce(state.next_number, event if last else None)
            case _:
                self.close_evening()

    def _announce(self, number: int, planned: Event | None = None) -> None:
        """Show the board of round `number`, planned for the people who are there now."""
        state = self._state
        event = planned or self._plan.with_fresh_plan()
        if evening.planned(event, number) is None:
            self._end_without(number)
            return
        now = state.clocks.steady()
        state.shown_board = ShownBoard(now)
        state.advance(
            sentence("move to round {number}", number=number),
            event,
            clock.start("move", number, event.in_force.move_seconds, now),
        )
        self._plan.mark_fresh()

    def _end_without(self, number: int) -> None:
        """Close the evening if no more rounds were to come; else raise RuleError."""
        event = self._state.event
        if not event.rounds:
            raise RuleError(self._plan.board.why_no_round(number))
        if event.plan:
            raise RuleError(
                "{why} To close the evening, press d on the console.",
                why=self._plan.board.why_no_round(number),
            )
        self.close_evening()

    def _begin(self) -> None:
        self._plan.board.check()
        state = self._state
        number, settings = state.run.round, state.event.in_force
        lead_in = LEAD_IN if settings.listen_first else 0.0
        seconds = settings.round_minutes * 60
        at = state.clocks.wall() + timedelta(seconds=lead_in)
        state.advance(
            sentence("start of round {number}", number=number),
            evening.begin_round(state.event, number, at),
            clock.start("talk", number, seconds, state.clocks.steady(), lead_in),
        )
        if self._plan.board.by_hand == number:
            self._plan.board.invalidate_broken_plan()

    # -- the time of a phase ---------------------------------------------------------------

    def pause_or_resume(self) -> None:
        """Pause the clock, or resume it."""
        run, now = self._state.run, self._state.clocks.steady()
        run = clock.go_on(run, now) if run.paused else clock.pause(run, now)
        self._state.put(self._state.event, run)

    def extend(self, seconds: float) -> None:
        """Give this phase more time, or less; a round that has just ended goes on."""
        state, now = self._state, self._state.clocks.steady()
        run = clock.extend(state.run, seconds, now)
        if run.phase == "talk" and not state.round_over and clock.remaining(run, now) <= 0:
            self.end_early()
        elif run.phase == "talk" and state.round_over and seconds > 0:
            event = evening.reopen_round(state.event, run.round)
            state.advance(sentence("more time for round {number}", number=run.round), event, run)
        elif run != state.run:
            label = (
                sentence("{seconds} s more", seconds=round(seconds))
                if seconds > 0
                else sentence("{seconds} s less", seconds=round(-seconds))
            )
            state.undo.push(Undo(label, {}, {}, seconds=seconds))
            state.put(state.event, run)

    def take_back_time(self, seconds: float) -> None:
        """Take back time that was given to this phase; a round is not ended by it."""
        state = self._state
        left = max(-seconds, min(0.0, 1 - state.remaining()))
        state.put(state.event, clock.extend(state.run, left, state.clocks.steady()))

    def swap_now(self) -> None:
        """Go to half-time at once."""
        swapped = clock.swap_now(self._state.run, self._state.clocks.steady())
        if swapped != self._state.run:
            self._state.advance(sentence("swap"), self._state.event, swapped)
