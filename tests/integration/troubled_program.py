"""Runs an evening in which one thing goes wrong.

`python -m tests.integration.troubled_program TROUBLE FILE`: TROUBLE names what fails: the drawing
of a beat, a key, a change, a thread, the start; or a disk that hangs from when FILE.hang is there,
or clocks that jump by the seconds in FILE.jump.
"""

from __future__ import annotations

import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import rounds.ui.apps.evening
from rounds import steady_clock
from rounds.session.session import Session
from rounds.store.disk.atomic import Disk
from rounds.ui.launch.evening import run

SECRET = "SECRETLINE, which somebody wrote in a note"


class Fault(Exception):
    """A fault of the program; as many do, it quotes what it was about."""


def fail(*_: object, **__: object) -> Any:
    secret = SECRET
    raise Fault(secret)


def trouble(kind: str, path: Path) -> None:
    """Make one thing go wrong, most of them when the host has switched the sound off."""
    app = rounds.ui.apps.evening.RoundsApp
    session = Session
    match kind:
        case "start":
            app.on_mount = fail  # type: ignore[method-assign]
        case "opening":
            app.run = fail  # type: ignore[method-assign]
        case "key":
            session.toggle_mute = fail  # type: ignore[method-assign]
        case "change":
            app.on_changed = fail  # type: ignore[method-assign]
        case "beat":
            watch = session.tick
            session.tick = lambda self: fail() if self.muted else watch(self)  # type: ignore
        case "thread":
            session.toggle_mute = lambda self: threading.Thread(target=fail).start()  # type: ignore
        case "disk":
            hangs, sync = path.with_suffix(".hang"), Disk.sync
            Disk.sync = lambda self, handle: (  # type: ignore
                threading.Event().wait(60) if hangs.exists() else sync(self, handle)
            )
        case "clocks":
            _let_clocks_jump(path)


def _let_clocks_jump(path: Path) -> None:
    """Add the numbers beside the event file to the steady clock and to the wall clock."""
    steady, wall = steady_clock.steady, steady_clock.wall

    def jump(number: int) -> float:
        return float(path.with_suffix(".jump").read_text().split()[number])

    def moved_wall() -> datetime:
        return wall() + timedelta(seconds=jump(1))

    steady_clock.steady = lambda: steady() + jump(0)
    steady_clock.wall = moved_wall


if __name__ == "__main__":
    event_file = Path(sys.argv[2])
    trouble(sys.argv[1], event_file)
    sys.exit(run(event_file))
