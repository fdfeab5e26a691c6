"""Whether an evening is still to come, runs, or is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from rounds.domain.event import Event

Standing = Literal["planned", "running", "finished"]

FORGOTTEN = timedelta(hours=12)
"""An evening in which nothing happened for so long is over, although nobody closed it."""


def standing(event: Event, now: datetime) -> Standing:
    """Return how far an evening is; before the first step it is planned.

    It is so again where introductions or the first seats were shown and no round followed.
    """
    phase = event.clock[-1].phase if event.clock else "lobby"
    if not event.rounds and phase == "lobby":
        return "planned"
    if phase == "closing":
        return "finished"
    moments = [
        moment
        for moment in (
            *(entry.at for entry in event.clock),
            *(round_.started_at for round_ in event.rounds),
            *(round_.ended_at for round_ in event.rounds),
        )
        if moment is not None
    ]
    if moments and now - max(moments) < FORGOTTEN:
        return "running"
    return "finished" if event.rounds else "planned"
