"""Builds the `Room` from the event and the clock."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from rounds.domain.evening.clock import Run
from rounds.domain.evening.introductions import turn
from rounds.domain.evening.rounds import current, last_number
from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.language import Language
from rounds.domain.people.roster import RosterIndex
from rounds.domain.timetable import clock_time, opening_time, rounds_wanted
from rounds.domain.views.room import BoardEntry, BoardSeat, Following, Room, SelfIntroduction
from rounds.text.fold import fold

_SEATS: tuple[BoardSeat, ...] = ("A", "B", "C")


def room_of(people: RosterIndex, run: Run, *, language: Language = "en") -> Room:
    """Return the room of an event; the session adds message, black screen and page."""
    event = people.event
    settings = event.in_force
    known = people.states
    participants = [person.key for person in people.people if not person.staff]
    wanted = rounds_wanted(event)
    begun = max((round_.number for round_ in event.rounds), default=0)
    # The host may have asked for fewer rounds since the plan was made.
    rounds = min(last_number(event), max(begun, settings.rounds or 40)) or wanted
    here = [people.present(number) for number in range(1, rounds + 1)]
    there = {"here"} if people.checked_in or run.phase == "lobby" else {"here", "expected"}
    groups = _groups(people, here)
    over = [two for done in event.rounds if done.ended_at is not None for two in done.pairings]
    under_way = current(event, run.round) if run.phase in {"move", "talk"} else None
    return Room(
        language=language,
        languages=settings.languages,
        title=settings.title,
        place=settings.place,
        date=settings.date.isoformat() if settings.date else "",
        phase=run.phase,
        round=run.round,
        rounds=rounds,
        seconds=run.seconds,
        ends_at=run.ends_at,
        left=run.left,
        second=run.second,
        halves=settings.listen_first,
        warning=settings.warning_seconds,
        listens_first=under_way.listens_first if under_way else "B",
        board=_board(people, under_way) if under_way else (),
        introductions=settings.introductions,
        introduction=_introduction(people, run),
        here=sum(1 for key in participants if known[key] in there),
        expected=sum(1 for key in participants if known[key] in {"here", "expected"}),
        meets=_meets(event, here, groups),
        others=max(0, min(_partners(mine, groups) for mine in groups)),
        two_sides=len(groups) > 1,
        round_minutes=settings.round_minutes,
        starts_at=settings.starts_at or "",
        clock=settings.clock,
        dates=settings.dates,
        by_family_name=settings.board == "family_name",
        after=_announced(event, run),
        held_pairings=sum(pairing.held in {None, "held"} for pairing in over),
        talked=len(
            {key for pairing in over if pairing.held != "no-show" for key in pairing.people}
        ),
        prompts=settings.prompts,
    )


def begins_at(event: Event, steady: float, wall: datetime) -> float | None:
    """Return the announced start as a time of the steady clock, None if there is none."""
    settings = event.in_force
    starts = opening_time(settings, wall)
    if starts is None or settings.starts_at is None:
        return None
    if settings.date is not None:
        day = wall.replace(
            year=settings.date.year, month=settings.date.month, day=settings.date.day
        )
        starts = clock_time(settings.starts_at, day)
    # To a tenth of a second: otherwise every reading of the two clocks would make a new room.
    return round(steady + (starts - wall).total_seconds(), 1)


def _introduction(people: RosterIndex, run: Run) -> SelfIntroduction | None:
    """Return the introduction under way as the room may see it."""
    now = turn(people, run)
    if now is None:
        return None
    person = people.by_key.get(now.person)
    return SelfIntroduction(
        name=people.names.get(now.person, now.person),
        company=person.company if person else "",
        about=(person.purpose or person.industry) if person else "",
        number=now.number,
        count=now.in_all,
        following=people.names[now.following] if now.following is not None else "",
    )


def _announced(event: Event, run: Run) -> Following | None:
    """Return the phase that the room is told about: after a break, the next move."""
    following = phase_after(event, run.round)
    if run.phase == "break" and following == "break":
        return "move"
    return following if run.phase in {"talk", "break"} else None


def phase_after(event: Event, number: int) -> Following:
    """Return the phase that follows round `number`: "move", "break" or "closing".

    The host may have asked for fewer rounds since the plan was made.
    """
    if number >= min(last_number(event), event.in_force.rounds or number + 1):
        return "closing"
    return "break" if number in event.in_force.break_after else "move"


def _board(people: RosterIndex, round_: Round) -> tuple[BoardEntry, ...]:
    """Return the places of everybody in a round, in the order of the roster."""
    before = _last_seats(people.event, round_.number)
    entries: dict[PersonKey, BoardEntry] = {}

    def entry(
        key: PersonKey,
        table: str | None = None,
        seat: BoardSeat | None = None,
        stays: bool = False,
    ) -> BoardEntry:
        person = people.by_key.get(key)
        return BoardEntry(
            number=people.numbers.get(key, 0),
            name=people.names.get(key, key),
            company=person.company if person else "",
            reading=person.kana if person else "",
            table=table,
            seat=seat,
            stays=stays,
        )

    for key in round_.resting:
        entries[key] = entry(key)
    for pairing in round_.pairings:
        if pairing.held == "no-show":
            continue
        table = str(pairing.table)
        for key, seat in zip(pairing.people, _SEATS, strict=False):
            entries[key] = entry(key, table, seat, before.get(key) == (table, seat))
    return tuple(sorted(entries.values(), key=lambda entry: entry.number))


def _last_seats(event: Event, number: int) -> dict[PersonKey, tuple[str, BoardSeat]]:
    """Return the last table and seat of everybody before round `number`."""
    return {
        key: (str(pairing.table), seat)
        for round_ in sorted(event.rounds, key=lambda round_: round_.number)
        if round_.number < number
        for pairing in round_.pairings
        for key, seat in zip(pairing.people, _SEATS, strict=False)
    }


def _meets(event: Event, here: list[tuple[PersonKey, ...]], groups: list[set[PersonKey]]) -> int:
    """Return the least number of people met by anyone who is present in every round.

    `here` are the people present in each round; those who come later or leave earlier may meet
    fewer. People take turns to rest: one in an odd round, with two sides the surplus of the
    larger side.
    """
    times = Counter(key for now in here for key in now)
    longest = max(times.values(), default=0)
    trio = event.in_force.odd == "trio" and len(groups) == 1
    least = []
    for mine, others in zip(groups, reversed(groups), strict=True):
        staying = sum(1 for key in mine if times[key] == longest)
        if not staying:
            continue
        if len(groups) == 1:
            rests = sum(len(now) == 1 if trio else len(now) % 2 for now in here)
        else:
            rests = sum(
                max(0, len(mine.intersection(now)) - len(others & set(now))) for now in here
            )
        least.append(min(longest - -(-rests // staying), _partners(mine, groups)))
    return max(0, min(least, default=0))


def _partners(mine: set[PersonKey], groups: list[set[PersonKey]]) -> int:
    """Return the number of people that a member of a group can meet."""
    others = sum(len(group) for group in groups if group is not mine)
    return others if len(groups) > 1 else len(mine) - 1


def _groups(people: RosterIndex, here: list[tuple[PersonKey, ...]]) -> list[set[PersonKey]]:
    """Return the people of each side; one group of everybody unless there are two sides."""
    tonight: set[PersonKey] = set().union(*here)
    sides = [
        {key for key in tonight if fold(people.by_key[key].side) == fold(name)}
        for name in people.event.in_force.sides or ()
    ]
    return sides if sides and all(sides) else [tonight]
