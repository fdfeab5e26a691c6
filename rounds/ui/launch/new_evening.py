"""`rounds new` in a terminal: the host is asked for everything that an evening needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rounds.domain.errors import RoundsError
from rounds.domain.new_evening.answers import Answers
from rounds.domain.people.private_reports import PrivateReport
from rounds.i18n import language, say
from rounds.steady_clock import wall
from rounds.store.reports_file import ReportsFile
from rounds.ui.apps.new_evening import NewEveningApp
from rounds.ui.launch.process import run_app, tell
from rounds.ui.screens.choices import Choice
from rounds.ui.terminal.environment import check_environment


def set_up(file: Path | None = None, chosen: str | None = None) -> Choice | None:
    """Set up an evening and write its file; return what the host wants to do with it.

    `file` is the name that was given, `chosen` the language of the evening. After a failure the
    program ends with its exit status.
    """
    check_environment()
    spoken = language() if chosen is None else ("ja" if chosen == "ja" else "en")
    answers = Answers(language=spoken, file=str(file) if file else "")
    app = NewEveningApp(answers, wall().date(), _reports())
    status = run_app(app)
    app.keep(0.0)  # also after a signal
    if status:
        raise SystemExit(status)
    return app.return_value


def _reports() -> Sequence[PrivateReport]:
    """Return the reports; the host is told if their file cannot be used, and that is all."""
    try:
        return ReportsFile().read()
    except RoundsError as fault:
        tell(say(fault))
        return ()
