"""Everything here that stands on names of Textual which it does not promise to keep.

No other module touches one. A test names them all (`LEANED_ON`), so that a new version of
Textual which lacks one is noticed there and not in front of a room.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import FrameType
from typing import TypeVar

from textual import constants, events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from rounds.ui.intake import Intake

Result = TypeVar("Result")

SETTLE = 0.05
"""Seconds in which a window that changes its size again and again is drawn once."""

READ_AT_ONCE = 1 << 16


class OpenApp(App[Result]):
    """An app whose end and event loop can be reached, and that stays quick in a storm of input."""

    def get_driver_class(self) -> type[Driver]:
        """Return what talks to the terminal: the developer's own where one was asked for."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        return StormDriver

    def _fatal_error(self) -> None:
        self.fail()

    def fail(self) -> None:
        """End after a fault of the program, which is in `fault`."""
        self._close_messages_no_wait()

    @property
    def fault(self) -> BaseException | None:
        """What made the app fail."""
        return self._exception

    @property
    def event_loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop in which the app runs, None before it does."""
        loop: asyncio.AbstractEventLoop | None = self._loop
        return loop


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class StormDriver(LinuxDriver):
        """Reads the terminal through an `Intake`; many sizes in a row are one resize.

        It goes on after a SIGSTOP, too, of which nobody tells it.
        """

        _resize: events.Resize | None = None
        _resize_due = False
        _suspended = False

        def start_application_mode(self) -> None:
            """Take the terminal, and be told when its window has another size."""
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if self._writer_thread is not None:
                signal.signal(signal.SIGWINCH, self._on_another_size)

        def _enable_mouse_support(self) -> None:
            """Have buttons and drags reported: nothing here follows the pointer alone."""
            if self._mouse:
                self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
                self.flush()

        def _disable_mouse_support(self) -> None:
            if self._mouse:
                self.write("\x1b[?1000l\x1b[?1002l\x1b[?1006l")
                self.flush()

        def run_input_thread(self) -> None:
            """Read until the app ends; bytes that are no text and no key never end it."""
            intake, self._parser = Intake(), XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")("replace").decode
            selector = selectors.SelectSelector()
            selector.register(self.fileno, selectors.EVENT_READ)
            try:
                while not self.exit_event.is_set():
                    if not selector.select(0.1):
                        text = intake.overdue()
                    elif data := self._read():
                        text = intake.feed(decode(data), time.monotonic())
                    else:  # the window is closed, and whoever watches it ends the program
                        text = ""
                        self.exit_event.wait(0.1)
                    if text:
                        for message in self._understood(self._parser.feed(text)):
                            self.process_message(message)
                    for message in self._understood(self._parser.tick()):
                        self.process_message(message)
            finally:
                selector.close()
                with suppress(EOFError, ParseError):
                    list(self._parser.feed(""))

        def _understood(self, messages: Iterable[Message]) -> Iterator[Message]:
            """Yield messages; a key or a size with a number beyond all bounds is passed over."""
            try:
                yield from messages
            except (ValueError, OverflowError):
                self._parser = XTermParser(self._debug)

        def _read(self) -> bytes:
            with suppress(OSError):
                return os.read(self.fileno, READ_AT_ONCE)
            return b""

        def process_message(self, message: Message) -> None:
            """Pass a message on, sizes and the pointer's moves only as far as they matter."""
            if isinstance(message, events.Resize):
                self._loop.call_soon_threadsafe(self._resize_soon, message)
            elif isinstance(message, events.MouseMove) and not message.button:
                return
            else:
                super().process_message(message)

        def suspend_application_mode(self) -> None:
            """Give the terminal back for a while."""
            super().suspend_application_mode()
            self._suspended = True

        def resume_application_mode(self) -> None:
            """Take the terminal again, unless the program was sent into the background."""
            super().resume_application_mode()
            self._suspended = not self._listening

        @property
        def _listening(self) -> bool:
            return self._key_thread is not None and self._key_thread.is_alive()

        def _sigcont_application(self, *_: object) -> None:
            """Go on after a stop of any kind.

            To take the terminal twice would mean two threads that share the keys, and modes
            that are never given back.
            """
            if self._auto_restart and self._listening:
                self.suspend_application_mode()
            if self._auto_restart and self._suspended:
                self.resume_application_mode()

        def _on_another_size(self, _number: int, _frame: FrameType | None) -> None:
            if not (self._in_band_window_resize or self._resize_due):
                self._loop.call_soon_threadsafe(self._resize_soon, None)

        def _resize_soon(self, told: events.Resize | None) -> None:
            """Resize in a moment, to the size told last or to what the terminal has then."""
            self._resize = told
            if not self._resize_due:
                self._resize_due = True
                self._loop.call_later(SETTLE, self._resize_now)

        def _resize_now(self) -> None:
            self._resize_due = False
            size = Size(*self._get_terminal_size())
            self._app.post_message(self._resize or events.Resize(size, size))


LEANED_ON: dict[type, tuple[str, ...]] = {
    App: ("_fatal_error", "_close_messages_no_wait", "_exception", "_loop"),
    XTermParser: ("feed", "tick"),
}
"""The names of Textual that this module uses or replaces, though they are not promised."""

if sys.platform != "win32":
    LEANED_ON[LinuxDriver] = (
        *("start_application_mode", "run_input_thread", "process_message", "write", "flush"),
        *("_enable_mouse_support", "_disable_mouse_support", "_get_terminal_size"),
        *("_in_band_window_resize", "_writer_thread", "_app", "_loop", "_mouse", "_debug"),
        *("fileno", "exit_event", "_key_thread", "_sigcont_application", "_auto_restart"),
    )
