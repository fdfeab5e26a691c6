"""Parses the arguments, runs one command and returns the exit status.

The status is 0 for success, 1 for a refusal and 2 for wrong input. Results go to stdout, messages
to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rounds.cli.command_table import run_command
from rounds.cli.output import (
    discard_output,
    in_a_terminal,
    prepare_streams,
    store_error,
    tell,
)
from rounds.cli.parser import parser
from rounds.cli.raw_arguments import language_asked_for, notes_in_one, options_first
from rounds.cli.suggestions import check_the_command
from rounds.domain.errors import RoundsError, StoreError
from rounds.i18n import activate, from_environment
from rounds.ui.apps.quick_start import prepare

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells count it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    chosen = language_asked_for(arguments)
    try:
        activate(chosen or from_environment())
        known = parser("home" if in_a_terminal() else "help")
        check_the_command(known, arguments)
        asked = known.parse_args(options_first(notes_in_one(arguments)))
        asked.chosen_language = chosen
        status = run_command(asked)
        sys.stdout.flush()
    except RoundsError as error:
        tell(error)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The program that reads the output has ended; the rest of it is not wanted.
        discard_output()
        return 0
    except OSError as error:
        discard_output()
        tell(store_error(error))
        return StoreError.exit_status
    return status
