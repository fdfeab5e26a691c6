"""Keeps the display on and the computer awake while an evening runs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from rounds.domain.sentence import sentence

DISPLAY_MAY_GO_DARK = sentence(
    "The display may go dark during the evening: switch the screen saver and power saving off."
)
"""What to tell the host where the system offers no way."""

FIRST_PICTURE = 2.0
"""Seconds after which the display is held: the first picture of the evening goes first."""


class Awake:
    """Holds the display from shortly after `start` to `stop`; a crash releases it, too.

    `on_failure` is called, in another thread, if the system offers no way.
    """

    def __init__(self, on_failure: Callable[[], None], after: float = FIRST_PICTURE) -> None:
        self._on_failure = on_failure
        self._after = after
        self._over = Event()
        self._thread = Thread(target=self._hold, name="awake", daemon=True)

    def start(self) -> None:
        """Hold the display soon; never waits and never fails."""
        self._thread.start()

    def stop(self) -> None:
        """Let the display go dark again."""
        self._over.set()
        self._thread.join(timeout=1.0)

    def _hold(self) -> None:
        if self._over.wait(self._after):
            return
        with display_held() as held:
            if not held:
                self._on_failure()
            self._over.wait()


@contextmanager
def display_held() -> Iterator[bool]:
    """Hold the display in a `with` block; the value says whether the system agreed."""
    if sys.platform == "darwin":
        with _held_by_caffeinate() as held:
            yield held
        return
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        yield bool(mode.active)


@contextmanager
def _held_by_caffeinate() -> Iterator[bool]:
    """Hold the display on macOS with the system's program, which ends with ours by itself."""
    command = ["caffeinate", "-d", "-i", "-w", str(os.getpid())]
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        process.terminate()
        process.wait()
