"""The programs with a screen: each puts its parts together, runs, and returns an exit status."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rounds import steady_clock
from rounds.domain.evening.clock import Run
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room_view import begins_at, room_of
from rounds.i18n import _, activate, language, ngettext
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from rounds.store.reading.read import read_event
from rounds.store.state.paths import private_folder, state_folder
from rounds.store.state.recent import recent, remember
from rounds.store.state.room_file import RoomFile, RoomReader
from rounds.text.safe import one_line
from rounds.ui.apps.goodbye import farewell
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.environment import check_environment

if TYPE_CHECKING:
    from rounds.domain.event import Event
    from rounds.store.event_file import EventFile
    from rounds.ui.apps.home import Choice

FAILED = 70
"""The exit status after a failure of the program itself (EX_SOFTWARE)."""


def run(
    path: Path,
    *,
    console: bool = False,
    mute: bool = False,
    calm: bool = False,
    speed: float = 1.0,
    chosen: str | None = None,
) -> int:
    """Run the evening of an event file; return the exit status.

    `speed` hurries all clocks, for practising with the real keys. `chosen` is a language
    that goes before the file's.
    """
    from rounds.store.event_file import EventFile
    from rounds.store.state.first_start import welcome_needed
    from rounds.ui.apps.evening import RoundsApp
    from rounds.ui.rehearsal.autopilot import FastClocks
    from rounds.ui.sound import Cues

    check_environment()
    with suppress(OSError):  # before anything is put into it: made as a parent it would be open
        private_folder(state_folder())
    file = EventFile.open(path)
    remember(path)
    _speak(file.event, chosen)
    event = _with_rescued(file)
    hurried = FastClocks(speed) if speed != 1.0 else None
    clocks = hurried or steady_clock
    room_file = RoomFile(path)
    session = Session(
        event,
        file,
        Clocks(clocks.steady, clocks.wall, speed),
        language=language(),
        calm=calm,
        muted=mute,
    )
    session.state.news.extend(file.warnings)
    file.report_to(session.state)
    if event is not file.event:
        file.save(event)
    app = RoundsApp(
        session,
        console=console,
        publish=lambda room: room_file.publish(hurried.unhurried(room) if hurried else room),
        cues=Cues(),
        welcome=welcome_needed(),
        watched=room_file.watched if console else None,
    )
    try:
        status = _finish(app)
    finally:
        kept = session.close()
    if not kept:
        _tell(
            _(
                "Not everything could be saved. It is kept beside Rounds' own files and will be "
                "offered at the next start; do not delete anything until then."
            )
        )
        return status or 1
    if event is not file.event:
        file.forget_rescued()
    if status == 0:
        _tell(farewell(path, held=bool(session.event.rounds)))
    return status


def _with_rescued(file: EventFile) -> Event:
    """Ask whether to take in what an earlier session could not save; return the event."""
    if not file.rescued:
        return file.event
    _tell(
        ngettext(
            "The last time {count} entry could not be saved to the event file.",
            "The last time {count} entries could not be saved to the event file.",
            len(file.rescued),
        ).format(count=len(file.rescued))
    )
    sys.stderr.write(_("Take them in now? (Enter: yes, n: no, not now) "))
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower().startswith("n"):
        return file.event
    return file.merge_rescued(file.event)


def stage(path: Path, *, calm: bool = False, chosen: str | None = None) -> int:
    """Show the stage of an event file in this window; return the exit status."""
    from rounds.store.disk.lock import is_open
    from rounds.store.disk.nearby import shell_quoted
    from rounds.ui.apps.projector import StageWindow

    check_environment()
    event = read_event(path)
    _speak(event, chosen)
    app = StageWindow(
        RoomReader(path).read,
        room_of(RosterIndex(event), Run(), language=language()).with_(
            begins_at=begins_at(event, steady_clock.steady(), steady_clock.wall())
        ),
        steady=steady_clock.steady,
        wall=steady_clock.wall,
        calm=calm,
        name=shell_quoted(path.name),
        runs_elsewhere=lambda: is_open(path),
    )
    return _finish(app)


def rehearse(
    path: Path, *, speed: float = 60.0, calm: bool = False, chosen: str | None = None
) -> int:
    """Rehearse the evening; without a terminal print its timeline. Return the exit status."""
    from rounds.ui.apps.evening import RoundsApp
    from rounds.ui.rehearsal.autopilot import Autopilot, FastClocks, NoDisk, blank
    from rounds.ui.rehearsal.timeline import timeline
    from rounds.ui.sound import Cues

    event = read_event(path)
    _speak(event, chosen)
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        for line in timeline(event):
            sys.stdout.write(line + "\n")
        return 0
    check_environment()
    clocks = FastClocks(speed)
    session = Session(
        blank(event),
        NoDisk(),
        Clocks(clocks.steady, clocks.wall, speed),
        language=language(),
        calm=calm,
    )
    return _finish(RoundsApp(session, cues=Cues(), pilot=Autopilot(linger=2 * speed)))


def home() -> Choice | None:
    """Let the host choose what to do; None when there is nothing to do."""
    from rounds.ui.apps.home import HomeApp

    check_environment()
    app = HomeApp(recent())
    status = _finish(app)
    if status:
        raise SystemExit(status)
    return app.return_value


def _speak(event: Event, chosen: str | None) -> None:
    """Put the evening's language in force: the chosen one, the file's, or the system's."""
    activate(chosen or event.in_force.language or language())


def _finish(app: ShutdownApp[Any]) -> int:
    """Run an app; after a failure say one friendly line instead of a traceback."""
    try:
        with app.watched():
            app.run()
    except Exception as fault:  # before its first picture, or after its last
        app.failed(fault)
    if not app.crashed:
        return app.return_code or 0
    where = one_line(str(app.crash_log)) if app.crash_log else "-"
    _tell(
        _(
            "Rounds had to stop: this is a fault of the program. Start it again and the evening "
            "goes on where it was. The details are in {log}."
        ).format(log=where)
    )
    return FAILED


def _tell(message: str) -> None:
    sys.stderr.write(message + "\n")
