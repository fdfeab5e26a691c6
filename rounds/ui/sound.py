"""The sounds of a round: one tone in the last minute, two rising at the swap, three at the end.

Never the only signal, and never in the way: a tone is synthesised here and played by what the
system has, in a thread of its own; a machine without sound rings the terminal's bell or is silent.
The players are child processes because an audio library in our own would write over the screen.
"""

from __future__ import annotations

import array
import io
import math
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import wave
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rounds.domain.evening.clock import Run, remaining

if TYPE_CHECKING:
    from rounds.session.session import Session

RATE = 22_050
"""Samples per second."""

SILENCE = 0.3
"""Seconds before the first tone: an HDMI output that was asleep swallows the start of a sound."""

LATE = 2.0
"""Seconds after its moment for which a cue is still worth playing."""

AGAIN = 10.0
"""Seconds of overtime after which the end sounds once more."""

NAMES = ("warning", "swap", "end")

_LONGEST = 6.0
_TONES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "warning": ((0.0, 660, 0.5),),
    "swap": ((0.0, 523, 0.35), (0.25, 784, 0.6)),
    "end": ((0.0, 784, 0.5), (0.35, 659, 0.5), (0.7, 523, 1.1)),
}
"""For each cue its tones: start in seconds, frequency in Hz, length in seconds."""

_PLAYERS = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}


def cue_between(
    before: Run, then: float, run: Run, now: float, *, halves: bool, warning: float
) -> str:
    """Return the cue whose moment lies between two looks at the clock, empty for none.

    `before` is the run as it stood at `then`. Of several only the last is returned, and none
    that is more than `LATE` seconds old, so a laptop that slept does not sound a whole round.
    """
    same = (before.phase, before.round) == ("talk", run.round) and run.phase == "talk"
    if not same or run.paused:
        return ""
    half = run.half
    moments = [(0.0, "end"), (-AGAIN, "end")]
    if halves:
        moments.append((half, "swap"))
    if warning > 0:
        moments.append((min(warning, half), "warning"))
    earlier = remaining(before, max(then, now - LATE))
    left = remaining(run, now)
    passed = [(moment, name) for moment, name in moments if left <= moment < earlier]
    return min(passed)[1] if passed else ""


class Cues:
    """Plays the sounds of the evening as the clock comes to them.

    `start` begins a sound without waiting for it; `bell` rings where nothing can play it.
    """

    def __init__(
        self,
        bell: Callable[[], None] | None = None,
        start: Callable[[str], None] | None = None,
    ) -> None:
        self.bell = bell
        self._start = start or self._in_background
        self._seen: tuple[Run, float] | None = None
        self._unheard = threading.Event()

    def follow(self, session: Session, now: float) -> None:
        """Play what has become due since the last call; called ten times a second."""
        seen, self._seen = self._seen, (session.run, now)
        if self._unheard.is_set():
            self._unheard.clear()
            if self.bell and not session.muted:
                self.bell()
        if seen is None or session.muted:
            return
        settings = session.event.in_force
        name = cue_between(
            *seen,
            session.run,
            now,
            halves=settings.listen_first,
            warning=settings.warning_seconds,
        )
        if name:
            self._start(name)

    def _in_background(self, name: str) -> None:
        def sound() -> None:
            if play(name) is None:
                self._unheard.set()  # rung by the next call, in the terminal's own thread

        threading.Thread(target=sound, name=f"sound of {name}", daemon=True).start()


def play(name: str) -> str | None:
    """Play a cue to its end; return the program that played it, None where there is none."""
    try:
        path = _file(name)
    except OSError:
        return None
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError:
            return None
        return "winsound"
    for command in _PLAYERS.get(sys.platform, _PLAYERS["linux"]):
        if shutil.which(command[0]) and _ran([*command, str(path)]):
            return command[0]
    return None


def _ran(command: list[str]) -> bool:
    """Run a player in its own session, away from our terminal; return whether it played."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@cache
def _folder() -> Path:
    """Return a folder of our own for the sounds, the same for the whole evening."""
    from platformdirs import user_cache_path

    folder = user_cache_path("rounds", ensure_exists=False) / "sounds"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass  # a read-only home: the sounds go where temporary files go
    return Path(tempfile.mkdtemp(prefix="rounds-sounds-"))


@cache
def _file(name: str) -> Path:
    """Return a sound file that holds this cue, written anew once in each process."""
    path = _folder() / f"{name}.wav"
    descriptor, temporary = tempfile.mkstemp(prefix=f".{name}-", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(tone(name))
    os.replace(temporary, path)
    return path


def tone(name: str) -> bytes:
    """Return a cue as a WAV file: one channel, 16 bit, half a second to two long."""
    tones = _TONES[name]
    length = SILENCE + max(start + seconds for start, _pitch, seconds in tones)
    wanted = [0.0] * math.ceil(RATE * length)
    for start, pitch, seconds in tones:
        first = round(RATE * (SILENCE + start))
        for step in range(min(round(RATE * seconds), len(wanted) - first)):
            t = step / RATE
            # A soft attack and a low overtone: heard in a full room, and no click.
            loudness = min(1.0, t / 0.008) * math.exp(-3.2 * t / seconds)
            wave_at = math.sin(2 * math.pi * pitch * t)
            wanted[first + step] += loudness * (
                wave_at + 0.35 * math.sin(4 * math.pi * pitch * t) * math.exp(-6 * t / seconds)
            )
    peak = max(abs(value) for value in wanted)
    samples = array.array("h", (round(28_000 * value / peak) for value in wanted))
    if sys.byteorder == "big":
        samples.byteswap()
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return held.getvalue()
