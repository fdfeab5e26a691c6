"""`rounds run`: the evening in this terminal."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.output import require_terminal
from rounds.ui.launch import evening


def run(asked: Namespace) -> int:
    """Run the evening in this terminal."""
    require_terminal()
    return evening.run(
        asked.file,
        console=asked.console,
        mute=asked.mute,
        calm=asked.calm,
        speed=asked.speed,
        chosen=asked.chosen_language,
    )
