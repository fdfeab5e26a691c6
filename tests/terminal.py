"""A pseudo terminal that runs the real program: press keys, read the screen, keep its bytes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
import unicodedata
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 120.0
"""Seconds after which a test gives up; only a starved machine needs them."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "tab": "\t",
    "space": " ",
    "f2": "\x1bOQ",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


ADOPT = "import os, sys; os.login_tty(0); os.execvp(sys.argv[1], sys.argv[1:])"
"""Makes the pseudo terminal the program's own, as a terminal window does."""


def _without_a_cell(c: str) -> bool:
    return unicodedata.category(c) in {"Cf", "Me", "Mn"} and not unicodedata.combining(c)


class Window(pyte.Screen):
    """A screen that shows what a terminal would: pyte stops at characters without a width."""

    def draw(self, data: str) -> None:
        """Write text at the cursor."""
        super().draw("".join(c for c in data if not _without_a_cell(c)))

    @property
    def display(self) -> list[str]:
        """The rows as text; a wide character's second cell is left out."""
        return [
            "".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)
        ]


class Terminal:
    """One program in a window of `columns` x `rows` cells.

    `raw` holds every byte the program wrote; `status` is its exit status once it ended
    (minus the signal's number where a signal ended it).
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = Window(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.heard_at = 0.0
        """When the program's last bytes came; to understand them takes this terminal some time."""
        self._read: tuple[object, str] = (None, "")
        child_environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "WAKEPY_FAKE_SUCCESS": "1",  # what the system lets us do is not on the screen
            **(environment or {}),
        }
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            if name not in (environment or {}):
                child_environment.pop(name, None)
        master, slave = pty.openpty()
        self._resize(slave, columns, rows)
        self._program = subprocess.Popen(
            [sys.executable, "-c", ADOPT, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=child_environment,
        )
        os.close(slave)
        self.handle = master

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._program.pid

    @property
    def status(self) -> int | None:
        """The exit status, None while it runs."""
        return self._program.poll()

    @staticmethod
    def _resize(handle: int, columns: int, rows: int) -> None:
        fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.screen.resize(rows, columns)
        self._resize(self.handle, columns, rows)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type characters as they are."""
        for key in keys:
            os.write(self.handle, KEYS.get(key, key).encode())
            self.read(0.05)

    def write(self, line: str) -> None:
        """Type a line of text."""
        os.write(self.handle, line.encode())
        self.read(0.05)

    def read(self, seconds: float) -> None:
        """Take in what the program writes for a while."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not self.take(min(left, 0.05)):
                return

    def read_to_the_end(self) -> None:
        """Take in all that a program which has ended wrote."""
        while self.take(1.0):
            pass

    def take(self, seconds: float) -> bool:
        """Take in what is there within so many seconds; return whether there may be more."""
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if not ready:
            return self.status is None
        try:
            data = os.read(self.handle, 65536)
        except OSError:
            data = b""
        if not data:
            self._program.wait()
            return False
        self.heard_at = time.monotonic()
        self.raw += data
        # pyte knows no private CSI sequences with "<", "=" or ">"; a terminal ignores them.
        self._stream.feed(data)
        return True

    def wait_for(self, *words: str, timeout: float = PATIENCE) -> None:
        """Wait until all words are on the screen; fail with the screen otherwise."""
        until = time.monotonic() + timeout
        while time.monotonic() < until:
            if all(word in self.text for word in words):
                return
            if not self.take(0.05):
                break
        if all(word in self.text for word in words):
            return
        raise AssertionError(f"{words} not on the screen:\n{self.text}")

    def wait_for_another_picture(self, timeout: float = PATIENCE) -> None:
        """Wait until something on the screen changes."""
        before = self.text
        until = time.monotonic() + timeout
        while self.text == before:
            assert time.monotonic() < until, f"nothing changes:\n{before}"
            assert self.take(0.05), f"it ended:\n{before}"

    def wait_for_end(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends; return its exit status."""
        until = time.monotonic() + timeout
        while self.status is None and time.monotonic() < until:
            self.take(0.05)
        if self.status is None:
            raise AssertionError(f"still running:\n{self.text}")
        return self._program.returncode

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    @property
    def text(self) -> str:
        """The screen as text; a wide character's second cell is left out."""
        shown = (len(self.raw), self.screen.columns, self.screen.lines)
        if self._read[0] != shown:
            self._read = shown, "\n".join(line.rstrip() for line in self.screen.display)
        return self._read[1]

    def close(self) -> None:
        """End the program and give the terminal back."""
        if self.status is None:
            self._program.kill()
            self._program.wait()
        os.close(self.handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
