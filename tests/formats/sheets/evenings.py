"""Evenings after which people go home with notes, every word of which can be told from others."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import count

from rounds.domain.event import Event, Note
from rounds.domain.notes import partners
from tests.formats.print.pages import an_evening

JAPAN = timezone(timedelta(hours=9))
BEGAN = datetime(2026, 5, 14, 18, 30, tzinfo=JAPAN)


def held(event: Event) -> Event:
    """Return an event whose planned rounds are all over."""
    rounds = tuple(
        round_.with_(
            started_at=BEGAN + timedelta(minutes=10 * round_.number),
            ended_at=BEGAN + timedelta(minutes=10 * round_.number + 8),
        )
        for round_ in event.plan
    )
    return event.with_(rounds=rounds, plan=())


def with_notes(event: Event, *notes: dict[str, object]) -> Event:
    """Return an event with notes of round 1, each a minute after the one before."""
    made = tuple(
        Note.checked({"round": 1, "at": BEGAN + timedelta(minutes=number), **fields})
        for number, fields in enumerate(notes)
    )
    return event.with_(notes=(*event.notes, *made))


def an_evening_with_notes(people: int = 24, **settings: object) -> Event:
    """Return an evening at which everybody wrote a note about every partner.

    Each text of a note has the marker `xNNx`, `pNNp` or `cNNc` with a number of its own.
    """
    event = held(an_evening(people, date="2026-05-14", place="Harbour Hall", **settings))
    numbers = count(10)
    notes = tuple(
        Note.checked(
            {
                "round": round_,
                "by": person.key,
                "about": about,
                "at": BEGAN + timedelta(minutes=n),
                "text": f"x{n}x heard about the new plant",
                "purpose": f"p{n}p wants to find a supplier",
                "can_do": f"c{n}c introduce them to the pump team" if n % 3 else "",
                "stage": ("now", "problem", "someday", "not_yet")[n % 4],
                "reply": ("yes", "by", "no", None)[n % 5 % 4],
                "next_step": ("mail", "meeting", "network", None)[n % 4],
                "next_step_on": f"2026-05-{15 + n % 9}" if n % 4 != 3 else None,
                "reply_by": "2026-05-21" if n % 5 % 4 == 1 else None,
                "again": n % 2 == 0,
            }
        )
        for person in event.participants
        for round_, about in partners(event, person.key)
        for n in [next(numbers)]
    )
    return event.with_(notes=notes)
