"""Plays a sound file with whatever player the system has.

The players are child processes, because an audio library in our own process would write over
the screen. The files are rendered by `tests/ui/sound/render.py` (`make sounds`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

Sound = Literal["warning", "swap", "end"]

FOLDER = Path(__file__).parent
"""Where the files are: `warning.wav`, `swap.wav`, `end.wav`."""

LONGEST = 6.0
"""Seconds after which a player is taken for one that hangs."""

_PLAYERS = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}


def play(sound: Sound) -> str | None:
    """Play a sound to its end; return the program that played it, None where there is none."""
    path = str(FOLDER / f"{sound}.wav")
    if sys.platform == "win32":
        return _played_by_windows(path)
    for command in _PLAYERS.get(sys.platform, _PLAYERS["linux"]):
        if shutil.which(command[0]) and _played_by([*command, path]):
            return command[0]
    return None


def _played_by(command: list[str]) -> bool:
    """Run a player in its own session, away from our terminal; return whether it played."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if sys.platform == "win32":
    import winsound

    def _played_by_windows(path: str) -> str | None:
        try:
            winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError:
            return None
        return "winsound"
