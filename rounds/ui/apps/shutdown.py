"""An app that ends in order: on request, by a signal, with its window closed, or by a fault.

Whatever happens, what was entered is saved, the terminal gets its modes back, and the process
ends within seconds, even if the terminal takes no more output.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TypeVar

from rounds.ui.apps.burst_guard import BurstGuardApp
from rounds.ui.terminal.modes import Modes, current_modes, in_foreground, restore_modes

Result = TypeVar("Result")

PATIENCE = 6.0
"""Seconds that an orderly end may take before the process exits all the same."""

FAILED = 70
"""The exit status after a failure of the program itself (EX_SOFTWARE)."""

_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT") if hasattr(signal, name))
_HANG_UP: int = getattr(signal, "SIGHUP", 1)


class ShutdownApp(BurstGuardApp[Result]):
    """An app that ends in order; `keep(seconds)` saves what was entered within that time."""

    rehearsal = False
    """Whether nothing of this is real; the screens of every app ask for it."""

    def __init__(self, *, css_path: str | None = None) -> None:
        super().__init__(css_path=css_path)
        self.keep: Callable[[float], object] = lambda _seconds: None
        self._watchdog: threading.Timer | None = None
        self._ending_status: int | None = None
        self._has_ended = False
        self._terminal_modes: Modes | None = None

    def on_mount(self) -> None:
        """Leave at once if a signal came while the program was starting."""
        if self._ending_status is not None:
            self.leave(self._ending_status)

    def leave(self, status: int = 0) -> None:
        """End with an exit status."""
        self._watch_the_end(status)
        self.exit(return_code=status)

    def fail(self) -> None:
        """Log the failure and end within seconds."""
        super().fail()
        self._watch_the_end(FAILED)

    # -- watching --------------------------------------------------------------------------

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Run the app inside this context: signals and a closed window end it in order."""
        self._terminal_modes = current_modes()
        replaced: dict[int, object] = {}
        for number in (*_ENDS, *([_HANG_UP] if hasattr(signal, "SIGHUP") else [])):
            with suppress(ValueError):  # not the main thread
                replaced[number] = signal.signal(number, self._on_signal)
        if hasattr(select, "poll"):
            threading.Thread(target=self._watch_the_window, name="window", daemon=True).start()
        try:
            yield
        finally:
            self._has_ended = True
            if self._watchdog is not None:
                self._watchdog.cancel()
            for number, before in replaced.items():
                signal.signal(number, before)  # type: ignore[arg-type]

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Handle a signal, even while the main thread waits for a terminal that takes no output."""
        if number == _HANG_UP:
            threading.Thread(target=self._save_and_exit, args=(128 + number,), daemon=True).start()
            return
        if not in_foreground():
            # Stopped by the host and now told to end: touching the terminal would stop us again.
            signal.signal(signal.SIGCONT, lambda *_: None)
            threading.Thread(target=self._save_and_exit, args=(128 + number,), daemon=True).start()
            return
        self._ending_status = 128 + number
        self._watch_the_end(self._ending_status)
        loop = self.event_loop
        if loop is not None and self.is_running:
            with suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(self.leave, self._ending_status)

    def _watch_the_end(self, status: int) -> None:
        if self._watchdog is None and not self.is_headless:
            self._watchdog = threading.Timer(PATIENCE, self._give_up, (status or 1,))
            self._watchdog.daemon = True
            self._watchdog.start()

    def _give_up(self, status: int) -> None:
        """End although the terminal takes no output."""
        restore_modes(self._terminal_modes)
        self._save_and_exit(status)

    def _save_and_exit(self, status: int) -> None:
        try:
            self.keep(3.0)
        finally:
            os._exit(status)

    def _watch_the_window(self) -> None:
        """Wait until the window is closed, because not every shell passes the signal on."""
        with suppress(OSError, ValueError, AttributeError):
            window = select.poll()
            window.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
            closed = any(event & select.POLLHUP for _handle, event in window.poll())
            if closed and not self._has_ended:  # otherwise another app has this window now
                self._save_and_exit(128 + _HANG_UP)
