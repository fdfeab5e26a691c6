"""What a new evening becomes: rounds, breaks, when it ends, and whether that is in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rounds.domain.event import Event, Settings
from rounds.domain.new_evening.answers import Answers, participants
from rounds.domain.new_evening.proposals import day_of, end_of, start_of
from rounds.domain.timetable import (
    clock_time,
    closing_time,
    evening_length,
    full_minute,
    rounds_in_time,
    rounds_wanted,
)

MOST_ROUNDS = 40
USUAL_ROUNDS = 6
"""As many rounds are planned if the host gave no times."""

LONG = 5
"""From this many rounds on a break in the middle is proposed."""

_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class Outlook:
    """An evening in numbers; `ends` is None if no start was given.

    `introductions` are the seconds in which each person introduces themselves, 0 without that,
    `minutes` is its whole length, `over` how many minutes it ends after the time that was given
    (None without one), `most` how many rounds are possible with these people.
    """

    people: int
    rounds: int
    round_minutes: float
    introductions: int
    break_after: int
    break_minutes: float
    minutes: int
    ends: datetime | None
    over: int | None
    most: int


def most_rounds(people: int) -> int:
    """Return in how many rounds everybody can meet somebody new."""
    return min(MOST_ROUNDS, max(0, people - 1 + people % 2)) if people > 1 else 0


def outlook(answers: Answers, today: date) -> Outlook:
    """Return what the answers become; numbers that the host did not choose are proposed."""
    settings = settings_of(answers, today)
    return _outlook(settings, participants(answers), settings.rounds or 0)


def outlook_of(event: Event) -> Outlook:
    """Return what an event file becomes, with as many rounds as are possible at most."""
    people = sum(not person.staff for person in event.participants)
    rounds = min(rounds_wanted(event), max(1, most_rounds(people)))
    return _outlook(event.settings, people, rounds)


def _outlook(settings: Settings, people: int, rounds: int) -> Outlook:
    needed = evening_length(settings, rounds, people)
    ends = over = None
    if settings.starts_at:
        opens = clock_time(
            settings.starts_at, datetime.combine(settings.date or _ANY_DAY, _MIDNIGHT)
        )
        ends = full_minute(opens + timedelta(seconds=needed))
        closes = closing_time(settings, opens)
        over = None if closes is None else round((ends - closes).total_seconds() / 60)
    return Outlook(
        people,
        rounds,
        settings.round_minutes,
        settings.introductions,
        settings.break_after[0] if settings.break_after else 0,
        settings.break_minutes,
        -int(-needed // 60),
        ends,
        over,
        most_rounds(people),
    )


_MIDNIGHT = datetime.min.time()


def settings_of(answers: Answers, today: date) -> Settings:
    """Return the settings of the event file that the answers ask for."""
    settings = Settings(
        title=answers.title.strip() or "-",
        date=day_of(answers, today),
        place=answers.place.strip(),
        language=answers.language,
        round_minutes=answers.round_minutes,
        break_minutes=answers.break_minutes,
        introductions=answers.introductions,
        starts_at=start_of(answers),
        ends_at=end_of(answers),
    )
    rounds = answers.rounds or _fitting(settings, answers)
    return settings.with_(rounds=rounds, break_after=_breaks(answers.break_after, rounds))


def _fitting(settings: Settings, answers: Answers) -> int:
    """Return the most rounds that fit into the time and are possible with this number of people."""
    people = participants(answers)
    most = most_rounds(people) if people > 1 else USUAL_ROUNDS
    if settings.starts_at is None or settings.ends_at is None:
        return max(1, min(USUAL_ROUNDS, most))
    for rounds in range(min(most, rounds_in_time(settings, people)), 1, -1):
        planned = settings.with_(break_after=_breaks(answers.break_after, rounds))
        if rounds <= rounds_in_time(planned, people):
            return rounds
    return 1


def _breaks(after: int | None, rounds: int) -> tuple[int, ...]:
    if after is None:
        return (rounds // 2,) if rounds >= LONG else ()
    return (after,) if 0 < after < rounds else ()
