"""Plays a script against the real program in a pseudo terminal, and watches it."""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rounds.i18n import _ as translated
from rounds.i18n import ngettext, using
from tests.hosts import ROUNDS, environment_in
from tests.monkey.checker import host_part
from tests.monkey.evening import Evening
from tests.monkey.keys import Act, Start
from tests.prompt import LEFT
from tests.terminal import Terminal

PATIENCE = 30.0
"""Seconds after which a program that says nothing is said to hang, on a busy machine."""
QUIET = 0.01
"""Seconds between two looks at a program that may have something to do."""
ALONE = 0.12
"""Seconds after which an Escape is a key of its own."""
BURST = 0.06
"""Seconds between two keys of a host; what is faster is done on purpose."""
SLIP = 0.3
"""Seconds after which the same key again is no slip."""
IDLE = 2
"""How many looks in a row must find it waiting."""
NOTE_PATIENCE = 3.0
"""Seconds for the next part of the notes; where it does not come something else is open."""
ON_ITS_OWN = {0}
"""The exit statuses of a program that was told to end by a key."""


class Failure(Exception):
    """Something that a host would not want to see."""


def _both(text: str) -> tuple[str, ...]:
    """Return the beginning of a text of the program in both languages."""
    said = []
    for language in ("en", "ja"):
        with using(language):
            said.append(re.split(r"[{.。:：]", translated(text))[0].strip())
    return tuple(said)


def _saved() -> tuple[str, ...]:
    said = []
    for language in ("en", "ja"):
        with using(language):
            template = ngettext("Saved {time} ({count} note)", "Saved {time} ({count} notes)", 1)
            said.append(template.partition("{")[0])
    return tuple(said)


PRIVATE = _both("Notes are private: is the projector off?")
WHO = _both("Who are you? Type your number or your name, then Enter.")
ABOUT = _both("Who do you want to write about? Enter opens a note.")
FORM = (
    *_both("for you and the host; never on the stage"),
    *_both("(your draft, not saved yet)"),
    *_both("(written {time})"),
)
SAVED = _saved()
WAITING = _both("Not saved yet")
FORCED = (
    "have swapped seats",
    "席を入れ替えました",
    *_both("held"),
)
"""What the program says when the host has decided who sits where, or what was held."""
RESCUE = _both("Add them now? (Enter: yes, n: not now) ")


def _without_digits(text: str) -> str:
    return re.sub(r"\d", "", text)


LEAST = (60, 20)
"""The smallest window in which the program shows its screens."""


class Window(Terminal):
    """A terminal whose keys never block, and which says how its program left it."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]
    ) -> None:
        super().__init__(command, columns=size[0], rows=size[1], environment=environment)
        os.set_blocking(self.handle, False)
        self.modes = termios.tcgetattr(self.handle)
        self.command = list(command)
        self.closed = False

    def type(self, data: bytes) -> None:
        """Write bytes at once, as far as the terminal takes them, and read meanwhile."""
        lone_escape = data.endswith(b"\x1b")
        until = time.monotonic() + PATIENCE
        while data and self.status is None:
            if time.monotonic() > until:
                raise Failure("takes no keys any more")
            _read, writable, _ = select.select([], [self.handle], [], 0.05)
            if writable:
                with suppress(BlockingIOError):
                    data = data[os.write(self.handle, data) :]
            self.take(0)
        if lone_escape:
            self.read(ALONE)

    def settle(self, most: float = 0.7) -> None:
        """Read until the program waits for a key, however busy the machine is."""
        until = time.monotonic() + most
        self.read(BURST)
        idle = 0
        while idle < IDLE and time.monotonic() < until:
            before = len(self.raw)
            if not self.take(QUIET) and self.status is not None:
                return
            quiet = len(self.raw) == before
            idle = idle + 1 if quiet and not self._busy() else 0

    def _busy(self) -> bool:
        """Return whether the program has something to do; where it stopped itself it goes on."""
        states = self.states()
        if "T" in states:
            self.goes_on()
        return any(state in "RDT" for state in states)

    def states(self) -> list[str]:
        """Return what each thread of the program does: S for waiting, T for stopped ..."""
        found = []
        for stat in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with suppress(OSError, IndexError):
                found.append(stat.read_text().rpartition(")")[2].split()[0])
        return found

    def comes(self, words: Iterable[str], seconds: float) -> bool:
        """Return whether one of the words comes onto the screen within this time."""
        until = time.monotonic() + seconds
        while not any(word in self.text for word in words):
            if time.monotonic() > until or not self.take(0.05):
                return False
        return True

    def goes_on(self) -> None:
        """Let a program go on that was stopped."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGCONT)

    def close_window(self) -> None:
        """Close the window, as a click on its corner does."""
        os.close(self.handle)
        self.handle = os.open(os.devnull, os.O_RDONLY)
        self.closed = True

    def must_have_ended_well(self, statuses: set[int]) -> None:
        """Fail unless it ended with one of these statuses and gave the terminal back."""
        until = time.monotonic() + PATIENCE
        while self.status is None:
            if time.monotonic() > until:
                raise Failure("does not end")
            self._busy()
            if self.closed:
                time.sleep(QUIET)
            else:
                self.take(QUIET)
        if not self.closed:
            self.read_to_the_end()
        if self.status not in statuses:
            raise Failure(f"ended with {self.status} instead of {sorted(statuses)}")
        if self.closed or self.status == -signal.SIGKILL or self.status == 129:
            return
        modes = termios.tcgetattr(self.handle)
        if modes != self.modes:
            changed = [(was, now) for was, now in zip(self.modes, modes, strict=True) if was != now]
            raise Failure(f"the terminal's modes are not given back: {changed}")
        on = [
            what
            for what, (on, off) in LEFT.items()
            if on in self.raw and self.raw.rfind(on) > self.raw.rfind(off)
        ]
        if on:
            raise Failure(f"left switched on in the terminal: {on}")

    def must_show_no_fault(self) -> None:
        """Fail where a traceback or the word about a fault stands in what it wrote."""
        for word in (b"Traceback", b"crash.log"):
            if word in self.raw:
                raise Failure(f"{word.decode()} on the screen")


