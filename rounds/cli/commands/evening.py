"""`rounds run`, `rounds stage` and `rounds rehearse`: the commands with a screen."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.output import require_terminal
from rounds.ui.apps import launch


def run(asked: Namespace) -> int:
    """Run the evening in this terminal."""
    require_terminal()
    return launch.run(
        asked.file,
        console=asked.console,
        mute=asked.mute,
        calm=asked.calm,
        speed=asked.speed,
        chosen=asked.chosen_language,
    )


def stage(asked: Namespace) -> int:
    """Show the stage of an evening that runs in another window."""
    require_terminal()
    return launch.stage(asked.file, calm=asked.calm, chosen=asked.chosen_language)


def rehearse(asked: Namespace) -> int:
    """Show the whole evening at high speed; without a terminal print its timeline."""
    return launch.rehearse(
        asked.file, speed=asked.speed, calm=asked.calm, chosen=asked.chosen_language
    )
