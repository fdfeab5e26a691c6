"""The terminal's driver of a POSIX system: no byte makes it deaf, and no signal takes it twice."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_AT_ONCE = 4096
_LOOKS_UP_AFTER = 0.1
"""Seconds after which a lone Escape is a key, and not the beginning of another one."""


class Keys:
    """Turns bytes of a terminal into messages; what means nothing is passed over."""

    def __init__(self, *, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)
        # Bytes of another encoding come from a paste, a mouse, a terminal set up otherwise.
        self._decoder = getincrementaldecoder("utf-8")(errors="replace")

    def heard(self, data: bytes) -> Iterable[Message]:
        """Yield what these bytes mean together with those before them."""
        if text := self._decoder.decode(data):
            yield from self._taken(self._parser.feed(text))

    def waited(self) -> Iterable[Message]:
        """Yield what the bytes so far mean, now that nothing has followed them."""
        yield from self._taken(self._parser.tick())

    def _taken(self, messages: Iterable[Message]) -> Iterable[Message]:
        try:
            yield from messages
        except (ValueError, OverflowError):  # a key or a size with a number beyond all bounds
            self._parser = XTermParser(self._debug)


class TerminalDriver(LinuxDriver):
    """Textual's own driver with an ear of ours, and with an answer to a SIGCONT of any origin."""

    _suspended = False

    def run_input_thread(self) -> None:
        """Hand on what is typed until the app ends, or the window is gone."""
        keys = Keys(debug=self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_LOOKS_UP_AFTER):
                    try:
                        data = os.read(self.fileno, _AT_ONCE)
                    except OSError:
                        return
                    if not data:
                        return
                    for message in keys.heard(data):
                        self.process_message(message)
                for message in keys.waited():
                    self.process_message(message)

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
        """Go on, also after a SIGSTOP, of which nobody tells us: to take the terminal twice
        would mean two threads that share the keys, and modes that are never given back.
        """
        if self._auto_restart and self._listening:
            self.suspend_application_mode()
        if self._auto_restart and self._suspended:
            self.resume_application_mode()
