"""The only module that uses names which Textual does not promise to keep.

`USED_NAMES` lists them. A test compares the list with this module and with the installed
Textual, so that a version which lacks a name fails there and not in front of a room.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
import time
from contextlib import suppress
from types import FrameType
from typing import TypeVar

from textual import constants, events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from rounds.ui.terminal.keyboard import ESCAPE, Keyboard

Result = TypeVar("Result")

RESIZE_PAUSE = 0.05
"""Seconds for which sizes are collected: a window that is being dragged is drawn once."""

READ_AT_ONCE = 1 << 16
"""Bytes that are read from the terminal in one go."""


MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
"""Asks a terminal for buttons and drags only: nothing here follows the pointer alone."""

MOUSE_OFF = "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
"""Ends every report of the mouse, also what a program that was killed has left on."""


class InspectableApp(App[Result]):
    """An app that tells how it ends and gives access to its event loop."""

    def get_driver_class(self) -> type[Driver]:
        """Return `TerminalDriver`, or the driver that TEXTUAL_DRIVER names."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        return TerminalDriver

    def _fatal_error(self) -> None:
        self.fail()

    def use_mouse(self, wanted: bool) -> None:
        """Let the terminal report the mouse from now on, or leave the mouse to the terminal."""
        if sys.platform != "win32" and isinstance(self._driver, TerminalDriver):
            self._driver.use_mouse(wanted)

    def fail(self) -> None:
        """End the app after an unhandled exception, which is in `fault`."""
        self._close_messages_no_wait()

    @property
    def fault(self) -> BaseException | None:
        """The exception that made the app fail."""
        return self._exception

    @property
    def ending(self) -> bool:
        """Whether the app was told to end."""
        return self._exit

    @property
    def event_loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop in which the app runs, None before it does."""
        loop: asyncio.AbstractEventLoop | None = self._loop
        return loop


class FilteringScreen(Screen[Result]):
    """A screen that can refuse messages before it, its bindings or the app have seen them."""

    def accepts(self, message: Message) -> bool:
        """Return whether a message may act; a screen may override it."""
        return True

    async def _on_message(self, message: Message) -> None:
        if self.accepts(message):
            await super()._on_message(message)


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """A driver that stays quick in a storm of input and survives being stopped.

        It reads through a `Keyboard`, resizes once after many changes of size in a row, and
        goes on after any SIGCONT.
        """

        _resize: events.Resize | None = None
        _resize_scheduled = False
        _suspended = False

        def start_application_mode(self) -> None:
            """Take the terminal, and watch for changes of its size."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._writer_thread is not None:
                signal.signal(signal.SIGWINCH, self._on_window_change)

        def use_mouse(self, wanted: bool) -> None:
            """Let the terminal report the mouse from now on, or not."""
            if wanted != self._mouse:
                self._mouse = wanted
                self._enable_mouse_support()

        def _enable_mouse_support(self) -> None:
            self.write(MOUSE_ON if self._mouse else MOUSE_OFF)
            self.flush()

        def _disable_mouse_support(self) -> None:
            self.write(MOUSE_OFF)
            self.flush()

        # -- reading ---------------------------------------------------------------------------

        def run_input_thread(self) -> None:
            """Read until the app ends; another thread notices when the window is closed."""
            keyboard = Keyboard(
                lambda: XTermParser(self._debug), lambda: events.Key("escape", ESCAPE)
            )
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if not selector.select(0.1):
                        messages = keyboard.nothing_followed()
                    elif data := self._read():
                        messages = keyboard.received(data, time.monotonic())
                    else:
                        self.exit_event.wait(0.1)
                        continue
                    for message in (*messages, *keyboard.tick()):
                        self.process_message(message)

        def _read(self) -> bytes:
            with suppress(OSError):
                return os.read(self.fileno, READ_AT_ONCE)
            return b""

        def process_message(self, message: Message) -> None:
            """Pass a message on; sizes are collected, and moves without a button are dropped."""
            if isinstance(message, events.Resize):
                self._loop.call_soon_threadsafe(self._resize_soon, message)
            elif not isinstance(message, events.MouseMove) or message.button:
                super().process_message(message)

        # -- sizes -------------------------------------------------------------------------------

        def _on_window_change(self, _number: int, _frame: FrameType | None) -> None:
            if not (self._in_band_window_resize or self._resize_scheduled):
                self._loop.call_soon_threadsafe(self._resize_soon, None)

        def _resize_soon(self, reported: events.Resize | None) -> None:
            """Resize after `RESIZE_PAUSE`, to the size reported last or measured then."""
            self._resize = reported
            if not self._resize_scheduled:
                self._resize_scheduled = True
                self._loop.call_later(RESIZE_PAUSE, self._resize_now)

        def _resize_now(self) -> None:
            self._resize_scheduled = False
            size = Size(*self._get_terminal_size())
            self._app.post_message(self._resize or events.Resize(size, size))

        # -- being stopped and going on ----------------------------------------------------------

        def suspend_application_mode(self) -> None:
            """Give the terminal back for a while."""
            super().suspend_application_mode()
            self._suspended = True

        def resume_application_mode(self) -> None:
            """Take the terminal again."""
            super().resume_application_mode()
            self._suspended = not self._listening

        @property
        def _listening(self) -> bool:
            return self._key_thread is not None and self._key_thread.is_alive()

        def _sigcont_application(self, *_: object) -> None:
            """Go on, also after a SIGSTOP, which comes without a warning.

            Taking the terminal twice would leave two threads that share the keys, and terminal
            modes that are never restored.
            """
            if self._auto_restart and self._listening:
                self.suspend_application_mode()
            if self._auto_restart and self._suspended:
                self.resume_application_mode()


USED_NAMES: dict[type, tuple[str, ...]] = {
    App: (
        *("_fatal_error", "_close_messages_no_wait", "_exception", "_exit", "_loop"),
        "_driver",
    ),
    MessagePump: ("_on_message",),
    XTermParser: ("feed", "tick"),
}
"""The names of Textual that this module uses or replaces although they are not promised."""

if sys.platform != "win32":
    USED_NAMES[LinuxDriver] = (
        *("start_application_mode", "run_input_thread", "process_message", "write", "flush"),
        *("_enable_mouse_support", "_disable_mouse_support", "_get_terminal_size"),
        *("_in_band_window_resize", "_writer_thread", "_app", "_loop", "_mouse", "_debug"),
        *("suspend_application_mode", "resume_application_mode", "_sigcont_application"),
        *("_key_thread", "_auto_restart", "fileno", "exit_event"),
    )
