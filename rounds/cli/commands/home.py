"""`rounds` in a terminal: a list of evenings, and then the command that was chosen there."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.chosen import carry_out, told_to_end
from rounds.i18n import language, using
from rounds.ui.launch.home import choose


def home(asked: Namespace) -> int:
    """Let the host choose what to do, and do it, until the evening runs or the host leaves."""
    while True:
        choice = choose()
        if choice is None:
            return 0
        with using(language()):  # a command speaks the language of its evening
            status = carry_out(choice, asked.chosen_language)
        if not choice.back or told_to_end(status):
            return status
