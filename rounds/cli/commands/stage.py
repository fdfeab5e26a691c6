"""`rounds stage`: the stage of an evening that runs in another window."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.output import require_terminal
from rounds.ui.launch.stage import show_stage


def stage(asked: Namespace) -> int:
    """Show the stage of an evening that runs in another window."""
    require_terminal()
    return show_stage(asked.file, calm=asked.calm, chosen=asked.chosen_language)
