"""`rounds after`: the host's desk for the days after, in this terminal."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.output import require_terminal
from rounds.ui.launch.after import open_desk


def after(asked: Namespace) -> int:
    """Open the desk with the evenings of some files."""
    require_terminal()
    return open_desk(asked.files, asked.chosen_language)
