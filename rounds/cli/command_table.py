"""The table of commands, each with the function that carries it out.

A command's module is imported when the command runs, and only here: so `rounds --help` answers
without Textual, pydantic or the planner.
"""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module

COMMANDS = {
    "home": "home:home",
    "help": "help:print_help",
    "new": "new:new",
    "add": "add:add",
    "check": "check:check",
    "plan": "plan:plan",
    "print": "print:print_out",
    "run": "run:run",
    "stage": "stage:stage",
    "rehearse": "rehearse:rehearse",
    "demo": "demo:demo",
    "export": "export:export",
    "sheets": "sheets:sheets",
    "after": "after:after",
    "follow": "follow:follow",
    "summary": "summary:summary",
    "bench": "bench:bench",
}
"""Command -> module in `rounds.cli.commands` and function.

`home` and `help` are what `rounds` alone does, in a terminal and without one.
"""


def run_command(asked: Namespace) -> int:
    """Carry out the command in parsed arguments and return the exit status."""
    module, _colon, function = COMMANDS[asked.command].partition(":")
    status: int = getattr(import_module(f"rounds.cli.commands.{module}"), function)(asked)
    return status
