"""The programs with a screen: each puts its parts together, runs, and returns an exit status."""

from __future__ import annotations

import sys
from pathlib import Path

from rounds import steady_clock
from rounds.domain.clock import Run
from rounds.domain.public import public
from rounds.formats.safe_text import one_line
from rounds.i18n import _, activate, from_environment
from rounds.session import Session
from rounds.store.event_file import EventFile, read_event
from rounds.store.first_start import welcome_needed
from rounds.store.recent import recent, remember
from rounds.store.room_file import RoomFile, RoomReader
from rounds.ui.app import RoundsApp
from rounds.ui.crash import CrashLogged
from rounds.ui.home import Choice, HomeApp
from rounds.ui.rehearsal import Autopilot, FastClocks, NoDisk, blank, timeline
from rounds.ui.sound import Cues
from rounds.ui.stage_window import StageWindow

FAILED = 70
"""The exit status after a failure of the program itself (EX_SOFTWARE)."""


def run(
    path: Path,
    *,
    console: bool = False,
    mute: bool = False,
    calm: bool = False,
    speed: float = 1.0,
) -> int:
    """Run the evening of an event file; return the exit status.

    `speed` hurries all clocks, for practising with the real keys.
    """
    file = EventFile.open(path)
    remember(path)
    clocks = FastClocks(speed)
    quick = speed != 1.0
    session = Session(
        file.event,
        file,
        language=file.event.in_force.language or from_environment(),
        calm=calm,
        muted=mute,
        steady=clocks.steady if quick else steady_clock.steady,
        wall=clocks.wall if quick else steady_clock.wall,
    )
    session.news.extend(file.warnings)
    file.report_to(session)
    window = RoomFile(path)
    app = RoundsApp(
        session,
        console=console,
        publish=window.publish,
        cues=Cues(),
        welcome=welcome_needed(),
    )
    try:
        return _finish(app)
    finally:
        session.close()


def stage(path: Path, *, calm: bool = False) -> int:
    """Show the stage of an event file in this window; return the exit status."""
    event = read_event(path)
    language = event.in_force.language or from_environment()
    activate(language)
    app = StageWindow(
        RoomReader(path).read,
        public(event, Run(), language=language),
        steady=steady_clock.steady,
        wall=steady_clock.wall,
        calm=calm,
    )
    return _finish(app)


def rehearse(path: Path, *, speed: float = 60.0, calm: bool = False) -> int:
    """Rehearse the evening; without a terminal print its timeline. Return the exit status."""
    event = read_event(path)
    activate(event.in_force.language or from_environment())
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        for line in timeline(event):
            sys.stdout.write(line + "\n")
        return 0
    clocks = FastClocks(speed)
    session = Session(
        blank(event),
        NoDisk(),
        language=event.in_force.language or from_environment(),
        calm=calm,
        steady=clocks.steady,
        wall=clocks.wall,
    )
    return _finish(RoundsApp(session, cues=Cues(), pilot=Autopilot(linger=3 * speed)))


def home() -> Choice | None:
    """Let the host choose what to do; None when there is nothing to do."""
    return HomeApp(recent()).run()


def _finish(app: CrashLogged[None]) -> int:
    """Run an app; after a failure say one friendly line instead of a traceback."""
    app.run()
    if not app.crashed:
        return app.return_code or 0
    where = one_line(str(app.crash_log)) if app.crash_log else "-"
    sys.stderr.write(
        _(
            "Rounds had to stop: this is a fault of the program. Start it again and the evening "
            "goes on where it was. The details are in {log}."
        ).format(log=where)
        + "\n"
    )
    return FAILED
