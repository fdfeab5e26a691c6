"""`rounds after`: the host's desk for the days after, with the evenings of several files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rounds.domain.errors import RoundsError, RuleError
from rounds.domain.event import Event
from rounds.domain.people.private_reports import with_reports
from rounds.domain.sentence import Sentence, sentence
from rounds.i18n import _, say
from rounds.session.desk import Desk
from rounds.store.reports_file import ReportsFile
from rounds.store.several_files import SeveralFiles
from rounds.store.state.room_file import seen_by_the_room
from rounds.text.safe import source_line
from rounds.ui.apps.after import AfterApp
from rounds.ui.launch.process import activate_language, run_app, tell
from rounds.ui.terminal.environment import check_environment

SWITCH = 0.001
"""Seconds for which the thread that reads and writes files may hold up the one that paints."""


def open_desk(paths: Sequence[Path], chosen: str | None = None) -> int:
    """Open the desk; return the exit status.

    `chosen` is a language that takes precedence over the files'. Raises `RoundsError` where not
    one of the files can be read, and while the room may see this terminal.
    """
    check_environment()
    _refuse_while_seen(paths)
    sys.setswitchinterval(SWITCH)
    reports = ReportsFile()
    desk = Desk(SeveralFiles(paths, lambda event: _kept_apart(event, reports)))
    activate_language(desk.open(), chosen)
    app = AfterApp(desk, reports, lambda: running_before_the_room(paths))
    try:
        status = run_app(app)
    finally:
        kept = desk.close()
    if app.return_value is not None:
        tell(say(app.return_value))
    for news in desk.news:
        tell(say(news))
    if not kept and not desk.news:
        tell(_("Not every change could be saved."))
    return status or int(not kept)


def _kept_apart(event: Event, reports: ReportsFile) -> Event:
    """Return the event in which the people are kept apart whom the host keeps apart by reports."""
    with suppress(RoundsError):  # the desk says so where the reports are shown
        return with_reports(event, reports.read())
    return event


def running_before_the_room(paths: Sequence[Path]) -> Sentence | None:
    """Return a sentence that names an evening which the room sees on this computer's screen."""
    for path in paths:
        if seen_by_the_room(path):
            return sentence(
                "The evening of {file} is running on this screen, and the room could read the "
                "desk. Open it after the evening.",
                file=source_line(path.name),
            )
    return None


def _refuse_while_seen(paths: Sequence[Path]) -> None:
    if (why := running_before_the_room(paths)) is not None:
        raise RuleError(why)
