"""The course of the evening: its steps, and the time each phase has."""

from __future__ import annotations

from datetime import datetime, timedelta

from rounds.domain import clock, evening
from rounds.domain.clock import Run
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.public import after
from rounds.domain.sentence import sentence
from rounds.session.planning import Planning, plan_inputs


class Course(Planning):
    """An open event that goes from the lobby to the closing."""

    def tick(self) -> bool:
        """Let the time pass: take in news, end a round that is over; return whether so."""
        changed = bool(self._inbox)
        while self._inbox:
            self._inbox.popleft()()
        self._watch_clocks()
        if self.run.phase == "talk" and self.run.ends_at is not None and self.remaining() <= 0:
            running = evening.current(self.event, self.run.round)
            if running is not None and running.started_at is not None and not running.ended_at:
                over_at = self.wall() + timedelta(seconds=self.remaining())
                talked = clock.talked(self.run, self.steady())
                self._set(self._ended(over_at, talked))
                return True
        return changed

    def step(self) -> None:
        """Go on to the next phase, whatever it is."""
        match self.run.phase:
            case "lobby":
                self._announce(self._next_number())
            case "move":
                self._begin()
            case "talk" if not self._over():
                self.end_early()
            case "talk":
                self._follow()
            case "break":
                self._announce(self._next_number())

    def end_early(self) -> None:
        """End the running round now."""
        now = self.steady()
        over = clock.end(self.run, now)
        self._go(
            sentence("end of round {number}", number=self.run.round),
            self._ended(self.wall(), clock.talked(over, now)),
            over,
        )

    def _ended(self, at: datetime, talked: float) -> Event:
        full = self.event.in_force.round_minutes * 60
        return evening.end_round(self.event, self.run.round, at, talked, full)

    def _follow(self) -> None:
        last = not self.event.plan and self.plans_anew
        event = self._freshly_planned() if last else self.event
        match after(event, self.run.round):
            case "break":
                seconds = self.event.in_force.break_minutes * 60
                self._go(
                    sentence("start of the break"),
                    event,
                    clock.start("break", self.run.round, seconds, self.steady()),
                )
                if last:
                    self._planned_for = plan_inputs(event)
            case "move":
                self._announce(self._next_number(), event if last else None)
            case _:
                self.close_evening()

    def close_evening(self) -> None:
        """Show the closing picture."""
        self._go(sentence("closing of the evening"), self.event, Run("closing", self.run.round))

    def _announce(self, number: int, planned: Event | None = None) -> None:
        """Show the board of round `number`, planned for those who are there now."""
        event = planned or self._freshly_planned()
        if evening.planned(event, number) is None:
            self._end_without(number)
            return
        self._page = None
        self._board_since = self.steady()
        self._go(
            sentence("move to round {number}", number=number),
            event,
            clock.start("move", number, event.in_force.move_seconds, self.steady()),
        )
        self._planned_for = plan_inputs(event)

    def _end_without(self, number: int) -> None:
        """Close the evening where no more rounds were to come; else the host decides."""
        if not self.event.rounds:
            raise RuleError(self._why_no_round(number))
        if self.event.plan:
            raise RuleError(
                "{why} To close the evening press d on the console.",
                why=self._why_no_round(number),
            )
        self.close_evening()

    def _begin(self) -> None:
        self._put_the_board_right()
        settings = self.event.in_force
        lead_in = clock.LEAD_IN if settings.listen_first else 0.0
        seconds = settings.round_minutes * 60
        run = clock.start("talk", self.run.round, seconds, self.steady(), lead_in)
        at = self.wall() + timedelta(seconds=lead_in)
        self._go(
            sentence("start of round {number}", number=self.run.round),
            evening.begin_round(self.event, self.run.round, at),
            run,
        )
        if self._by_hand == self.run.round:
            self._see_what_follows_from_changes_by_hand()

    def pause_or_go_on(self) -> None:
        """Stop the clock, or let it go on."""
        now = self.steady()
        run = clock.go_on(self.run, now) if self.run.paused else clock.pause(self.run, now)
        self._set(self.event, run)

    def extend(self, seconds: float) -> None:
        """Give this phase more time, or less; a round that is just over goes on."""
        run = clock.extend(self.run, seconds, self.steady())
        if run.phase == "talk" and not self._over() and clock.remaining(run, self.steady()) <= 0:
            self.end_early()
            return
        if self.run.phase == "talk" and self._over() and seconds > 0:
            event = evening.reopen_round(self.event, self.run.round)
            self._go(sentence("more time for round {number}", number=self.run.round), event, run)
            return
        self._set(self.event, run)

    def swap_now(self) -> None:
        """Go to half-time at once."""
        swapped = clock.swap_now(self.run, self.steady())
        if swapped != self.run:
            self._go(sentence("swap"), self.event, swapped)
