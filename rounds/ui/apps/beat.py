"""The beat of an evening: when the screens look at the clock again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rounds.session.session import Session

BEAT = 0.2
"""Seconds between two looks at the clock, about."""

JUST_BEHIND = 0.002
"""Seconds behind a change of the countdown at which it is painted."""

SHORTEST = 0.05
"""Seconds between two looks, at least: a clock that stands still keeps nobody busy."""


async def keep_time(session: Session, beat: Callable[[], object]) -> None:
    """Call `beat` again and again: a second that is over is painted at once, not a beat later.

    This sleeps by itself because a timer of Textual costs three times as much.
    """
    while True:
        await asyncio.sleep(until_next_beat(session))
        beat()


def until_next_beat(session: Session) -> float:
    """Return how many seconds to wait for the next look at the clock."""
    run = session.run
    if session.clocks.speed != 1.0:
        return BEAT / 2
    if not run.timed or run.paused:
        return BEAT
    to_change = session.state.remaining() % 1.0 + JUST_BEHIND
    # The last look before a change is left out where it would be too close to the change.
    return max(SHORTEST, to_change if to_change < BEAT + SHORTEST else BEAT)
