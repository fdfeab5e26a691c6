"""How a program with a screen ends: told by a signal, with its window gone, or by a fault.

Whatever happens, what was entered is made durable, the terminal is given back as it was
found, and the process is gone within seconds, even where the terminal takes no more output.
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

from rounds.ui.bursts import OneScreenPerBurst

Result = TypeVar("Result")

PATIENCE = 6.0
"""Seconds that an orderly end may take before the process goes all the same."""

_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT") if hasattr(signal, name))
_HANG_UP: int = getattr(signal, "SIGHUP", 1)


class ShutdownApp(OneScreenPerBurst[Result]):
    """An app that leaves in order; `keep` makes durable what was entered, in so many seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.keep: Callable[[float], object] = lambda _seconds: None
        self._watchdog: threading.Timer | None = None
        self._told_to_end: int | None = None
        self._over = False
        self._terminal_modes: list[object] | None = None

    def on_mount(self) -> None:
        """Leave at once if that was asked for while the program started."""
        if self._told_to_end is not None:
            self.leave(self._told_to_end)

    def leave(self, status: int = 0) -> None:
        """End with an exit status."""
        self._watch_the_end(status)
        self.exit(return_code=status)

    def fail(self) -> None:
        """Write the failure down and end, within seconds."""
        super().fail()
        self._watch_the_end(70)

    # -- watching --------------------------------------------------------------------------

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Run the app within this: signals and a window that closes end it in order."""
        self._terminal_modes = _modes()
        caught: dict[int, object] = {}
        for number in (*_ENDS, *([_HANG_UP] if hasattr(signal, "SIGHUP") else [])):
            with suppress(ValueError):  # not the main thread
                caught[number] = signal.signal(number, self._on_signal)
        if hasattr(select, "poll"):
            threading.Thread(target=self._watch_the_window, name="window", daemon=True).start()
        try:
            yield
        finally:
            self._over = True
            if self._watchdog is not None:
                self._watchdog.cancel()
            for number, before in caught.items():
                signal.signal(number, before)  # type: ignore[arg-type]

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Take a signal, also while the main thread waits for a terminal that takes nothing."""
        if number == _HANG_UP:
            threading.Thread(target=self._go, args=(128 + number,), daemon=True).start()
            return
        if not _terminal_is_ours():
            # Stopped by the host and now told to end: to touch the terminal would stop us again.
            signal.signal(signal.SIGCONT, lambda *_: None)
            threading.Thread(target=self._go, args=(128 + number,), daemon=True).start()
            return
        self._told_to_end = 128 + number
        self._watch_the_end(self._told_to_end)
        loop = self.event_loop
        if loop is not None and self.is_running:
            with suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(self.leave, self._told_to_end)

    def _watch_the_end(self, status: int) -> None:
        if self._watchdog is None and not self.is_headless:
            self._watchdog = threading.Timer(PATIENCE, self._give_up, (status or 1,))
            self._watchdog.daemon = True
            self._watchdog.start()

    def _give_up(self, status: int) -> None:
        """End although the terminal does not take what is written to it."""
        if self._terminal_modes is not None:
            import termios

            with suppress(OSError, termios.error):
                termios.tcsetattr(sys.__stdin__, termios.TCSANOW, self._terminal_modes)  # type: ignore[arg-type]
        self._go(status)

    def _go(self, status: int) -> None:
        try:
            self.keep(3.0)
        finally:
            os._exit(status)

    def _watch_the_window(self) -> None:
        """Wait until the window is closed: not every shell passes the signal on."""
        with suppress(OSError, ValueError, AttributeError):
            window = select.poll()
            window.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
            closed = any(event & select.POLLHUP for _handle, event in window.poll())
            if closed and not self._over:  # else another app has this window now
                self._go(128 + _HANG_UP)


def _modes() -> list[object] | None:
    """Return the modes of the terminal, None where there is none."""
    try:
        import termios

        return termios.tcgetattr(sys.__stdin__)  # type: ignore[arg-type]
    except (ImportError, OSError, ValueError, TypeError, AttributeError):
        return None
    except termios.error:
        return None


def _terminal_is_ours() -> bool:
    """Return whether we may write to the terminal, unlike a job in the background."""
    try:
        return os.tcgetpgrp(sys.__stdin__.fileno()) == os.getpgrp()  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        return True
