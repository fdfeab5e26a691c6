"""Carries out what a host chose on a screen, as if it had been typed as a command."""

from __future__ import annotations

import sys

from rounds.cli.command_table import run_command
from rounds.cli.output import tell
from rounds.cli.parser import parser
from rounds.domain.errors import RoundsError
from rounds.i18n import _
from rounds.ui.launch.editor import open_in_editor
from rounds.ui.screens.choices import Choice


def carry_out(choice: Choice, language: str | None) -> int:
    """Run the command that was chosen and return its exit status.

    `language` is the one that was chosen with `--lang`. Where the host wants to go on choosing,
    an error is told here, and what was printed can be read before Enter is pressed. See
    `told_to_end` for a program that nobody will press a key for any more.
    """
    if not choice.back:
        return _run(choice, language)
    try:
        status = _run(choice, language)
    except RoundsError as error:
        tell(error)
        status = error.exit_status
    if choice.edit is None and (choice.prints or status) and not told_to_end(status):
        sys.stdout.flush()
        sys.stderr.write("\n" + _("Press Enter to go on."))
        sys.stderr.flush()
        sys.stdin.readline()
    return status


def told_to_end(status: int) -> bool:
    """Return whether a signal ended the command: the laptop shuts down, or the window is closed."""
    return status > 128


def _run(choice: Choice, language: str | None) -> int:
    if choice.edit is not None:
        open_in_editor(choice.edit)
        return 0
    asked = parser("help").parse_args(list(choice.words))
    asked.chosen_language = language
    return run_command(asked)
