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
from textual.message_pump import MessagePump
from textual.screen import Screen

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
        return TerminalDriver

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
    def ending(self) -> bool:
        """Whether the app was told to end."""
        return self._exit

    @property
    def event_loop(self) -> asyncio.AbstractEventLoop | None:
        """The loop in which the app runs, None before it does."""
        loop: asyncio.AbstractEventLoop | None = self._loop
        return loop


class ChoosyScreen(Screen[Result]):
    """A screen that can refuse messages before anything of it, or of the app, has seen them."""

    def takes(self, message: Message) -> bool:
        """Return whether a message may act; all do, unless a screen says otherwise."""
        return True

    async def _on_message(self, message: Message) -> None:
        if self.takes(message):
            await super()._on_message(message)


class Keyboard:
    """Turns what a terminal sends into messages: cut to what somebody can mean, and never deaf.

    Bytes that are no text and codes with a number beyond all bounds come from a paste, a
    mouse, or a terminal that is set up otherwise; they are passed over.
    """

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._intake = Intake()
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def heard(self, data: bytes, now: float) -> Iterator[Message]:
        """Yield what these bytes mean together with those before them; `now` is in seconds."""
        yield from self._parsed(self._intake.feed(self._decode(data), now))

    def waited(self) -> Iterator[Message]:
        """Yield what the bytes so far mean, now that nothing has followed them."""
        yield from self._parsed(self._intake.overdue())

    def ended(self) -> None:
        """Let the parser finish: nothing more comes."""
        with suppress(EOFError, ParseError):
            list(self._parser.feed(""))

    def tick(self) -> Iterator[Message]:
        """Yield what is due by the time that has passed, such as a lone Escape."""
        yield from self._taken(self._parser.tick())

    def _parsed(self, text: str) -> Iterator[Message]:
        if text:
            yield from self._taken(self._parser.feed(text))

    def _taken(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except (ValueError, OverflowError):
            self._parser = XTermParser(self._debug)


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """Reads through a `Keyboard`, takes many sizes in a row for one, answers any SIGCONT."""

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

        # -- reading ---------------------------------------------------------------------------

        def run_input_thread(self) -> None:
            """Read until the app ends; a window that is closed is noticed elsewhere."""
            keyboard = Keyboard(debug=self._debug)
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if not selector.select(0.1):
                        messages = keyboard.waited()
                    elif data := self._read():
                        messages = keyboard.heard(data, time.monotonic())
                    else:
                        self.exit_event.wait(0.1)
                        continue
                    for message in (*messages, *keyboard.tick()):
                        self.process_message(message)
            keyboard.ended()

        def _read(self) -> bytes:
            with suppress(OSError):
                return os.read(self.fileno, READ_AT_ONCE)
            return b""

        def process_message(self, message: Message) -> None:
            """Pass a message on, sizes and the pointer's moves only as far as they matter."""
            if isinstance(message, events.Resize):
                self._loop.call_soon_threadsafe(self._resize_soon, message)
            elif not isinstance(message, events.MouseMove) or message.button:
                super().process_message(message)

        # -- sizes -------------------------------------------------------------------------------

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
            """Go on, also after a SIGSTOP, which nobody announces.

            To take the terminal twice would mean two threads that share the keys, and modes
            that are never given back.
            """
            if self._auto_restart and self._listening:
                self.suspend_application_mode()
            if self._auto_restart and self._suspended:
                self.resume_application_mode()


LEANED_ON: dict[type, tuple[str, ...]] = {
    App: ("_fatal_error", "_close_messages_no_wait", "_exception", "_exit", "_loop"),
    MessagePump: ("_on_message",),
    XTermParser: ("feed", "tick"),
}
"""The names of Textual that this module uses or replaces, though they are not promised."""

if sys.platform != "win32":
    LEANED_ON[LinuxDriver] = (
        *("start_application_mode", "run_input_thread", "process_message", "write", "flush"),
        *("_enable_mouse_support", "_disable_mouse_support", "_get_terminal_size"),
        *("_in_band_window_resize", "_writer_thread", "_app", "_loop", "_mouse", "_debug"),
        *("suspend_application_mode", "resume_application_mode", "_sigcont_application"),
        *("_key_thread", "_auto_restart", "fileno", "exit_event"),
    )
