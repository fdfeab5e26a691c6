"""The course of the evening: its steps, and the time each phase has."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from rounds.domain import clock, evening, roster
from rounds.domain.clock import Run
from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.public import after
from rounds.domain.sentence import Sentence, sentence
from rounds.session.planning import Planning, limits


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
        talked = clock.talked(self.run, now)
        self._go(
            sentence("end of round {number}", number=self.run.round),
            self._ended(self.wall(), talked),
            replace(self.run, ends_at=now, left=None),
        )

    def _ended(self, at: datetime, talked: float) -> Event:
        full = self.event.in_force.round_minutes * 60
        return evening.end_round(self.event, self.run.round, at, talked, full)

    def _follow(self) -> None:
        match after(self.event, self.run.round):
            case "break":
                seconds = self.event.in_force.break_minutes * 60
                self._go(
                    sentence("start of the break"),
                    self.event,
                    clock.start("break", self.run.round, seconds, self.steady()),
                )
            case "move":
                self._announce(self._next_number())
            case _:
                self.close_evening()

    def close_evening(self) -> None:
        """Show the closing picture."""
        self._go(sentence("closing of the evening"), self.event, Run("closing", self.run.round))

    def _announce(self, number: int) -> None:
        """Show the board of round `number`, planned for those who are there now."""
        event = self._freshly_planned()
        if evening.planned(event, number) is None:
            if event.rounds:
                self.close_evening()
                return
            raise RuleError(self._why_nobody_is_paired(number))
        self._page = None
        self._board_since = self.steady()
        self._go(
            sentence("move to round {number}", number=number),
            event,
            clock.start("move", number, event.in_force.move_seconds, self.steady()),
        )

    def _why_nobody_is_paired(self, number: int) -> Sentence:
        said = limits(self.last_plan) if self.last_plan is not None else None
        if said is None or len(roster.present(self.event, number)) < 2:
            return sentence(
                "There is nobody to pair yet: check in at least two participants, then press Enter."
            )
        return said

    def _begin(self) -> None:
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
        if self._by_hand:
            self._see_what_follows_from_changes_by_hand()

    def pause_or_go_on(self) -> None:
        """Stop the clock, or let it go on."""
        now = self.steady()
        run = clock.go_on(self.run, now) if self.run.paused else clock.pause(self.run, now)
        self._set(self.event, run)

    def extend(self, seconds: float) -> None:
        """Give this phase more time, or less; a round that is just over goes on."""
        now = self.steady()
        left = clock.remaining(self.run, now)
        if self.run.phase == "talk" and left <= 0 < seconds:
            event = evening.reopen_round(self.event, self.run.round)
            longer = self.run.seconds + seconds
            self._set(event, replace(self.run, ends_at=now + seconds, left=None, seconds=longer))
            return
        self._set(self.event, clock.extend(self.run, seconds, now))

    def swap_now(self) -> None:
        """Go to half-time at once."""
        swapped = clock.swap_now(self.run, self.steady())
        if swapped != self.run:
            self._go(sentence("swap"), self.event, swapped)
