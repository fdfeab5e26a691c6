"""What one phone shows now: the round, its owner's seat and partner, the time."""

from __future__ import annotations

from typing import Any

from rounds.domain.event import Pairing, PersonKey
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room import AWAITED, Room, place_name
from rounds.text.safe import one_line
from rounds.web.answers.evening import EveningNow
from rounds.web.answers.people import is_here
from rounds.web.answers.person_id import person_id
from rounds.web.answers.scenes import Role

_SEATS: tuple[Role, ...] = ("A", "B", "C")


def now_for(evening: EveningNow, me: PersonKey, steady: float, speed: float) -> dict[str, Any]:
    """Return what is now for somebody, in the language in force.

    `steady` is a reading of the steady clock, which runs `speed` times as fast as time passes. All
    moments are milliseconds of that clock slowed down to the time that passes.
    """
    room, roster = evening.room, evening.roster
    pairing, role = _place(evening, me)
    run = room.run

    def moment(at: float | None) -> int | None:
        return None if at is None else round(at / speed * 1000)

    swaps = run.phase == "talk" and room.halves and run.ends_at is not None
    return {
        "speed": speed,
        "title": one_line(room.title),
        "me": {
            "id": person_id(me),
            "number": roster.numbers[me],
            "name": one_line(roster.names[me]),
            "state": roster.states[me],
        },
        "here": is_here(roster, me),
        "phase": run.phase,
        "paused": run.paused,
        "black": room.black,
        "round": room.round,
        "rounds": room.rounds,
        "deadline": moment(run.ends_at),
        "left": run.left,
        "swap_at": moment(run.ends_at - run.half) if swaps and run.ends_at else None,
        "starts_at": moment(_start(room, steady)),
        "after": room.after,
        "message": one_line(room.message),
        "scenes": [
            {
                "from": moment(part.since),
                "name": part.name,
                "headline": part.headline,
                "line": part.line,
            }
            for part in evening.scenes(role)
        ],
        "seat": _seat(evening, me, pairing, role),
    }


def _start(room: Room, steady: float) -> float | None:
    """Return the announced start, None where it cannot be that of today."""
    at = room.begins_at
    waits = room.phase == "lobby" and at is not None
    return at if waits and at is not None and at - steady > -AWAITED else None


def _place(evening: EveningNow, me: PersonKey) -> tuple[Pairing | None, Role]:
    """Return somebody's pairing in the round that is announced or runs, and what they do now."""
    if (turn := evening.introduction) is not None:
        if me == turn.person:
            return None, "speaker"
        return None, "next_speaker" if me == turn.following else "none"
    round_ = evening.at_hand
    if round_ is None:
        return None, "none"
    pairing = evening.seated.get(me)
    if pairing is not None:
        return pairing, _SEATS[pairing.people.index(me)]
    return None, "rest" if me in round_.resting else "none"


def _seat(
    evening: EveningNow, me: PersonKey, pairing: Pairing | None, role: Role
) -> dict[str, Any] | None:
    if pairing is None:
        # What to do in a rest is said by its scene.
        return {"rest": evening.scenes(role)[0].line} if role == "rest" else None
    table = one_line(str(pairing.table))
    return {
        "table": table,
        "seat": role,
        "place": place_name(table, role),
        "listen_first": evening.room.halves and role == evening.room.listens_first,
        "with": [_partner(evening.roster, key) for key in pairing.people if key != me],
    }


def _partner(roster: RosterIndex, key: PersonKey) -> dict[str, Any]:
    person = roster.by_key.get(key)
    aims = (person.purpose, person.offers, person.seeks, person.industry) if person else ()
    return {
        "number": roster.numbers.get(key, 0),
        "name": one_line(roster.names.get(key, key)),
        "company": one_line(person.company) if person else "",
        "line": one_line(next(filter(None, aims), "")),
    }
