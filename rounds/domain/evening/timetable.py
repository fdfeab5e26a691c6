"""How long the evening takes, and how many rounds fit into it.

An evening is a row of rounds, each with its move before it, and the breaks between them.
All lengths are in seconds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from rounds.domain.evening.clock import LEAD_IN
from rounds.domain.event import Event, Settings

WITHOUT_AN_END = 2 * 3600.0
"""How long an evening is taken to be where the host gave no times."""

LEAST_MINUTES = 5
"""The shortest round: below it nobody gets past the names."""


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


def full_minute(at: datetime) -> datetime:
    """Return an end as it is told: the next full minute, so that nothing ends later than told."""
    return at + timedelta(seconds=-(at.second + at.microsecond / 1e6) % 60)


def clock_time(text: str, day: datetime) -> datetime:
    """Return the moment that `"18:30"` names on a day."""
    hour, minute = text.split(":")
    return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


def closing_time(settings: Settings, opened: datetime) -> datetime | None:
    """Return the moment the hall closes: the next one after the evening really began."""
    if settings.ends_at is None:
        return None
    closes = clock_time(settings.ends_at, opened)
    return closes if closes > opened else closes + timedelta(days=1)


def opening_time(settings: Settings, now: datetime) -> datetime | None:
    """Return the start on the invitation, which after midnight may be that of the day before."""
    if settings.starts_at is None:
        return None
    closes = closing_time(settings, now) or now + timedelta(hours=12)
    starts = clock_time(settings.starts_at, closes)
    return starts if starts < closes else starts - timedelta(days=1)


def time_given(settings: Settings) -> float | None:
    """Return the length of the evening as the host gave it, None where it is not given."""
    if settings.starts_at is None or settings.ends_at is None:
        return None
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - any day will do, only the difference counts
    starts = clock_time(settings.starts_at, day)
    closes = closing_time(settings, starts)
    return None if closes is None else (closes - starts).total_seconds()


def rounds_in_time(settings: Settings) -> int:
    """Return how many rounds fit into the evening (into two hours where no times are given)."""
    given = time_given(settings) or WITHOUT_AN_END
    return max((n for n in range(1, 41) if length(settings, 1, n) <= given), default=1)


@dataclass(frozen=True)
class Progress:
    """Where the evening stands: what the moments to come are reckoned from.

    `left` is what remains of the phase under way, `following` the number of the first round
    that has not been announced yet. `announced` says that a round waits to begin (its talk is
    still to come), `in_break` that the break before `following` has begun.
    """

    now: datetime
    left: float = 0.0
    following: int = 1
    announced: bool = False
    in_break: bool = False


@dataclass(frozen=True)
class EndProposal:
    """A way to go on: so many rounds in all, of so many minutes each, and when that ends.

    `break_after` is given where the way leaves out the breaks still to come.
    """

    rounds: int
    round_minutes: float
    ends_at: datetime
    break_after: tuple[int, ...] | None = None


def end_of(settings: Settings, progress: Progress, last: int) -> datetime:
    """Return when the evening ends if `last` is its last round."""
    seconds = max(0.0, progress.left) + length(settings, progress.following, last)
    if progress.announced:
        seconds += round_length(settings) - settings.move_seconds
    breaks = set(settings.break_after)
    if progress.following <= last and progress.following - 1 in breaks and not progress.in_break:
        seconds += settings.break_minutes * 60
    return progress.now + timedelta(seconds=seconds)


def last_round(event: Event, following: int) -> int:
    """Return the number of the last round as things stand."""
    if event.plan or event.rounds:
        return max([*(round_.number for round_ in event.plan), following - 1])
    return max(event.in_force.rounds or rounds_in_time(event.in_force), following - 1)


def expected_end(event: Event, progress: Progress) -> datetime:
    """Return when the evening will be over as things stand."""
    return end_of(event.in_force, progress, last_round(event, progress.following))


def ways_to_end_on_time(
    event: Event, progress: Progress, closes: datetime
) -> tuple[EndProposal, ...]:
    """Return up to three ways to be over by `closes`: fewer rounds, shorter ones, no break.

    No round gets shorter than five minutes; where that is not enough, the second way also
    has fewer rounds. Nothing is proposed for an evening that ends in time.
    """
    settings = event.in_force
    last = last_round(event, progress.following)
    if end_of(settings, progress, last) <= closes:
        return ()
    fewer = _fewer(settings, progress, last, closes)
    ways = [fewer] if fewer.rounds < last else []
    shorter = _shorter(settings, progress, last, closes)
    if shorter.round_minutes < settings.round_minutes and (
        shorter.rounds > fewer.rounds or shorter.ends_at <= closes < fewer.ends_at or not ways
    ):
        ways.append(shorter)
    without = _without_break(settings, progress, last, closes)
    if without is not None and not any(_as_good(way, without, closes) for way in ways):
        ways.append(without)
    return tuple(ways)


def _as_good(way: EndProposal, without: EndProposal, closes: datetime) -> bool:
    """Return whether a way that keeps the break is as good as one that leaves it out."""
    return (
        way.ends_at <= closes
        and way.rounds >= without.rounds
        and way.round_minutes >= without.round_minutes
    )


def _without_break(
    settings: Settings, progress: Progress, last: int, closes: datetime
) -> EndProposal | None:
    """Return how it goes without the breaks to come, None where there is none or it is too late.

    All rounds, if need be shorter ones; where five minutes are too long, fewer as they are.
    """
    begun = progress.following - 1 + progress.in_break
    kept = tuple(number for number in settings.break_after if number < begun)
    if not any(begun <= number < last for number in settings.break_after):
        return None
    straight = settings.with_(break_after=kept)
    ways = [_fewer(straight, progress, last, closes), _shorter(straight, progress, last, closes)]
    best = next((way for way in ways if way.rounds == last), ways[0])
    return replace(best, break_after=kept) if best.ends_at <= closes else None


def _fewer(settings: Settings, progress: Progress, last: int, closes: datetime) -> EndProposal:
    least = max(1, progress.following - 1)
    for rounds in range(last, least - 1, -1):
        ends_at = end_of(settings, progress, rounds)
        if ends_at <= closes:
            break
    return EndProposal(rounds, settings.round_minutes, ends_at)


def _shorter(settings: Settings, progress: Progress, last: int, closes: datetime) -> EndProposal:
    halves = range(math.ceil(settings.round_minutes * 2) - 1, LEAST_MINUTES * 2 - 1, -1)
    for minutes in [half / 2 for half in halves]:
        shortened = settings.with_(round_minutes=minutes)
        ends_at = end_of(shortened, progress, last)
        if ends_at <= closes:
            return EndProposal(last, minutes, ends_at)
    least = settings.with_(round_minutes=min(LEAST_MINUTES, settings.round_minutes))
    return _fewer(least, progress, last, closes)
