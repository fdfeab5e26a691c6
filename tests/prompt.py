"""A shell of one command in a pseudo terminal: it says how the command left the terminal.

Run as a program it is that shell: its command is a foreground job of its own, as in any
terminal window, and what became of it is written into a file, which outlives the window.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminal import PATIENCE, Terminal

LEFT = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "pasting in brackets": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "the keys of kitty": (b"\x1b[>", b"\x1b[<u"),
    "lines that do not wrap": (b"\x1b[?7l", b"\x1b[?7h"),
}
"""What a program of ours switches on, and what switches it off again."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status as a shell says it, and the terminal's modes."""

    status: int
    modes_restored: bool
    processor_seconds: float


class Prompt(Terminal):
    """A terminal window in which somebody has typed a command at a prompt."""

    def __init__(
        self,
        command: Sequence[str],
        report: Path,
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._report = report
        report.unlink(missing_ok=True)
        root = str(Path(__file__).parents[1])
        super().__init__(
            [sys.executable, "-m", "tests.prompt", str(report), *command],
            columns=columns,
            rows=rows,
            environment={"PYTHONPATH": root, **(environment or {})},
        )

    @property
    def program(self) -> int:
        """The command's process."""
        while (found := re.search(rb"process (\d+)\r\n", self.raw)) is None:
            assert self.take(1), self.text
        return int(found[1])

    def send(self, number: int) -> None:
        """Send a signal to the command."""
        os.kill(self.program, number)

    def close_window(self) -> None:
        """Close the window, as a click on its corner does."""
        os.close(self.handle)
        self.handle = os.open(os.devnull, os.O_RDONLY)

    def ended(self, timeout: float = PATIENCE) -> Ended:
        """Wait until the command has ended; return how."""
        until = time.monotonic() + timeout
        while not self._report.exists():
            assert time.monotonic() < until, f"still running:\n{self.text}"
            if not self.take(0.05):
                time.sleep(0.05)
        self.read(0.1)
        return Ended(**json.loads(self._report.read_text()))

    def still_on(self, *never: str) -> list[str]:
        """Return what the program switched on in the terminal and never off again.

        It has to switch on everything else than what it `never` may.
        """
        return [
            what
            for what, (on, off) in LEFT.items()
            if self.raw.rfind(on) > self.raw.rfind(off) or (on in self.raw) == (what in never)
        ]

    def close(self) -> None:
        """End the command and the shell."""
        if not self._report.exists() and (found := re.search(rb"process (\d+)\r\n", self.raw)):
            os.kill(int(found[1]), signal.SIGKILL)
        super().close()


def main(report: Path, command: Sequence[str]) -> None:
    """Run the command as the foreground job; `fg` and `kill` are read where it is stopped."""
    before = termios.tcgetattr(0)
    for number in (signal.SIGTTOU, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        os.write(1, f"process {os.getpid()}\n".encode())
        for number in (signal.SIGTTOU, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        os.execvp(command[0], list(command))
    while True:
        _pid, result, used = os.wait4(child, os.WUNTRACED)
        if not os.WIFSTOPPED(result):
            break
        os.tcsetpgrp(0, os.getpgrp())
        restored = termios.tcgetattr(0) == before
        os.write(1, f"stopped, modes restored: {restored}\n".encode())
        if os.read(0, 100).strip() == b"kill":  # as shells do it
            os.kill(child, signal.SIGTERM)
        else:
            os.tcsetpgrp(0, child)
        os.kill(child, signal.SIGCONT)
    code = os.waitstatus_to_exitcode(result)
    try:
        os.tcsetpgrp(0, os.getpgrp())
        restored = termios.tcgetattr(0) == before
    except (OSError, termios.error):
        restored = False  # the window is gone
    ended = {
        "status": code if code >= 0 else 128 - code,
        "modes_restored": restored,
        "processor_seconds": used.ru_utime + used.ru_stime,
    }
    scratch = report.with_suffix(".tmp")
    scratch.write_text(json.dumps(ended))
    scratch.rename(report)
    os.read(0, 100)  # stay until the window is closed


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
