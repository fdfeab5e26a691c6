"""Conversion between the clock in memory and its entry in the record.

In memory a deadline is a reading of the steady clock, in the file a time of day to the second:
`steady` and `wall` are the readings of the two clocks at the same moment.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from rounds.domain.evening.clock import Run
from rounds.domain.event import Clock
from rounds.domain.timetable import LEAD_IN


def on_whole_second(run: Run, steady: float, wall: datetime) -> Run:
    """Return the run with its deadline on a whole second of the wall clock.

    The record keeps whole seconds, so a restart comes back to exactly the same deadline.
    """
    if run.ends_at is None:
        return run
    off = (wall + timedelta(seconds=run.ends_at - steady)).microsecond / 1e6
    return run._replace(ends_at=run.ends_at - off if off < 0.5 else run.ends_at + 1 - off)


def recorded(run: Run, steady: float, wall: datetime) -> Clock:
    """Return the run as an entry of the record."""
    ends_at = None
    if run.ends_at is not None:
        moment = wall + timedelta(seconds=run.ends_at - steady + 0.5)
        ends_at = moment.replace(microsecond=0)
    return Clock(
        phase=run.phase,
        round=run.round,
        seconds=round(run.seconds, 1),
        ends_at=ends_at,
        left=None if run.left is None else round(run.left, 1),
        skipped=round(run.skipped, 1),
        second=None if run.second is None else round(run.second, 1),
        person=run.person,
        order=run.order,
        at=wall.replace(microsecond=0),
    )


def resumed(entry: Clock, steady: float, wall: datetime) -> Run:
    """Return the run that an entry of the record describes.

    No phase lasts longer than it was given, even if the clock was set back since.
    """
    ends_at = None
    if entry.ends_at is not None:
        longest = entry.seconds + (LEAD_IN if entry.phase == "talk" else 0.0)
        ends_at = steady + min(longest, (entry.ends_at - wall).total_seconds())
    return Run(
        entry.phase,
        entry.round,
        entry.seconds,
        ends_at,
        entry.left,
        entry.skipped,
        entry.second,
        entry.person,
        entry.order,
    )
