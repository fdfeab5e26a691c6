"""The top line of the notes: whose notes they are, the evening's time, and the lock."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from rounds.domain.evening.clock import Run
from rounds.text.width import cut, width
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.partners import Somebody
from rounds.ui.widgets.plain_label import PlainLabel

WARNS_FOR = 30.0
"""Seconds before locking during which the line counts them down."""


class TopLine(Horizontal):
    """The author on the left, the time on the right."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._where = PlainLabel(id="where")
        self._clock = PlainLabel(id="clock")

    def compose(self) -> ComposeResult:
        """Two labels."""
        yield self._where
        yield self._clock

    def show(self, me: Somebody | None, run: Run, left: float, locks_in: float) -> None:
        """Show the author, the phase with the seconds `left` in it, and the lock when it is near.

        Without an author there is nothing to lock.
        """
        clock = texts.clock(run, left)
        if me is not None and locks_in <= WARNS_FOR:
            clock = f"{texts.locks(locks_in)}   {clock}"
        room = self.screen.size.width - width(clock) - 4
        self._where.say(cut(texts.where(me), max(10, room)))
        self._clock.say(clock)
