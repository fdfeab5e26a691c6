"""Measures the real program in a storm of input: huge pastes, mouse events, resizes, stuck keys.

    python -m tests.bench.bench_storms [--megabytes 10] [--only stage --only black ...]

For each storm: the seconds from its first byte until a key behind it is answered on the screen
(the program may be slow to take the storm, too), the memory that it added (the highest seen), and
by how much the countdown was late at most (the longest silence of a screen that shows seconds,
less one second). Prints a Markdown table.
Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import os
import select
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.bench_stage import memory
from tests.hosts import environment_in, in_a_round, mixer_in, open_a_note
from tests.terminal import KEYS, Terminal

PASTE_BEGINS, PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"
PATIENCE = 300.0
"""Seconds after which a program that does not answer is given up."""

AGAIN = 0.4
"""Seconds after which a key that was not answered is pressed again."""


@dataclass(frozen=True)
class Place:
    """Where a storm breaks: how to get there, and a key whose answer is a word on the screen."""

    name: str
    open: Callable[[Terminal], object]
    key: str
    word: str
    there: bool = True
    """Whether the answer is that the word appears; else that it goes."""
    counts: bool = True
    """Whether this screen shows a countdown."""


def _console(terminal: Terminal) -> None:
    terminal.press("h")
    terminal.wait_for("The room sees")


def _black(terminal: Terminal) -> None:
    terminal.press("b")
    while terminal.text.strip():
        terminal.take(0.05)


def _check_in(terminal: Terminal) -> None:
    _console(terminal)
    terminal.press("c")
    terminal.wait_for("Check-in")
    terminal.read(0.3)


def _dialog(terminal: Terminal) -> None:
    _console(terminal)
    terminal.press("t")
    terminal.wait_for("Esc: cancel")


STAGE = Place("stage", lambda _terminal: None, "h", "The room sees")
CONSOLE = Place("console", _console, "escape", "The room sees", there=False)
PLACES = (
    STAGE,
    Place("black screen", _black, "x", "LISTENS FIRST", counts=False),
    CONSOLE,
    Place("check-in line", _check_in, "escape", "The room sees", counts=False),
    Place("notes line", open_a_note, "escape", "Enter: save", there=False, counts=False),
    Place("dialog line", _dialog, "escape", "Esc: cancel", there=False),
)


class Storm:
    """One storm in one place: how long, how much, how late."""

    def __init__(self, terminal: Terminal, place: Place) -> None:
        self._terminal = terminal
        self._place = place
        self._before = self._most = memory(terminal.pid)
        self._began = self._heard = time.monotonic()
        self._silence = 0.0
        self.seconds = 0.0

    def _take(self, seconds: float) -> None:
        """Take in what the program writes, and look at its memory."""
        before = len(self._terminal.raw)
        self._terminal.take(seconds)
        now = time.monotonic()
        self._silence = max(self._silence, now - self._heard)
        if len(self._terminal.raw) > before:
            self._heard = now
        self._most = max(self._most, memory(self._terminal.pid))

    def write(self, data: bytes) -> None:
        """Write it all as fast as the program takes it."""
        handle, left = self._terminal.handle, memoryview(data)
        os.set_blocking(handle, False)
        while left:
            readable, writable, _ = select.select([handle], [handle], [], 1.0)
            if writable:
                left = left[os.write(handle, left[:65536]) :]
            if readable:
                self._take(0)
        os.set_blocking(handle, True)

    def resize(self, count: int) -> None:
        """Drag the window's corner, and let go of it where it was.

        What is painted meanwhile is dropped: to follow it would take this side longer than that.
        """
        handle = self._terminal.handle
        for number in range(count, 0, -1):
            self._terminal._resize(handle, 80 - number % 21, 24 - number % 5)
            if select.select([handle], [], [], 0.001)[0]:
                self._heard = time.monotonic()
                os.read(handle, 1 << 20)
        self._terminal.resize(80, 24)

    def answered(self) -> None:
        """Press the key and wait for its answer; press it again where it drowned in the storm."""
        key = KEYS.get(self._place.key, self._place.key).encode()
        pressed = 0.0
        while (self._place.word in self._terminal.text) is not self._place.there:
            if time.monotonic() - self._began > PATIENCE or self._terminal.status is not None:
                raise SystemExit(f"no answer:\n{self._terminal.text}")
            if time.monotonic() - pressed > AGAIN:
                pressed = time.monotonic()
                os.write(self._terminal.handle, key)
            self._take(0.02)
        self.seconds = time.monotonic() - self._began

    @property
    def added(self) -> float:
        """The memory that the storm added at most, in MiB."""
        return self._most - self._before

    @property
    def row(self) -> str:
        """The figures as cells of a table."""
        late = f"{max(0.0, self._silence - 1.0):.2f} s" if self._place.counts else "-"
        return f"{self.seconds:.2f} s | {self.added:.1f} MiB | {late}"


def storms(megabytes: float) -> Iterator[tuple[str, Place, Callable[[Storm], None]]]:
    """Yield each storm: what it is called, where it breaks, what it does."""
    text = (b"the quick brown fox, " * 50_000)[: round(1e6)] * round(megabytes)
    size = f"{megabytes:g} MB"
    for place in PLACES:
        pasted = PASTE_BEGINS + text + PASTE_ENDS
        yield f"{size} pasted", place, lambda storm, pasted=pasted: storm.write(pasted)  # type: ignore[misc]
    for place in (STAGE, PLACES[5]):
        yield f"{size} typed (no bracketed paste)", place, lambda storm: storm.write(text)
    moves = b"".join(b"\x1b[<35;%d;%dM" % (n % 80 + 1, n % 24 + 1) for n in range(10_000))
    wheel = b"".join(b"\x1b[<%d;20;12M" % (64 + n // 50 % 2) for n in range(10_000))
    for place in (STAGE, CONSOLE):
        yield "10,000 mouse moves", place, lambda storm: storm.write(moves)
    yield "10,000 turns of the wheel", CONSOLE, lambda storm: storm.write(wheel)
    for place in (STAGE, CONSOLE):
        yield "1,000 resizes", place, lambda storm: storm.resize(1000)
    yield "10,000 blanks in one write", STAGE, lambda storm: storm.write(b" " * 10_000)
    yield "10,000 times Down in one write", CONSOLE, lambda storm: storm.write(b"\x1b[B" * 10_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--only", action="append", help="a word of the storms to measure")
    options = parser.parse_args()
    sys.stdout.write("| storm | where | until answered | memory added | countdown late |\n")
    sys.stdout.write("|---|---|---|---|---|\n")
    for what, place, do in storms(options.megabytes):
        if options.only and not any(word in f"{what} {place.name}" for word in options.only):
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = mixer_in(folder, "rounds = 2\nround_minutes = 10\n")
            command = [sys.executable, "-m", "rounds", "run", str(path), "--mute"]
            with Terminal(command, environment=environment_in(folder)) as terminal:
                in_a_round(terminal)
                place.open(terminal)
                terminal.read(1.5)
                storm = Storm(terminal, place)
                do(storm)
                storm.answered()
                sys.stdout.write(f"| {what} | {place.name} | {storm.row} |\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
