"""An app in which one burst of input opens or closes one screen and does nothing on the next.

A key passes two queues, that of the app and that of the screen in view, and returns to the app
before its binding is run. So a second press is often under way while the first one closes its
screen; it would act on the screen beneath, which the host has not seen yet.
"""

from __future__ import annotations

from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from textual import events
from textual.message import Message
from textual.screen import Screen

from rounds.ui.apps.crash_log import CrashLogApp

Result = TypeVar("Result")

BURST = 0.005
"""Seconds between two inputs up to which they are one burst.

What a clicker, a paste or another program sends in one go arrives faster; nobody presses two
keys so fast. Whatever came before the screen changed belongs to the burst in any case.
"""

DOUBLE = 0.3
"""The same for one key that is pressed again: the second half of a double press is no answer."""


class BurstGuardApp(CrashLogApp[Result]):
    """An app in which a press acts on the screen that was in view when it came, or on none.

    The rest of the burst that changed the screen is dropped, and so is every press that came
    while the program was still busy with the screen before, or was already leaving.
    """

    def __init__(self, *, css_path: str | None = None) -> None:
        super().__init__(css_path=css_path)
        self._last_press: tuple[object, float] = (None, float("-inf"))
        self.changed_by: object = None
        """What was pressed last before the screen changed, for a key its name."""
        self._burst_is_spent = False
        self._screen_changed_at = float("-inf")
        self._meant_for: WeakKeyDictionary[events.Event, Screen[Any]] = WeakKeyDictionary()

    def on_mount(self) -> None:
        """Watch for screens that come or go."""
        self.screen_change_signal.subscribe(self, lambda _: self.drop_burst(), immediate=True)

    def drop_burst(self) -> None:
        """Drop the rest of this burst: it was meant for what was in view before."""
        self._burst_is_spent = True
        self.changed_by = self._last_press[0]
        self._screen_changed_at = Message().time

    def exit(self, result: Result | None = None, return_code: int = 0, message: Any = None) -> None:
        """End with the first answer that is given; a status of failure counts at any time."""
        if return_code or not self.ending:
            super().exit(result, return_code, message)

    async def on_event(self, event: events.Event) -> None:
        """Drop a key, a click or a paste that was not meant for the screen in view."""
        if not (_is_a_press(event) and self._is_a_slip(event)):
            await super().on_event(event)

    def _is_a_slip(self, event: events.Event) -> bool:
        if self.ending:
            return True
        if event.is_forwarded:  # it comes back from the screen to which it was given
            return self._meant_for.get(event, self.screen) is not self.screen
        self._meant_for[event] = self.screen
        what = event.key if isinstance(event, events.Key) else type(event)
        before, at = self._last_press
        self._last_press = (what, event.time)
        within = DOUBLE if what == before else BURST
        if event.time - at > within and event.time > self._screen_changed_at:
            self._burst_is_spent = False
        return self._burst_is_spent


def _is_a_press(event: events.Event) -> bool:
    """Return whether an event is something that the host did, other than moving the pointer."""
    return isinstance(event, events.InputEvent | events.Paste) and not isinstance(
        event, events.MouseMove
    )
