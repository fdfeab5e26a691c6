"""The part of the notes that is shown after they have locked by themselves."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from rounds.i18n import _
from rounds.ui.questions.key_timing import STEP_GUARD
from rounds.ui.screens.notes import texts
from rounds.ui.widgets.wrapped_text import WrappedText

_FOR_THE_SCREEN = frozenset({"escape", "f1"})


class LockedPart(Vertical, can_focus=True):
    """Drops whatever is typed: it was meant for the note before the lock. Enter goes on.

    An Enter right after other keys, or after the lock itself, belongs to what was typed.
    """

    class GoOn(Message):
        """Enter was pressed on purpose."""

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__(id="locked")
        self._now = now
        self._dropped_at = float("-inf")

    def compose(self) -> ComposeResult:
        """What happened, how to go on, and that something was dropped."""
        yield WrappedText(texts.locked())
        yield WrappedText(id="go-on")
        yield WrappedText(id="dropped")

    def begin(self, has_draft: bool) -> None:
        """Begin to drop what comes; say whether there is a draft to come back to."""
        self.query_one("#go-on", WrappedText).say(texts.after_the_lock(has_draft))
        self._dropped_at = self._now()
        self.query_one("#dropped", WrappedText).say()

    def on_key(self, event: events.Key) -> None:
        """Go on at an Enter that stands alone; drop the rest and say so."""
        if event.key in _FOR_THE_SCREEN:
            return
        event.stop()
        event.prevent_default()
        now = self._now()
        if event.key == "enter" and now - self._dropped_at > STEP_GUARD:
            self.post_message(self.GoOn())
            return
        self._dropped_at = now
        self.query_one("#dropped", WrappedText).say(_("What was typed just now is dropped."))
