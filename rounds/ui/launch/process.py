"""What every program with a screen does as a process: its language, its end, its last words."""

from __future__ import annotations

import sys
from typing import Any

from rounds.domain.event import Event
from rounds.i18n import Customs, _, activate, follow, language
from rounds.text.safe import one_line
from rounds.ui.apps.shutdown import FAILED, ShutdownApp


def activate_language(event: Event, chosen: str | None) -> None:
    """Put a language in force: the one chosen on the command line, the event's, or the system's."""
    settings = event.in_force
    first = settings.languages[0] if settings.languages else language()
    activate(chosen or settings.language or first)
    follow(Customs(settings.clock, settings.dates))


def run_app(app: ShutdownApp[Any], *, mouse: bool = True) -> int:
    """Run an app and return its exit status; after a failure say one line, not a traceback."""
    try:
        with app.guarded():
            app.run(mouse=mouse)
    except Exception as fault:  # before its first picture, or after its last
        app.log_failure(fault)
    if not app.crashed:
        return app.return_code or 0
    where = one_line(str(app.crash_log)) if app.crash_log else "-"
    tell(
        _(
            "Rounds had to stop because of a fault in the program. Start it again and the "
            "evening continues where it was. The details are in {log}."
        ).format(log=where)
    )
    return FAILED


def tell(message: str) -> None:
    """Write a line for the host below the terminal's own picture."""
    sys.stderr.write(message + "\n")
