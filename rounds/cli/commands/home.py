"""`rounds` in a terminal: a menu, and then the command that was chosen there."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.command_table import run_command
from rounds.cli.parser import parser
from rounds.ui.launch.home import choose


def home(asked: Namespace) -> int:
    """Let the host choose what to do, and do it."""
    choice = choose()
    if choice is None:
        return 0
    known = parser("help")
    chosen = known.parse_args([] if choice.what == "help" else choice.words)
    chosen.chosen_language = asked.chosen_language
    return run_command(chosen)
