"""`rounds run`: the evening of an event file, in this window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from rounds import steady_clock
from rounds.background.background_planner import BackgroundPlanner
from rounds.domain.event import Event
from rounds.i18n import _, language, ngettext
from rounds.session.clocks import Clocks
from rounds.session.phones import Phones
from rounds.session.session import Session
from rounds.store.event_file import EventFile
from rounds.store.reading.interpret import Loaded
from rounds.store.reports_file import ReportsFile
from rounds.store.state.first_start import welcome_needed
from rounds.store.state.paths import private_folder, state_folder
from rounds.store.state.recent import remember
from rounds.store.state.room_file import RoomFile
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.awake import DISPLAY_MAY_GO_DARK, Awake
from rounds.ui.launch.clocks import news_of_the_clock, practice_clocks
from rounds.ui.launch.goodbye import farewell
from rounds.ui.launch.process import activate_language, run_app, tell
from rounds.ui.sound.cues import Cues
from rounds.ui.terminal.environment import check_environment


def run(
    path: Path,
    *,
    known: Loaded | None = None,
    console: bool = False,
    mute: bool = False,
    calm: bool = False,
    speed: float = 1.0,
    chosen: str | None = None,
    phones: Callable[[Session], Phones] | None = None,
    phones_on: bool = False,
) -> int:
    """Run the evening of an event file; return the exit status.

    `known` is what was read of the file just before, so that it is not read twice.
    `speed` hurries all clocks, for practising with the real keys (see `practice_clocks`).
    `chosen` is a language that takes precedence over the file's. `phones` makes the phones of a
    session; they are switched on from the start by `phones_on`, or where the file says so.
    """
    check_environment()
    with suppress(OSError):  # before anything is put into it: made as a parent it would be open
        private_folder(state_folder())
    file = EventFile.open(path, known=known)
    remember(path)
    activate_language(file.event, chosen)
    event = _with_rescued(file)
    hurried = practice_clocks(path, event, speed)
    clocks = hurried or steady_clock
    room_file = RoomFile(path)
    session = Session(
        event,
        file,
        Clocks(clocks.steady, clocks.wall, speed),
        planner=BackgroundPlanner(),
        reports=ReportsFile(),
        language=language(),
        calm=calm,
        muted=mute,
    )
    session.state.news.extend((*file.warnings, *news_of_the_clock(hurried)))
    file.report_to(session.state)
    if event is not file.event:
        file.save(event)
    app = RoundsApp(
        session,
        console=console,
        publish=lambda room: room_file.publish(hurried.unhurried(room) if hurried else room),
        cues=Cues(),
        welcome=welcome_needed(),
        watched=room_file.watched,
        file=path,
        phones=partial(phones, session) if phones else None,
        phones_on=phones_on or event.settings.phones,
    )
    awake = Awake(lambda: session.state.remark(DISPLAY_MAY_GO_DARK))
    awake.start()
    try:
        status = run_app(app)
    finally:
        awake.stop()
        kept = session.close()
    if not kept:
        tell(
            _(
                "Not everything could be saved. The rest is kept with Rounds' own files and "
                "will be offered at the next start; do not delete anything until then."
            )
        )
        return status or 1
    if event is not file.event:
        file.forget_rescued()
    if status == 0:
        tell(farewell(path, held=bool(session.event.rounds)))
    return status


def _with_rescued(file: EventFile) -> Event:
    """Return the event with what an earlier session could not save, if the host agrees."""
    if not file.rescued:
        return file.event
    tell(
        ngettext(
            "Last time, {count} entry could not be saved to the event file.",
            "Last time, {count} entries could not be saved to the event file.",
            len(file.rescued),
        ).format(count=len(file.rescued))
    )
    sys.stderr.write(_("Add them now? (Enter: yes, n: not now) "))
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower().startswith("n"):
        return file.event
    return file.merge_rescued(file.event)
