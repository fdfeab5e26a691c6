"""`rounds stage`: the stage of an evening that runs in another window."""

from __future__ import annotations

from pathlib import Path

from rounds import steady_clock
from rounds.domain.evening.clock import Run
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room_view import begins_at, room_of
from rounds.i18n import language
from rounds.store.disk.lock import is_open
from rounds.store.disk.nearby import shell_quoted
from rounds.store.reading.read import read_event
from rounds.store.state.room_file import RoomReader
from rounds.ui.apps.projector import StageWindow
from rounds.ui.launch.process import activate_language, run_app
from rounds.ui.terminal.environment import check_environment


def show_stage(path: Path, *, calm: bool = False, chosen: str | None = None) -> int:
    """Show the stage of an event file in this window; return the exit status."""
    check_environment()
    event = read_event(path)
    activate_language(event, chosen)
    lobby = room_of(RosterIndex(event), Run(), language=language())
    app = StageWindow(
        RoomReader(path).read,
        lobby.with_(begins_at=begins_at(event, steady_clock.steady(), steady_clock.wall())),
        steady=steady_clock.steady,
        wall=steady_clock.wall,
        calm=calm,
        name=shell_quoted(path.name),
        is_running=lambda: is_open(path),
    )
    return run_app(app, mouse=False)
