"""A real browser that prints pages: Chromium, driven over a pipe with its own protocol.

One browser serves many pages, because starting it takes longer than printing.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """Return the path of an installed Chromium, None if there is none."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


_OPTIONS = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _pipe() -> tuple[int, int]:
    """Return the ends of a pipe, neither of them with a number that the browser needs."""
    ends = os.pipe()
    moved = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return moved[0], moved[1]


class Browser:
    """A running Chromium without a window."""

    def __init__(self, program: str, profile: Path) -> None:
        read_commands, self._commands = _pipe()
        self._answers, write_answers = _pipe()
        self._pending = b""
        self._numbers = count(1)
        self._loaded = False
        flags = os.O_RDWR
        self._process = os.posix_spawn(
            program,
            [program, *_OPTIONS, f"--user-data-dir={profile}"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, flags, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, flags, 0),
                (os.POSIX_SPAWN_DUP2, read_commands, 3),  # where the browser reads commands,
                (os.POSIX_SPAWN_DUP2, write_answers, 4),  # and where it writes answers
            ],
        )
        os.close(read_commands)
        os.close(write_answers)
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        self._ask("Page.enable")

    def pdf(self, page: Path) -> bytes:
        """Return a page as a PDF, printed as from the browser's own dialog."""
        self._ask("Emulation.clearDeviceMetricsOverride")
        self._ask("Emulation.setEmulatedMedia", media="")
        self.open(page)
        made = self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(made["data"])

    def open(self, page: Path) -> None:
        """Show a page and wait until it is complete."""
        self._loaded = False
        self._ask("Page.navigate", url=page.as_uri())
        while not self._loaded:
            self._take_message()

    def value(self, expression: str) -> Any:
        """Return what a JavaScript expression is in the page that is shown."""
        found = self._ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    def on_a_phone(self, width: int) -> None:
        """Lay pages out as on the screen of a phone that is `width` pixels wide."""
        self._ask("Emulation.setEmulatedMedia", media="screen")
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=640,
            deviceScaleFactor=2,
            mobile=True,
        )

    def printing(self, width: float) -> None:
        """Lay pages out as they are printed, on paper that is `width` millimetres wide."""
        self._ask("Emulation.setEmulatedMedia", media="print")
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / 25.4 * 96),
            height=1000,
            deviceScaleFactor=1,
            mobile=False,
        )

    def close(self) -> None:
        """End the browser."""
        with suppress(OSError, EOFError):
            self._ask("Browser.close")
        os.close(self._commands)
        os.close(self._answers)
        os.waitpid(self._process, 0)

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        command: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if not method.startswith(("Target.", "Browser.")):
            command["sessionId"] = self._session
        data = memoryview(json.dumps(command).encode() + b"\0")
        while data:
            data = data[os.write(self._commands, data) :]
        while True:
            answer = self._take_message()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def _take_message(self) -> dict[str, Any]:
        while b"\0" not in self._pending:
            data = os.read(self._answers, 1 << 20)
            if not data:
                raise EOFError("the browser has ended")
            self._pending += data
        message, _end, self._pending = self._pending.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        if answer.get("method") == "Page.loadEventFired":
            self._loaded = True
        return answer
