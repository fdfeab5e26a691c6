"""The report before doors open: people, tables, rounds, rests, industries and the timetable."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from rounds.domain.event import Event, Participant, Settings
from rounds.domain.people.roster import people
from rounds.domain.people.sameness import industry
from rounds.domain.planner.reports.outcome import Outcome, outcome
from rounds.domain.sentence import Sentence
from rounds.domain.timetable import (
    clock_time,
    evening_length,
    full_minute,
    introducing,
    introductions_length,
    round_length,
)
from rounds.domain.views.host_view import duration
from rounds.formats.columns import aligned
from rounds.formats.plan.assessment import Feasibility, day_of
from rounds.i18n import _, listed, ngettext, say, shown_date, shown_time
from rounds.text.safe import one_line

if TYPE_CHECKING:
    from rounds.domain.planner.result import Plan

SHOWN_INDUSTRIES = 4

FAR = 8 * 3600
"""So many seconds between the last round and the planned end are a mistyped time."""


def render(event: Event, found: Feasibility, remarks: Sequence[str] = ()) -> str:
    """Return the report; `remarks` are about this computer: the folder, the terminal."""
    settings = event.in_force
    day = shown_date(settings.date) if settings.date else ""
    about = [settings.title, day, settings.place]
    lines = [one_line(listed([word for word in about if word])), ""]
    lines += aligned(list(_rows(event, found)), widest=60)
    lines += _timetable(settings, found, introducing(event))
    said = [
        *reasons(found.plan),
        *found.plan.warnings,
        *found.plan.remarks,
        *found.plan.summary,
    ]
    told = list(dict.fromkeys([*(say(each) for each in said), *_times(settings, found), *remarks]))
    if told:
        lines += ["", *(f"- {one_line(each)}" for each in told)]
    return "\n".join(lines) + "\n"


def reasons(plan: Plan) -> list[Sentence]:
    """Return why not all rounds are possible and what the host could do, empty if they are."""
    return [] if plan.infeasible is None else list(plan.infeasible.says)


def _rows(event: Event, found: Feasibility) -> Iterator[list[str]]:
    roster = people(event)
    everybody = [person for person in roster if not person.staff]
    helpers = len(roster) - len(everybody)
    count = str(len(everybody))
    if helpers:
        count += ngettext(" and {count} staff", " and {count} staff", helpers).format(count=helpers)
    yield [_("Participants"), count]
    rounds = found.plan.rounds
    yield [
        _("Rounds"),
        (
            _("{count} planned, {most} possible")
            if found.proven
            else _("{count} planned, at least {most} possible")
        ).format(count=len(rounds), most=found.most),
    ]
    seconds = evening_length(event.in_force, len(rounds), introducing(event))
    yield [_("Length"), say(duration(math.ceil(seconds / 60)))]
    widest = max((len(round_.pairings) for round_ in rounds), default=0)
    yield [_("Tables"), str(widest)]
    met = [found.plan.met_per_person.get(person.key, 0) for person in everybody]
    if met:
        yield [_("Each person meets"), _span(min(met), max(met))]
    rests = [sum(person.key in round_.resting for round_ in rounds) for person in everybody]
    if rests:
        yield [_("Each person rests"), _span(min(rests), max(rests))]
    yield from _industries(everybody)
    within = _same_industry(event, found)
    if within is not None:
        yield [_("Pairings within one industry"), str(within)]
    yield from _wishes_and_fits(outcome(event, rounds))


def _wishes_and_fits(got: Outcome) -> Iterator[list[str]]:
    """Yield how many wishes are honoured, and how many who fit are brought together."""
    if got.wishes_asked:
        said = _("{asked} in all, {possible} possible, {honoured} honoured").format(
            honoured=got.wishes_honoured, asked=got.wishes_asked, possible=got.wishes_possible
        )
        yield [_("Wishes"), said]
    if got.fits_possible:
        said = ngettext(
            "{count} of {possible} pairs meets",
            "{count} of {possible} pairs meet",
            got.fits_honoured,
        ).format(count=got.fits_honoured, possible=got.fits_possible)
        yield [_("Who can help whom"), said]


def _span(least: int, most: int) -> str:
    if least == most:
        return str(most)
    return _("{least} to {most}").format(least=least, most=most)


def _industries(everybody: Sequence[Participant]) -> Iterator[list[str]]:
    named: dict[str, str] = {}
    for person in everybody:
        named.setdefault(industry(person.industry), person.industry)
    count = Counter(industry(person.industry) for person in everybody if person.industry)
    if not count:
        return
    shares = [
        _("{industry} {count} ({share} %)").format(
            industry=named[trade], count=number, share=round(100 * number / len(everybody))
        )
        for trade, number in count.most_common(SHOWN_INDUSTRIES)
    ]
    further = len(count) - len(shares)
    if further > 0:
        shares.append(ngettext("{count} more", "{count} more", further).format(count=further))
    yield [_("Industries"), listed(shares)]


def _same_industry(event: Event, found: Feasibility) -> int | None:
    trade = {person.key: industry(person.industry) for person in people(event)}
    if not any(trade.values()):
        return None
    return sum(
        1
        for round_ in found.plan.rounds
        for pairing in round_.pairings
        if len({trade.get(key) or key for key in pairing.people}) < len(pairing.people)
    )


def _times(settings: Settings, found: Feasibility) -> list[str]:
    """Return what is wrong with the times: the evening is too long, or the end is hours away."""
    if found.spare is not None and found.spare > FAR and settings.ends_at:
        said = _(
            "The planned end {time} is {hours} hours after the last round: is that time right?"
        )
        return [said.format(time=settings.ends_at, hours=int(found.spare // 3600))]
    if found.fits or found.spare is None:
        return []
    said = (
        _(
            "The evening is {minutes} minutes too long: plan fewer rounds, shorter ones, "
            "shorter introductions, or end later."
        )
        if settings.introductions
        else _(
            "The evening is {minutes} minutes too long: plan fewer rounds, shorter ones, "
            "or end later."
        )
    )
    return [said.format(minutes=math.ceil(-found.spare / 60))]


def _timetable(settings: Settings, found: Feasibility, people: int) -> list[str]:
    if settings.starts_at is None or not found.plan.rounds:
        return []
    at = clock_time(settings.starts_at, day_of(settings))
    rows = []
    if opening := introductions_length(settings, people):
        rows.append([shown_time(at.time()), _("Introductions")])
        at += timedelta(seconds=opening)
    last = len(found.plan.rounds)
    for number in range(1, last + 1):
        rows.append([shown_time(at.time()), _("Round {number}").format(number=number)])
        at += timedelta(seconds=round_length(settings))
        if number in settings.break_after and number < last:
            rows.append([shown_time(at.time()), _("Break")])
            at += timedelta(minutes=settings.break_minutes)
    end = _("End")
    if found.spare is not None and found.spare >= 0:
        minutes = int(found.spare // 60)
        end += " " + ngettext(
            "({count} minute to spare)", "({count} minutes to spare)", minutes
        ).format(count=minutes)
    return ["", *aligned([*rows, [shown_time(full_minute(at).time()), end]])]
