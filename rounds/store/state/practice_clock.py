"""The clock of an evening that is practised at another speed, so that a restart goes on with it.

The record keeps times of day by the clock of the practice. A program that starts again at the
system's time would find them in the future.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from rounds.store.state.paths import name_for, replace_text, state_folder

LONGEST = timedelta(days=1)
"""How far such a clock goes on while nobody looks at it."""


class PracticeClock(NamedTuple):
    """A clock that showed `shown` at the time `real`, and runs `speed` times as fast."""

    real: datetime
    shown: datetime
    speed: float

    def at(self, real: datetime) -> datetime:
        """Return what the clock shows at a time of the system's clock."""
        passed = min(max(real - self.real, timedelta()) * self.speed, LONGEST)
        return self.shown + passed


def find(event_file: Path) -> PracticeClock | None:
    """Return the clock by which an evening was practised last, None if there is none."""
    try:
        kept = json.loads(_place(event_file).read_bytes())
        return PracticeClock(
            datetime.fromisoformat(kept["real"]),
            datetime.fromisoformat(kept["shown"]),
            float(kept["speed"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(event_file: Path, clock: PracticeClock) -> None:
    """Keep the clock of a practice; if the disk refuses, only a restart is wrong."""
    text = json.dumps(
        {"real": clock.real.isoformat(), "shown": clock.shown.isoformat(), "speed": clock.speed}
    )
    with suppress(OSError):
        replace_text(_place(event_file), text)


def forget(event_file: Path) -> None:
    """Go back to the system's clock."""
    with suppress(OSError):
        _place(event_file).unlink(missing_ok=True)


def _place(event_file: Path) -> Path:
    return state_folder() / "practice" / f"{name_for(event_file)}.json"
