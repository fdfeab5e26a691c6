"""The event as the room may see it: builds the `Room` from the event and the clock."""

from __future__ import annotations

from rounds.domain import roster
from rounds.domain.clock import Run
from rounds.domain.evening import current, last_number
from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.room import BoardEntry, Room
from rounds.domain.timetable import rounds_in_time


def public(event: Event, run: Run, *, language: str = "en") -> Room:
    """Return what the room may see; the session adds message, black screen and page."""
    settings = event.in_force
    known = roster.states(event)
    by_key = roster.by_key(event)
    participants = [key for key in known if not by_key[key].staff]
    rounds = last_number(event) or settings.rounds or rounds_in_time(settings)
    tonight = {key for n in range(1, rounds + 1) for key in roster.present(event, n)}
    under_way = current(event, run.round) if run.phase in {"move", "talk"} else None
    return Room.model_validate(
        {
            "language": language,
            "title": settings.title,
            "place": settings.place,
            "date": settings.date.isoformat() if settings.date else "",
            "phase": run.phase,
            "round": run.round,
            "rounds": rounds,
            "seconds": run.seconds,
            "ends_at": run.ends_at,
            "left": run.left,
            "second": run.second,
            "halves": settings.listen_first,
            "warning": settings.warning_seconds,
            "listens_first": under_way.listens_first if under_way else "B",
            "board": board(event, under_way) if under_way else (),
            "here": sum(1 for key in participants if known[key] == "here"),
            "expected": sum(1 for key in participants if known[key] in {"here", "expected"}),
            "meets": _meets(event, tonight, rounds),
            "others": max(0, len(tonight) - 1),
            "round_minutes": settings.round_minutes,
            "starts_at": settings.starts_at or "",
            "after": _announced(event, run),
            "held_pairings": sum(
                1
                for each in event.rounds
                if each.ended_at is not None
                for pairing in each.pairings
                if pairing.held in {None, "held"}
            ),
            "prompts": settings.prompts,
        }
    )


def _announced(event: Event, run: Run) -> str | None:
    """Return what the room is told will follow: from a break the evening goes on."""
    following = after(event, run.round)
    if run.phase == "break" and following == "break":
        return "move"
    return following if run.phase in {"talk", "break"} else None


def after(event: Event, number: int) -> str:
    """Return what follows round `number`: "move", "break" or "closing"."""
    if number >= last_number(event):
        return "closing"
    return "break" if number in event.in_force.break_after else "move"


def board(event: Event, each: Round) -> tuple[BoardEntry, ...]:
    """Return where everybody sits in a round, in the order of the roster."""
    people = roster.by_key(event)
    names = roster.shown_names(event)
    numbers = roster.numbers(event)
    before = _last_tables(event, each.number)
    entries: dict[PersonKey, BoardEntry] = {}

    def entry(key: PersonKey, **seat: object) -> BoardEntry:
        person = people.get(key)
        return BoardEntry.model_validate(
            {
                "number": numbers.get(key, 0),
                "name": names.get(key, key),
                "company": person.company if person else "",
                "reading": person.kana if person else "",
                **seat,
            }
        )

    for key in each.resting:
        entries[key] = entry(key)
    for pairing in each.pairings:
        if pairing.held == "no-show":
            continue
        for key, seat in zip(pairing.people, "ABC", strict=False):
            table = str(pairing.table)
            entries[key] = entry(key, table=table, seat=seat, stays=before.get(key) == table)
    return tuple(sorted(entries.values(), key=lambda each: each.number))


def _last_tables(event: Event, number: int) -> dict[PersonKey, str]:
    """Return the table at which everybody sat before round `number`."""
    return {
        key: str(pairing.table)
        for each in sorted(event.rounds, key=lambda each: each.number)
        if each.number < number
        for pairing in each.pairings
        for key in pairing.people
    }


def _meets(event: Event, tonight: set[PersonKey], rounds: int) -> int:
    """Return how many others everybody meets at least, if all rounds are held.

    With an odd number each may rest once; with two sides those of the larger one take turns.
    """
    here = len(tonight)
    if here < 2:
        return 0
    if event.in_force.sides is not None:
        wanted = [name.casefold() for name in event.in_force.sides]
        sided = [
            person.side.casefold() for key, person in roster.by_key(event).items() if key in tonight
        ]
        small, large = sorted(sided.count(name) for name in wanted)
        if small:
            return min(rounds * small // large, small)
    trio = event.in_force.odd == "trio" and here > 2
    rests = -(-rounds // here) if here % 2 and not trio else 0
    return max(0, min(rounds - rests, here - 1))
