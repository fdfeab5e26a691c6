"""The ground of a session: the event, its listeners, its keeper, its clocks, and undo.

A change makes a new value, gives it to the keeper (which makes it durable in its own thread)
and tells the listeners. Only the thread that owns the session changes it; what the keeper
reports from its own thread waits in an inbox until the next tick.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING

from rounds import steady_clock
from rounds.domain import clock, evening, standing
from rounds.domain.clock import Run
from rounds.domain.event import Event
from rounds.domain.language import Language
from rounds.domain.outlook import span
from rounds.domain.sentence import Sentence, sentence
from rounds.session.keeping import Keeper, Saving
from rounds.session.undo import Undo, changes, with_dependents

if TYPE_CHECKING:
    from rounds.domain.schedule.plan import Plan

Listener = Callable[[], None]
CLOCK_JUMP = 2.0
"""Seconds by which two clocks may drift apart between two ticks before the host is told."""
SLEEP = 30.0
"""Seconds between two ticks from which on the laptop must have slept."""
MOST_UNDONE = 200
"""How many actions can be taken back."""


@dataclass
class Core:
    """What every part of a session builds on; the verbs are in the modules beside this one.

    `speed` says how many times as fast as the system's the two clocks run.
    """

    event: Event
    keeper: Keeper
    language: Language = "en"
    calm: bool = False
    muted: bool = False
    steady: Callable[[], float] = steady_clock.steady
    wall: Callable[[], datetime] = steady_clock.wall
    speed: float = 1.0
    run: Run = field(default_factory=Run)
    message: str = ""
    black: bool = False
    saving: Saving = field(default_factory=Saving)
    news: deque[Sentence] = field(default_factory=lambda: deque(maxlen=50))

    def __post_init__(self) -> None:
        self._listeners: list[Listener] = []
        self._inbox: deque[Callable[[], None]] = deque()
        self._undo: list[Undo] = []
        self._planned_for: tuple[object, ...] | None = None
        self._by_hand: int | None = None
        self._page: int | None = None
        self._page_chosen_at = 0.0
        self._board_since = self.steady()
        self._clocks = (self.steady(), self.wall())
        self.last_plan: Plan | None = None
        if self.event.clock:
            self.run = standing.resumed(self.event.clock[-1], self.steady(), self.wall())
            if self.run.phase == "talk" and self._over() and self.remaining() > 0:
                self.run = replace(self.run, ends_at=self.steady(), left=None)

    # -- listening ---------------------------------------------------------------------

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change (from any thread); return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def saved(self, ticket: int, at: datetime) -> None:
        """Take the keeper's word that everything up to `ticket` is on the disk (any thread)."""
        self._later(lambda: self._set_saving(Saving(ticket, at)))

    def unsaved(self, reason: Sentence) -> None:
        """Take the keeper's word that the disk refuses (any thread)."""
        self._later(lambda: self._set_saving(replace(self.saving, unsaved=reason)))

    def edited_outside(
        self, apply: Callable[[Event], Event], messages: tuple[Sentence, ...]
    ) -> None:
        """Take in what somebody else wrote into the file (any thread)."""

        def take_in() -> None:
            self.event = apply(self.event)
            stale = any(each.latest for each in messages)
            kept = [each for each in self.news if not (stale and each.latest)]
            self.news.clear()
            self.news.extend((*kept, *messages))

        self._later(take_in)

    def _set_saving(self, saving: Saving) -> None:
        self.saving = saving

    def _later(self, news: Callable[[], None]) -> None:
        self._inbox.append(news)
        self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()

    # -- where the evening stands --------------------------------------------------------

    @property
    def scene(self) -> clock.Scene:
        """The picture the room sees now."""
        return self.room_scene(self.steady())

    def room_scene(self, now: float) -> clock.Scene:
        """Return the picture the room sees at a moment."""
        settings = self.event.in_force
        return clock.scene(
            self.run, now, halves=settings.listen_first, warning=settings.warning_seconds
        )

    def remaining(self) -> float:
        """Return the seconds to the end of this phase; below zero in overtime."""
        return clock.remaining(self.run, self.steady())

    def unhurried(self) -> float:
        """Return the steady clock as the host lives it: keys and words wait as long as ever."""
        return self.steady() / self.speed

    def _over(self) -> bool:
        running = evening.current(self.event, self.run.round)
        return running is None or running.ended_at is not None

    def _next_number(self) -> int:
        return max((each.number for each in self.event.rounds), default=0) + 1

    # -- taking back -----------------------------------------------------------------------

    @property
    def last_action(self) -> Sentence | None:
        """What `undo` would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def last_step(self) -> Sentence | None:
        """What `back` would take back."""
        return self._undo[self._step_at].label if self._step_at >= 0 else None

    @property
    def undo_moves_clock(self) -> bool:
        """Whether `undo` would take back a step of the evening."""
        return bool(self._undo) and self._undo[-1].run is not None

    @property
    def back_loses_talk(self) -> bool:
        """Whether `back` would take back the start of the round under way."""
        return self._step_at >= 0 and self._starts_talk(self._undo[self._step_at])

    @property
    def _step_at(self) -> int:
        """Where the last step stands among the things to take back, -1 without one."""
        steps = (at for at, entry in enumerate(self._undo) if entry.run is not None)
        return max(steps, default=-1)

    def _starts_talk(self, entry: Undo) -> bool:
        return entry.run is not None and entry.run.phase != self.run.phase == "talk"

    def undo(self) -> Sentence | None:
        """Take back the last thing done; return what it was."""
        if not self._undo:
            return None
        if self._undo[-1].message is None:
            return self._take_back([len(self._undo) - 1])
        entry = self._undo.pop()
        self.message = entry.message or ""
        self._tell()
        return entry.label

    def back(self) -> Sentence | None:
        """Go back one step of the evening, with the time that was left then.

        What was done since to the rounds that the step moved cannot stay: it is taken back too.
        """
        if self._step_at < 0:
            return None
        return self._take_back(with_dependents(self._undo, self._step_at))

    def _take_back(self, indices: list[int]) -> Sentence:
        event, run = self.event, self.run
        labels = []
        for index in indices:
            entry = self._undo.pop(index)
            if index == len(self._undo):
                self._planned_for = entry.planned_for
            event = entry.taken_back(event)
            labels.append(entry.label)
            if entry.run is not None:
                now, stands = self.steady(), self.run.paused and _same_phase(run, entry.run)
                run = entry.run
                if entry.left is not None and run.ends_at is not None:
                    run = replace(run, ends_at=now + entry.left)
                if stands and clock.remaining(run, now) > 0:
                    run = clock.pause(run, now)
                self._board_since = self.steady()
        if run.phase == "talk" and clock.remaining(run, self.steady()) > 0:
            event = evening.reopen_round(event, run.round)
        self._set(event, run)
        return reduce(lambda one, more: sentence("{one}, {more}", one=one, more=more), labels)

    # -- changing ----------------------------------------------------------------------------

    def _stamp(self) -> datetime:
        return self.wall().replace(microsecond=0)

    def _do(self, label: Sentence, event: Event) -> None:
        """Change the event so that it can be taken back."""
        self._remember(label, event, None)
        self._set(event)

    def _go(self, label: Sentence, event: Event, run: Run) -> None:
        """Take a step of the evening so that it can be taken back."""
        self._remember(label, event, self.run)
        self._set(event, run)

    def _remember(self, label: Sentence, event: Event, run: Run | None) -> None:
        before, after = changes(self.event, event)
        left = clock.remaining(run, self.steady()) if run is not None and run.timed else None
        self._put_down(Undo(label, before, after, run, left, self._planned_for))

    def _put_down(self, entry: Undo) -> None:
        self._undo.append(entry)
        del self._undo[:-MOST_UNDONE]

    def _set(self, event: Event, run: Run | None = None) -> None:
        if run is not None:
            steady, wall = self.steady(), self.wall()
            self.run = standing.aligned(run, steady, wall)
            event = event.with_(clock=(standing.recorded(self.run, steady, wall),))
        self.event = event
        self._save()

    def _save(self) -> int:
        ticket = self.keeper.save(self.event)
        self._tell()
        return ticket

    # -- the two clocks ------------------------------------------------------------------------

    def _watch_clocks(self) -> None:
        """Tell the host when the laptop slept or somebody set the clock."""
        steady, wall = self.steady(), self.wall()
        passed = steady - self._clocks[0]
        moved = (wall - self._clocks[1]).total_seconds() - passed
        self._clocks = (steady, wall)
        if passed > SLEEP * max(1.0, self.speed):
            self.news.append(
                sentence("The laptop slept for {span}.", span=span(math.ceil(passed / 60)))
                if passed > 90
                else sentence("The laptop slept for {seconds} s.", seconds=round(passed))
            )
            self._tell()
        if abs(moved) > CLOCK_JUMP * max(1.0, self.speed):
            self.news.append(
                sentence(
                    "The clock of this computer was moved by {seconds} s. "
                    "The countdown goes on as it was.",
                    seconds=round(moved),
                )
            )
            self._set(self.event, self.run)

    # -- the end -------------------------------------------------------------------------------

    def close(self, timeout: float = 5.0) -> bool:
        """Make everything durable and give the file back; return whether all is on the disk."""
        done = self.keeper.flush(timeout)
        self.keeper.close()
        return done


def _same_phase(one: Run, other: Run) -> bool:
    return (one.phase, one.round) == (other.phase, other.round)
