"""`rounds rehearse`: the whole evening at high speed, on a copy."""

from __future__ import annotations

from argparse import Namespace

from rounds.ui.launch import rehearsal


def rehearse(asked: Namespace) -> int:
    """Show the whole evening at high speed; without a terminal print its timeline."""
    return rehearsal.rehearse(
        asked.file, speed=asked.speed, calm=asked.calm, chosen=asked.chosen_language
    )
