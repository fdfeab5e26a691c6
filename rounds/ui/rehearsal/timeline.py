"""Prints a rehearsed evening as a timeline, line by line, with its numbers at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from rounds import steady_clock
from rounds.background.at_once import PlannerAtOnce
from rounds.domain.evening import rounds as evening
from rounds.domain.evening.clock import SWAP
from rounds.domain.event import Event, PersonKey
from rounds.domain.timetable import clock_time
from rounds.i18n import _, listed, ngettext, shown_time
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from rounds.text.safe import one_line
from rounds.text.width import width
from rounds.ui.rehearsal.autopilot import LINGER, Autopilot, NoDisk, without_record
from rounds.ui.rehearsal.clocks import SetClocks
from rounds.ui.rehearsal.numbers import numbers


def timeline(event: Event) -> Iterator[str]:
    """Yield the evening line by line: times, phases, people who rest or change the table."""
    start = steady_clock.wall().replace(microsecond=0)
    if event.settings.starts_at:
        start = clock_time(event.settings.starts_at, start)
    clocks = SetClocks(start)
    session = Session(
        without_record(event), NoDisk(), Clocks(clocks.steady, clocks.wall), planner=PlannerAtOnce()
    )
    pilot = Autopilot(0.0)
    seen: tuple[str, int] = ("", 0)
    longest = len(shown_time(time.max, seconds=True))
    over = False
    while not over:
        session.tick()
        over = pilot(session)
        phase = (session.state.scene, session.run.round)
        if phase != seen:
            seen = phase
            at = shown_time(clocks.wall().time(), seconds=True).rjust(longest)
            for line in _lines(session):
                yield f"{at}  {line}"
                at = " " * width(at)
        clocks.now += _until_next(session)
    yield ""
    yield from numbers(session.event)


def _until_next(session: Session) -> float:
    """Return the seconds to the next moment at which something changes."""
    left = session.state.remaining()
    run = session.run
    if run.phase == "talk":
        moments = [
            run.seconds,
            run.seconds / 2,
            run.seconds / 2 - SWAP,
            min(session.event.in_force.warning_seconds, run.seconds / 2),
            0.0,
            -LINGER,
        ]
        ahead = [left - moment for moment in moments if moment < left - 1e-9]
        return min(ahead) if ahead else 1.0
    return max(left, 0.0) or 0.001


def _lines(session: Session) -> Iterator[str]:
    number = session.run.round
    event = session.event
    names = session.state.roster.names
    round_ = evening.current(event, number)
    match session.state.scene:
        case "lobby":
            yield _("Lobby")
        case "introductions":
            count = len(session.run.order)
            yield ngettext(
                "Introductions ({count} person, {seconds} seconds each)",
                "Introductions ({count} people, {seconds} seconds each)",
                count,
            ).format(count=count, seconds=event.in_force.introductions)
        case "move" if round_ is not None:
            changes = _movers(event, number)
            yield ngettext(
                "Move to round {number} ({count} pairing, people changing tables: {moving})",
                "Move to round {number} ({count} pairings, people changing tables: {moving})",
                len(round_.pairings),
            ).format(number=number, count=len(round_.pairings), moving=changes)
            if round_.resting:
                yield _("rest: {names}").format(
                    names=listed([one_line(names.get(key, key)) for key in round_.resting])
                )
        case "listen_first" if round_ is not None:
            yield _("Round {number}: {seat} listens first").format(
                number=number, seat=round_.listens_first
            )
        case "swap":
            yield _("Swap")
        case "last_minute":
            yield _("Last minute")
        case "end":
            yield _("End of round {number}").format(number=number)
        case "break":
            yield _("Break")
        case "closing":
            yield _("Closing")


def _movers(event: Event, number: int) -> int:
    """Return how many people sit at another table than before."""
    tables: dict[PersonKey, str] = {}
    moving = 0
    for round_ in sorted((*event.rounds, *event.plan), key=lambda round_: round_.number):
        for pairing in round_.pairings:
            for key in pairing.people:
                if round_.number == number and tables.get(key) not in {None, str(pairing.table)}:
                    moving += 1
                tables[key] = str(pairing.table)
        if round_.number == number:
            break
    return moving
