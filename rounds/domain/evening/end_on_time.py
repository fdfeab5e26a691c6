"""When the evening will be over as things stand, and the ways to be over in time."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import NamedTuple

from rounds.domain.event import Event, Settings
from rounds.domain.timetable import length, round_length, rounds_wanted

LEAST_MINUTES = 5
"""The shortest round: below it nobody gets past the names."""


INTRODUCTION_STEP = 15
"""Seconds by which introductions get shorter, and the shortest one."""


class Progress(NamedTuple):
    """How far the evening has come: what its end is computed from.

    `left` are the seconds that remain of the phase under way, `introductions` those that the
    introductions after it take, `following` is the number of the first round that has not been
    announced yet. `announced` says that a round waits to begin
    (its talk is still to come), `in_break` that the break before `following` has begun.
    """

    now: datetime
    left: float = 0.0
    introductions: float = 0.0
    following: int = 1
    announced: bool = False
    in_break: bool = False


class EndProposal(NamedTuple):
    """A way to go on: the number of rounds in all, their length, and when that ends.

    `break_after` is set if the breaks still to come are left out, `introductions` (seconds for
    each person) if those still to come are shorter.
    """

    rounds: int
    round_minutes: float
    ends_at: datetime
    break_after: tuple[int, ...] | None = None
    introductions: int | None = None


def end_of(settings: Settings, progress: Progress, last: int) -> datetime:
    """Return when the evening ends if `last` is its last round."""
    seconds = max(0.0, progress.left) + progress.introductions
    seconds += length(settings, progress.following, last)
    if progress.announced:
        seconds += round_length(settings) - settings.move_seconds
    breaks = set(settings.break_after)
    if progress.following <= last and progress.following - 1 in breaks and not progress.in_break:
        seconds += settings.break_minutes * 60
    return progress.now + timedelta(seconds=seconds)


def last_round(event: Event, following: int) -> int:
    """Return the number of the last round as things stand."""
    if event.plan or event.rounds:
        planned = max((round_.number for round_ in event.plan), default=0)
        return max(min(planned, event.in_force.rounds or planned), following - 1)
    return max(rounds_wanted(event), following - 1)


def expected_end(event: Event, progress: Progress) -> datetime:
    """Return when the evening will be over as things stand."""
    return end_of(event.in_force, progress, last_round(event, progress.following))


def ways_to_end_on_time(
    event: Event, progress: Progress, closes: datetime
) -> tuple[EndProposal, ...]:
    """Return up to three ways to be over by `closes`: fewer rounds, shorter ones, no break.

    No round gets shorter than five minutes; if that is not enough, the second way has fewer
    rounds, too. Nothing is proposed for an evening that ends in time.
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


def fewer_rounds(event: Event, progress: Progress) -> tuple[EndProposal, ...]:
    """Return the choices of fewer rounds than planned, the most rounds first.

    Closing after the round that is announced or runs is not among them.
    """
    settings = event.in_force
    last = last_round(event, progress.following)
    return tuple(
        EndProposal(rounds, settings.round_minutes, end_of(settings, progress, rounds))
        for rounds in range(last - 1, progress.following - 1, -1)
        if rounds >= 1
    )


def shorter_introductions(
    event: Event, progress: Progress, closes: datetime | None
) -> tuple[EndProposal, ...]:
    """Return the way that keeps all rounds and shortens the introductions to come, if there is one.

    They get as long as the planned end allows, else half as long.
    """
    settings, last = event.in_force, last_round(event, progress.following)
    now = settings.introductions
    if not progress.introductions or now <= INTRODUCTION_STEP:
        return ()
    people = progress.introductions / now
    most = (now - 1) // INTRODUCTION_STEP * INTRODUCTION_STEP

    def way(seconds: int) -> EndProposal:
        shorter = progress._replace(introductions=people * seconds)
        ends_at = end_of(settings, shorter, last)
        return EndProposal(last, settings.round_minutes, ends_at, introductions=seconds)

    half = max(1, now // 2 // INTRODUCTION_STEP) * INTRODUCTION_STEP
    if closes is None or end_of(settings, progress, last) <= closes:
        return (way(half),)
    ways = map(way, range(most, 0, -INTRODUCTION_STEP))
    return (next((each for each in ways if each.ends_at <= closes), way(half)),)


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
    """Return the best way without the breaks to come; None without a break, or if that is too late.

    It keeps all rounds and shortens them if necessary; if even five minutes are too long, it
    has fewer rounds of the present length.
    """
    begun = progress.following - 1 + progress.in_break
    kept = tuple(number for number in settings.break_after if number < begun)
    if not any(begun <= number < last for number in settings.break_after):
        return None
    straight = settings.with_(break_after=kept)
    ways = [_fewer(straight, progress, last, closes), _shorter(straight, progress, last, closes)]
    best = next((way for way in ways if way.rounds == last), ways[0])
    return best._replace(break_after=kept) if best.ends_at <= closes else None


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
