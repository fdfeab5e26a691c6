"""The state of a session: the event, the clock of its phase, the news, and the listeners.

A change makes a new value, gives it to the saver (which makes it durable in its own thread)
and tells the listeners. Only the thread that owns the session changes it; what the saver
reports from its own thread waits in an inbox until the next tick.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from functools import reduce
from typing import NamedTuple

from rounds.domain.evening import clock, clock_entry
from rounds.domain.evening import rounds as evening
from rounds.domain.evening.clock import Run
from rounds.domain.event import Event
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence, sentence
from rounds.session.clocks import Clocks
from rounds.session.saving import EventSaver, OutsideEdit, Saving
from rounds.session.undo import Undo, UndoLog, changes

Listener = Callable[[], None]
SHOW_SAVING = 2.0
"""Seconds between two showings of saves that nobody at the laptop waits for."""
MOST_NEWS = 50
"""How many news are kept for the host."""


class ShownBoard(NamedTuple):
    """How the board is shown: since when, and the page the host chose, if any."""

    since: float
    page: int | None = None
    page_chosen_at: float = 0.0


class State:
    """What all parts of a session share. Every change of the event goes through here.

    `planned_for` are the inputs of the plan (see `freshness`), None if it is out of date.
    """

    def __init__(self, event: Event, saver: EventSaver, clocks: Clocks) -> None:
        self.event = event
        self.saver = saver
        self.clocks = clocks
        self.run = self._resumed()
        self.undo = UndoLog()
        self.news: deque[Sentence] = deque(maxlen=MOST_NEWS)
        self.saving = Saving()
        self.ticket = 0
        """The ticket of the latest change."""
        self.saved_ticket = 0
        """The latest ticket that is on the disk; `saving` follows at the next tick."""
        self.on_saved: Callable[[], None] = lambda: None
        """Called after each save, in the saver's thread, for whoever cannot wait for a tick."""
        self.shown_board = ShownBoard(clocks.steady())
        self.planned_for: tuple[object, ...] | None = None
        self._roster = RosterIndex(event)
        self._listeners: list[Listener] = []
        self._inbox: deque[Callable[[], object]] = deque()
        self._told_ticket = 0
        self._saving_shown_at = float("-inf")

    def _resumed(self) -> Run:
        """Return the clock of the record; a round that is over has no time left."""
        if not self.event.clock:
            return Run()
        steady, wall = self.clocks.steady(), self.clocks.wall()
        run = clock_entry.resumed(self.event.clock[-1], steady, wall)
        running = evening.current(self.event, run.round)
        over = running is None or running.ended_at is not None
        if run.phase == "talk" and over and clock.remaining(run, steady) > 0:
            return run._replace(ends_at=steady, left=None)
        return run

    @property
    def roster(self) -> RosterIndex:
        """The index of the roster, rebuilt only when the event has changed."""
        if self._roster.event is not self.event:
            self._roster = RosterIndex(self.event)
        return self._roster

    # -- how the evening stands ------------------------------------------------------------

    @property
    def scene(self) -> clock.Scene:
        """The picture the room sees now."""
        settings = self.event.in_force
        return clock.scene(
            self.run,
            self.clocks.steady(),
            halves=settings.listen_first,
            warning=settings.warning_seconds,
        )

    def remaining(self) -> float:
        """Return the seconds to the end of this phase; below zero in overtime."""
        return clock.remaining(self.run, self.clocks.steady())

    @property
    def talking(self) -> bool:
        """Whether the people in the room are talking with their partners, or about to."""
        return self.run.phase == "talk" and self.scene != "end"

    @property
    def round_over(self) -> bool:
        """Whether the round of the clock has ended, or never began."""
        running = evening.current(self.event, self.run.round)
        return running is None or running.ended_at is not None

    @property
    def next_number(self) -> int:
        """The number of the round after all that have begun."""
        return max((round_.number for round_ in self.event.rounds), default=0) + 1

    # -- changing --------------------------------------------------------------------------

    def change(self, label: Sentence, event: Event) -> None:
        """Change the event, with an entry in the undo log."""
        self._remember(label, event, None)
        self.put(event)

    def advance(self, label: Sentence, event: Event, run: Run) -> None:
        """Take a step of the evening, with an entry in the undo log."""
        self._remember(label, event, self.run)
        self.put(event, run)

    def _remember(self, label: Sentence, event: Event, run: Run | None) -> None:
        before, after = changes(self.event, event)
        left = self.remaining() if run is not None and run.timed else None
        self.undo.push(Undo(label, before, after, run, left, self.planned_for))

    def put(self, event: Event, run: Run | None = None, *, quietly: bool = False) -> int:
        """Change the event, and the clock, without an entry in the undo log.

        Return the ticket under which the saver will report it. The listeners are not told
        `quietly`: they hear of it with the report.
        """
        if run is not None:
            steady, wall = self.clocks.steady(), self.clocks.wall()
            self.run = clock_entry.on_whole_second(run, steady, wall)
            event = event.with_(clock=(clock_entry.recorded(self.run, steady, wall),))
        self.event = event
        self.ticket = self.saver.save(event)
        if not quietly:
            self._told_ticket = self.ticket
            self.tell()
        return self.ticket

    def restore(self, actions: list[tuple[Undo, bool]]) -> Sentence:
        """Take back actions from the undo log, the last one first; return what they were.

        The second value of each pair says whether nothing was done after the action: then the
        plan is as good as it was before it.
        """
        event, run, now = self.event, self.run, self.clocks.steady()
        for action, latest in actions:
            if latest:
                self.planned_for = action.planned_for
            event = action.taken_back(event)
            run = action.clock_before(run, now)
            if action.run is not None:
                self.seats_changed()
        if run.phase == "talk" and clock.remaining(run, now) > 0:
            event = evening.reopen_round(event, run.round)
        self.put(event, run)
        labels = (action.label for action, _latest in actions)
        return reduce(lambda one, more: sentence("{one}, {more}", one=one, more=more), labels)

    def seats_changed(self) -> None:
        """Show the board from its first page again, unless the host chose a page."""
        self.shown_board = self.shown_board._replace(since=self.clocks.steady())

    # -- listening -------------------------------------------------------------------------

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change (from any thread); return a function to stop it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self) -> None:
        """Tell the listeners that something has changed."""
        for listener in list(self._listeners):
            listener()

    def saved(self, ticket: int, at: datetime) -> None:
        """Take the report that everything up to `ticket` is on the disk (any thread)."""
        self.saved_ticket = ticket
        self._inbox.append(lambda: self._set_saving(Saving(ticket, at)))
        self.on_saved()

    def unsaved(self, reason: Sentence) -> None:
        """Take the report that the event cannot be saved (any thread)."""
        self._later(lambda: self._set_saving(self.saving._replace(unsaved=reason)))

    def remark(self, news: Sentence) -> None:
        """Tell the host something (any thread)."""
        self._later(lambda: self.news.append(news))

    def edited_outside(self, edit: OutsideEdit, messages: tuple[Sentence, ...]) -> None:
        """Take the report that somebody else changed the file (any thread)."""

        def take_in() -> None:
            edit.acknowledge()
            self.event = edit.apply_to(self.event)
            stale = any(message.latest for message in messages)
            kept = [message for message in self.news if not (stale and message.latest)]
            self.news.clear()
            self.news.extend((*kept, *messages))

        self._later(take_in)

    def take_in_reports(self) -> bool:
        """Handle the reports that other threads have left; return whether to show anything new."""
        changed = False
        while self._inbox:
            changed = self._inbox.popleft()() is not False or changed
        return changed

    def _set_saving(self, saving: Saving) -> bool:
        """Take over how saving goes; return whether anybody waits for it.

        What was changed quietly is shown once a second at most.
        """
        before, self.saving, now = self.saving, saving, self.clocks.unhurried()
        awaited = before.ticket < self._told_ticket or before.unsaved != saving.unsaved
        if not awaited and 0 <= now - self._saving_shown_at < SHOW_SAVING:
            return False
        self._saving_shown_at = now
        return True

    def _later(self, report: Callable[[], object]) -> None:
        self._inbox.append(report)
        self.tell()