@dataclass
class Seen:
    """What came of an evening's script.

    `acknowledged` are the notes that were called saved, `reopened` those that stood on the
    screen again, where any key may have changed them; `forced` as the checker wants it.
    """

    acts: int = 0
    notes: int = 0
    acknowledged: list[str] = field(default_factory=list)
    reopened: set[str] = field(default_factory=set)
    forced: bool = False
    log: list[str] = field(default_factory=list)


class Driver:
    """One evening: the program started again and again on the same file."""

    def __init__(self, folder: Path, evening: Evening) -> None:
        self.folder = folder
        self.path = folder / "evening.toml"
        self.path.write_bytes(evening.text)
        self.host_part = evening.text.rstrip(b"\r\n")
        self.home = {**environment_in(folder), "HOME": str(folder)}
        self.seen = Seen()
        self.screen = ""
        self._beside: Window | None = None
        self._since: dict[str, int] = {}

    def play(self, starts: Sequence[Start], look: Callable[[], None]) -> None:
        """Play all starts, and `look` after each; raises `Failure` with the screen in `screen`."""
        try:
            for start in starts:
                self._play(start)
                look()
            if self._beside is not None:
                self._close_beside()
        finally:
            if self._beside is not None:
                self._beside.close()

    def _command(self, arguments: Sequence[str]) -> list[str]:
        what, *rest = arguments
        words = (
            [] if what == "home" else [what, *([str(self.path)] if what == "run" else []), *rest]
        )
        return ["env", "-C", str(self.folder), ROUNDS, *words]

    def _play(self, start: Start) -> None:
        self.seen.log.append(f"-- {' '.join(start.arguments)} {start.size}")
        self._since = dict.fromkeys(self.seen.acknowledged, 0)
        window = Window(self._command(start.arguments), start.size, self.home)
        try:
            self._wait_for_a_picture(window)
            for act in start.acts:
                if window.status is not None:
                    break
                self.seen.log.append(str(act))
                self.seen.acts += 1
                self._act(window, act)
                self._look_after()
            self.seen.log.append(f"end: {start.end}")
            self._end(window, start)
            window.must_show_no_fault()
        except Failure:
            self.screen = window.text
            raise
        finally:
            self.seen.forced |= any(word.encode() in window.raw for word in FORCED)
            for word, since in self._since.items():
                if word.encode() in window.raw[since:]:
                    self.seen.reopened.add(word)
            window.goes_on()
            window.close()

    def _wait_for_a_picture(self, window: Window, *, dark: bool = False) -> None:
        """Wait until the program shows something, or where it may be `dark` until it begins."""
        until = time.monotonic() + PATIENCE
        while b"\x1b[?1049h" not in window.raw or not (dark or window.text.strip()):
            if time.monotonic() > until:
                raise Failure("no first picture")
            if any(word in window.text for word in RESCUE):
                window.type(b"\r")
            if not window.take(0.05) and window.status is not None:
                raise Failure(f"ended before its first picture with {window.status}")
        window.settle()

    def _look_after(self) -> None:
        """Take in what other windows write."""
        if self._beside is not None and self._beside.status is None:
            self._beside.take(0)

    # -- acts ------------------------------------------------------------------------------

    def _act(self, window: Window, act: Act) -> None:
        match act.what:
            case "write":
                window.type(act.data)
                window.settle()
                if window.screen.columns < LEAST[0] or window.screen.lines < LEAST[1]:
                    # A note may stand open without being seen, and any key may change it.
                    self.seen.reopened.update(self.seen.acknowledged)
            case "wait":
                window.read(act.number)
            case "size":
                window.resize(*act.size)
                window.settle()
            case "stop":
                window.signal(signal.SIGSTOP)
                window.type(act.data)
                window.read(act.number)
                window.goes_on()
                window.settle()
            case "note":
                self._note(window, act)
            case "calm":
                self._calm(window)
            case "window":
                self._window_beside()
            case "second host":
                self._second_host(window)
            case "edit":
                self._edit(act.data)

    def _calm(self, window: Window) -> None:
        """Press Escape until nothing more is closed by it; not so fast that it is a slip."""
        unchanged = 0
        for _time in range(10):
            before = _without_digits(window.text)
            window.type(b"\x1b")
            window.settle()
            window.read(SLIP)
            unchanged = unchanged + 1 if _without_digits(window.text) == before else 0
            if unchanged == 2 or window.status is not None:
                return

    def _note(self, window: Window, act: Act) -> None:
        """Write a note through the screens; stop wherever another picture comes."""
        self.seen.notes += 1
        text = act.data.decode()
        word = text.split()[-1]
        window.resize(80, 24)
        self._calm(window)
        steps: tuple[tuple[str, tuple[str, ...]], ...] = (
            ("n", PRIVATE),
            (" ", WHO),
            (f"{act.number:g}", ()),
            ("\r", ABOUT),
            ("\r", FORM),
            (text, (word,)),
        )
        for keys, words in steps:
            window.type(keys.encode())
            window.settle()
            if words and not window.comes(words, NOTE_PATIENCE):
                self.seen.log.append(f"   (no {words[0]!r})")
                return
        window.type(b"\r")
        if not window.comes(SAVED, NOTE_PATIENCE):
            return
        if not any(waiting in window.text for waiting in WAITING):
            self.seen.acknowledged.append(word)
            self._since[word] = len(window.raw)
            self.seen.log.append(f"   (saved {word})")

    def _window_beside(self) -> None:
        if self._beside is not None:
            self._close_beside()
            return
        command = [ROUNDS, "stage", str(self.path)]
        self._beside = Window(command, (80, 24), self.home)
        self._wait_for_a_picture(self._beside, dark=True)

    def _close_beside(self) -> None:
        window, self._beside = self._beside, None
        assert window is not None
        try:
            window.settle()
            for _time in range(5):
                window.type(b"\x11\x11")
                if window.status is not None:
                    break
                window.read(0.5)
            window.must_have_ended_well({0})
            window.must_show_no_fault()
            for word in self.seen.acknowledged:
                if word.encode() in window.raw:
                    raise Failure(f"the note {word} was on the stage")
        except Failure as fault:
            self.screen = window.text
            raise Failure(f"the second window: {fault}") from None
        finally:
            window.close()

    def _second_host(self, window: Window) -> None:
        if str(self.path) not in window.command:
            return
        second = Window(self._command(("run",)), (80, 24), self.home)
        try:
            window.take(0)
            if window.status is not None:
                return
            second.must_have_ended_well({1})
            second.must_show_no_fault()
        except Failure as fault:
            self.screen = second.text
            raise Failure(f"the second host: {fault}") from None
        finally:
            second.close()

    def _edit(self, more: bytes) -> None:
        """Save the file as an editor does that leaves the record alone."""
        raw = self.path.read_bytes()
        record = raw[len(host_part(raw)) :]
        self.host_part = self.host_part + b"\n" + more.rstrip(b"\n")
        scratch = self.folder / "edited.tmp"
        scratch.write_bytes(self.host_part + (record or b"\n"))
        scratch.replace(self.path)

    # -- the end -----------------------------------------------------------------------------

    def _end(self, window: Window, start: Start) -> None:
        if window.status is not None:
            window.must_have_ended_well(ON_ITS_OWN)
            return
        window.goes_on()
        match start.end:
            case "quit":
                self._must_answer(window)
                self._quit(window)
                window.must_have_ended_well({0})
            case "close":
                window.close_window()
                window.must_have_ended_well({129, *ON_ITS_OWN})
            case int(number):
                window.signal(number)
                expected = -number if number == signal.SIGKILL else 128 + number
                window.must_have_ended_well({expected, *ON_ITS_OWN})

    def _must_answer(self, window: Window) -> None:
        """Fail unless Escape some times and `?` change the picture of a program that lives."""
        window.resize(80, 24)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._calm(window)
            if window.status is not None:
                return
            before = window.text
            window.type(b"?")
            window.read(0.3)
            if window.text.strip() and window.text != before:
                return
        raise Failure("does not answer" if window.text.strip() else "the screen is empty")

    def _quit(self, window: Window) -> None:
        for _time in range(6):
            self._calm(window)
            window.type(b"\x11")
            window.read(0.3)
            if window.status is None:
                window.type(b"quit")
                window.settle()
                window.type(b"\r")
                window.read(1.0)
            if window.status is not None:
                return
