"""`rounds rehearse`: the whole evening at high speed, on the screen or as a timeline."""

from __future__ import annotations

import sys
from pathlib import Path

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.timetable import clock_time
from rounds.i18n import _, language
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from rounds.store.reading.read import read_event
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.launch.process import activate_language, run_app
from rounds.ui.rehearsal.autopilot import Autopilot, NoDisk, without_record
from rounds.ui.rehearsal.clocks import FastClocks
from rounds.ui.rehearsal.numbers import numbers
from rounds.ui.rehearsal.timeline import timeline
from rounds.ui.sound.cues import Cues
from rounds.ui.terminal.environment import check_environment


def rehearse(
    path: Path, *, speed: float = 60.0, calm: bool = False, chosen: str | None = None
) -> int:
    """Rehearse the evening; without a terminal print its timeline. Return the exit status.

    Either ends with the numbers of the evening.
    """
    event = read_event(path)
    activate_language(event, chosen)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        for line in timeline(event):
            sys.stdout.write(line + "\n")
        return 0
    check_environment()
    clocks = FastClocks(speed)
    if event.settings.starts_at:
        clocks.wall_start = clock_time(event.settings.starts_at, clocks.wall_start)
    session = Session(
        without_record(event),
        NoDisk(),
        Clocks(clocks.steady, clocks.wall, speed),
        planner=PlannerAtOnce(),
        language=language(),
        calm=calm,
    )
    status = run_app(RoundsApp(session, cues=Cues(), pilot=Autopilot(linger=2 * speed)))
    if status == 0:
        sys.stdout.write(_("The rehearsal in numbers:") + "\n")
        sys.stdout.writelines(f"  {line}\n" for line in numbers(session.event))
    return status
