"""A real browser for pages: Chromium, driven over a pipe with its own protocol.

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
    "--in-process-gpu",
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


class PageGone(RuntimeError):
    """The page that was asked something has made way for another one."""


class Browser:
    """A running Chromium without a window, and its first tab, which prints."""

    def __init__(self, program: str, profile: Path) -> None:
        read_commands, self._commands = _pipe()
        self._answers, write_answers = _pipe()
        self._pending = b""
        self._numbers = count(1)
        self._tabs: dict[str, Tab] = {}
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
        self._free: list[tuple[str, str]] = []
        """Tabs that were closed, and where each keeps its cookies."""
        self._first = self._attached(self._target())

    def new_tab(self, *, fresh: bool = False) -> Tab:
        """Return an empty tab with cookies and storage of its own.

        One that was closed serves again unless it must be `fresh`, with nothing warm in it: a new
        one means a new process, which takes longer than most of what is tried in it.
        """
        if fresh or not self._free:
            context = self.ask("Target.createBrowserContext")["browserContextId"]
            self._free.append((self._target(context), context))
        return self._attached(*self._free.pop())

    def pdf(self, page: Path) -> bytes:
        """Return a page as a PDF, printed as from the browser's own dialog."""
        self._first.ask("Emulation.clearDeviceMetricsOverride")
        self._first.ask("Emulation.setEmulatedMedia", media="")
        self.open(page)
        made = self._first.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(made["data"])

    def open(self, page: Path) -> None:
        """Show a page and wait until it is complete."""
        self._first.open(page.as_uri())

    def value(self, expression: str) -> Any:
        """Return what a JavaScript expression is in the page that is shown."""
        found = self._first.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    def on_a_phone(self, width: int) -> None:
        """Lay pages out as on the screen of a phone that is `width` pixels wide."""
        self._first.ask("Emulation.setEmulatedMedia", media="screen")
        self._first.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=640,
            deviceScaleFactor=2,
            mobile=True,
        )

    def printing(self, width: float) -> None:
        """Lay pages out as they are printed, on paper that is `width` millimetres wide."""
        self._first.ask("Emulation.setEmulatedMedia", media="print")
        self._first.ask(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / 25.4 * 96),
            height=1000,
            deviceScaleFactor=1,
            mobile=False,
        )

    def close(self) -> None:
        """End the browser."""
        with suppress(OSError, EOFError):
            self.ask("Browser.close")
        os.close(self._commands)
        os.close(self._answers)
        os.waitpid(self._process, 0)

    def ask(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command, of the whole browser or of a tab's session."""
        number = next(self._numbers)
        command: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        data = memoryview(json.dumps(command).encode() + b"\0")
        while data:
            data = data[os.write(self._commands, data) :]
        while True:
            answer = self.take_message()
            if answer.get("id") == number:
                if "error" in answer:
                    gone = "navigated" in str(answer["error"])
                    raise (PageGone if gone else RuntimeError)(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def take_message(self) -> dict[str, Any]:
        """Return the next message of the browser; an event is also heard by its tab."""
        while b"\0" not in self._pending:
            data = os.read(self._answers, 1 << 20)
            if not data:
                raise EOFError("the browser has ended")
            self._pending += data
        message, _end, self._pending = self._pending.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        if "method" in answer and (tab := self._tabs.get(answer.get("sessionId", ""))):
            tab.heard.append(answer)
        return answer

    def free(self, tab: Tab) -> None:
        """Take a tab back, empty: without page, cookies, storage, and what was set in it."""
        tab.ask("Page.navigate", url="about:blank")
        if tab.origin:
            self.ask(
                "Storage.clearDataForOrigin", tab.session, origin=tab.origin, storageTypes="all"
            )
        self.ask("Storage.clearCookies", browserContextId=tab.context)
        self.ask("Target.detachFromTarget", sessionId=tab.session)
        self._tabs.pop(tab.session)
        self._free.append((tab.target, tab.context))

    def _target(self, context: str = "") -> str:
        where = {"browserContextId": context} if context else {}
        return str(self.ask("Target.createTarget", url="about:blank", **where)["targetId"])

    def _attached(self, target: str, context: str = "") -> Tab:
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session, target, context)
        self._tabs[session] = tab
        tab.ask("Page.enable")
        return tab


class Tab:
    """A tab of the browser; `heard` are the events that it has reported."""

    def __init__(self, browser: Browser, session: str, target: str, context: str) -> None:
        self._browser = browser
        self.session = session
        self.target = target
        self.context = context
        self.origin = ""
        """Of the page that it shows: what storage is kept for."""
        self.heard: list[dict[str, Any]] = []

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the answer to a command."""
        return self._browser.ask(method, self.session, **parameters)

    def open(self, address: str) -> None:
        """Show a page and wait until it is complete."""
        already = len(self.heard)
        self.origin = "/".join(address.split("/")[:3])
        if "loaderId" not in self.ask("Page.navigate", url=address):
            return  # only the part of the address after the # is another one
        while not any(
            message["method"] == "Page.loadEventFired" for message in self.heard[already:]
        ):
            self._browser.take_message()

    def close(self) -> None:
        """Close the tab and forget its cookies and its storage."""
        self._browser.free(self)
