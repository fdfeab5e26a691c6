"""How long the evening takes, and how many rounds fit into it.

An evening is a row of rounds, each with its move before it, and the breaks between them.
All lengths are in seconds.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from rounds.domain.clock import LEAD_IN
from rounds.domain.event import Event, Settings

WITHOUT_AN_END = 2 * 3600.0
"""How long an evening is taken to be where the host gave no times."""


def round_length(settings: Settings) -> float:
    """Return the length of one round with its move and its lead-in."""
    lead_in = LEAD_IN if settings.listen_first else 0.0
    return settings.move_seconds + lead_in + settings.round_minutes * 60


def length(settings: Settings, first: int, last: int) -> float:
    """Return how long the rounds `first` to `last` take, with the breaks between them."""
    if last < first:
        return 0.0
    breaks = sum(1 for number in set(settings.break_after) if first <= number < last)
    return (last - first + 1) * round_length(settings) + breaks * settings.break_minutes * 60


def clock_time(text: str, day: datetime) -> datetime:
    """Return the moment that `"18:30"` names on a day."""
    hour, minute = text.split(":")
    return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


def closing_time(settings: Settings, opened: datetime) -> datetime | None:
    """Return the moment the hall closes; an hour before the start belongs to the next day."""
    if settings.ends_at is None:
        return None
    closes = clock_time(settings.ends_at, opened)
    if settings.starts_at is not None and closes <= clock_time(settings.starts_at, opened):
        closes += timedelta(days=1)
    return closes


def time_given(settings: Settings) -> float | None:
    """Return the length of the evening as the host gave it, None where it is not given."""
    if settings.starts_at is None or settings.ends_at is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day will do, only the difference counts
    closes = closing_time(settings, day)
    return (
        None if closes is None else (closes - clock_time(settings.starts_at, day)).total_seconds()
    )


def rounds_in_time(settings: Settings) -> int:
    """Return how many rounds fit into the evening (into two hours where no times are given)."""
    given = time_given(settings) or WITHOUT_AN_END
    return max((n for n in range(1, 41) if length(settings, 1, n) <= given), default=1)


def expected_end(event: Event, now: datetime, *, left: float, following: int) -> datetime:
    """Return when the evening will be over as things stand.

    `left` is what remains of the phase under way, `following` the number of the first round
    that has not been announced yet.
    """
    settings = event.in_force
    last = max([settings.rounds or 0, *(each.number for each in event.plan), following - 1])
    seconds = max(0.0, left) + length(settings, following, last)
    if following <= last and following - 1 in settings.break_after:
        seconds += settings.break_minutes * 60
    return now + timedelta(seconds=seconds)
