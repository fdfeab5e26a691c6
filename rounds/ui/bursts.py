"""One burst of input takes one screen away, or opens one, and does nothing on the next.

A key passes two queues, the app's and that of the screen in view, and comes back to the app
before what is bound to it happens. So a second press is often under way while the first one
takes its screen away; it would act on the screen beneath, which the host did not see yet.
"""

from __future__ import annotations

from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from textual import events
from textual.message import Message
from textual.screen import Screen

from rounds.ui.apps.crash import CrashLogApp

Result = TypeVar("Result")

BURST = 0.04
"""Seconds between two inputs up to which they are one burst.

Nobody presses two keys so fast; what a clicker or a program sends in one go arrives faster,
and a key that is held down repeats faster.
"""

DOUBLE = 0.3
"""The same where it is the same key again: the second half of a double press is no answer."""


class OneScreenPerBurst(CrashLogApp[Result]):
    """An app in which a press acts on the screen that was in view when it came, or on none.

    What follows in the burst that changed the screen is dropped, and so is what was pressed
    while the program was still busy with the screen before, or is already leaving.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[object, float] = (None, float("-inf"))
        self._spent = False
        self._turned_at = float("-inf")
        self._meant_for: WeakKeyDictionary[events.Event, Screen[Any]] = WeakKeyDictionary()

    def on_mount(self) -> None:
        """Notice from now on when a screen comes or goes."""
        self.screen_change_signal.subscribe(self, lambda _: self.turned(), immediate=True)

    def turned(self) -> None:
        """Take the rest of this burst for a slip: it was meant for what was in view before."""
        self._spent = True
        self._turned_at = Message().time

    def exit(self, result: Result | None = None, return_code: int = 0, message: Any = None) -> None:
        """End with the first answer that was given; a status of failure counts at any time."""
        if return_code or not self.ending:
            super().exit(result, return_code, message)

    async def on_event(self, event: events.Event) -> None:
        """Drop a key, a click or a paste that was not meant for the screen in view."""
        if not (_presses(event) and self._is_a_slip(event)):
            await super().on_event(event)

    def _is_a_slip(self, event: events.Event) -> bool:
        if self.ending:
            return True
        if event.is_forwarded:  # it comes back from the screen to which it was given
            return self._meant_for.get(event, self.screen) is not self.screen
        self._meant_for[event] = self.screen
        what = event.key if isinstance(event, events.Key) else type(event)
        before, at = self._pressed
        self._pressed = (what, event.time)
        within = DOUBLE if what == before else BURST
        if event.time - at > within and event.time > self._turned_at:
            self._spent = False
        return self._spent


def _presses(event: events.Event) -> bool:
    """Return whether an event is something that the host does, beyond pointing."""
    return isinstance(event, events.InputEvent | events.Paste) and not isinstance(
        event, events.MouseMove
    )
