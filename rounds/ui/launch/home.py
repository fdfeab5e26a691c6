"""`rounds` alone: the host chooses what to do."""

from __future__ import annotations

from rounds.store.state.recent import recent
from rounds.ui.apps.home import HomeApp
from rounds.ui.launch.new_evening import set_up
from rounds.ui.launch.process import run_app
from rounds.ui.screens.choices import NEW, Choice
from rounds.ui.terminal.environment import check_environment


def choose() -> Choice | None:
    """Let the host choose, or set up a new evening; return the choice, None for nothing to do.

    After a failure the program ends with its exit status.
    """
    check_environment()
    while True:
        app = HomeApp(recent())
        status = run_app(app)
        if status:
            raise SystemExit(status)
        choice = app.return_value
        if choice != NEW:
            return choice
        if (made := set_up()) is not None:
            return made
