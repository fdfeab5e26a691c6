"""How long the parts of an evening are, when it opens and closes, and how many rounds fit into it.

An evening is a row of rounds, each with its move before it, and the breaks between them; before
the first one everybody may introduce themselves. All lengths are in seconds.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from rounds.domain.event import Event, Settings

LEAD_IN = 6.0
"""Seconds of "B listens first" before the clock of a round runs."""

OVER_BY = timedelta(hours=3)
"""How long after its planned end an evening may begin, or be waited for, and still be tonight's."""

WITHOUT_AN_END = 2 * 3600.0
"""The assumed length of an evening if the host gave no times."""


def introducing(event: Event) -> int:
    """Return how many people of the host's roster introduce themselves if all of them come."""
    return sum(not person.staff and (person.from_round or 1) == 1 for person in event.participants)


def introductions_length(settings: Settings, people: int) -> float:
    """Return how long the introductions of this number of people take; 0 if there are none."""
    return float(settings.introductions * people)


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


def evening_length(settings: Settings, rounds: int, people: int) -> float:
    """Return how long an evening of `rounds` rounds takes, with the introductions of the people."""
    return introductions_length(settings, people) + length(settings, 1, rounds)


def start_of_round(settings: Settings, number: int, people: int) -> float:
    """Return when the seats of a round are shown, counted from the start of the evening.

    `people` introduce themselves before the first one.
    """
    breaks = sum(1 for after in set(settings.break_after) if after < number)
    return (
        introductions_length(settings, people)
        + (number - 1) * round_length(settings)
        + breaks * settings.break_minutes * 60
    )


def full_minute(at: datetime) -> datetime:
    """Return the next full minute: an end is announced so that nothing ends later than that."""
    return at + timedelta(seconds=-(at.second + at.microsecond / 1e6) % 60)


def clock_time(text: str, day: datetime) -> datetime:
    """Return the moment that `"18:30"` names on a day."""
    hour, minute = text.split(":")
    return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


def closing_time(settings: Settings, opened: datetime) -> datetime | None:
    """Return the planned end of the evening: the first such time after it has opened."""
    if settings.ends_at is None:
        return None
    closes = clock_time(settings.ends_at, opened)
    return closes if closes > opened else closes + timedelta(days=1)


def planned_end(settings: Settings, opened: datetime) -> datetime | None:
    """Return the end planned for the evening that opened then; it may be over by a few hours.

    An evening whose first step comes after its planned end is late, and not a day early.
    """
    return closing_time(settings, opened - OVER_BY)


def opening_time(settings: Settings, now: datetime) -> datetime | None:
    """Return the start on the invitation of the evening of `planned_end`.

    After midnight, and after its planned end, it was earlier than now.
    """
    if settings.starts_at is None:
        return None
    closes = planned_end(settings, now) or now + timedelta(hours=12)
    starts = clock_time(settings.starts_at, closes)
    return starts if starts < closes else starts - timedelta(days=1)


def time_given(settings: Settings) -> float | None:
    """Return the length of the evening that the host gave, None if there is none."""
    if settings.starts_at is None or settings.ends_at is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day will do, only the difference counts
    starts = clock_time(settings.starts_at, day)
    closes = closing_time(settings, starts)
    return None if closes is None else (closes - starts).total_seconds()


def rounds_in_time(settings: Settings, people: int) -> int:
    """Return the number of rounds that fit into the evening (two hours if no times are given).

    `people` introduce themselves first, if the settings say so.
    """
    given = time_given(settings) or WITHOUT_AN_END
    fitting = (n for n in range(1, 41) if evening_length(settings, n, people) <= given)
    return max(fitting, default=1)


def rounds_wanted(event: Event) -> int:
    """Return the number of rounds that the host wants, or else as many as fit into the evening."""
    return event.in_force.rounds or rounds_in_time(event.in_force, introducing(event))
