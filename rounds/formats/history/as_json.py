"""The pair history for other programs: keys are English in every language, times ISO 8601."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from rounds.domain.event import Event, Note
from rounds.formats.history.rows import Met, history, names, profiles


def render(event: Event, notes: Sequence[Note] = (), *, people: bool = False) -> str:
    """Return the pair history as JSON, with the given notes and no others.

    People are named by their keys; `people` maps the keys to names, and `profiles`, which is
    there if `people` are asked for, to company, industry and purpose. `notes` is left out if
    there are none.
    """
    found: dict[str, object] = {
        "event": about_event(event),
        "people": names(event),
        "pairings": [_pairing(met) for met in history(event)],
        "resting": [
            {"round": round_.number, "people": list(round_.resting)}
            for round_ in sorted((*event.rounds, *event.plan), key=lambda round_: round_.number)
            if round_.resting
        ],
    }
    if people:
        found["profiles"] = about_people(event)
    if notes:
        found["notes"] = [_note(note) for note in notes]
    return written(found)


def about_event(event: Event) -> dict[str, object]:
    """Return what is said about the event itself."""
    settings = event.settings
    return {
        "title": settings.title,
        "date": settings.date.isoformat() if settings.date else None,
        "place": settings.place,
    }


def about_people(event: Event) -> dict[str, object]:
    """Return company, industry and purpose of everybody on the roster."""
    fields = ("company", "industry", "purpose")
    return {key: dict(zip(fields, said, strict=True)) for key, said in profiles(event).items()}


def written(found: dict[str, object]) -> str:
    """Return values as JSON, with days and times in their ISO form."""
    return json.dumps(found, ensure_ascii=False, indent=2, default=_iso) + "\n"


def _note(note: Note) -> dict[str, object]:
    return {name: _finite(value) for name, value in note.data().items() if value is not None}


def _finite(value: Any) -> Any:
    """Return what another version may have written, with TOML's inf and nan as text."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [_finite(each) for each in value]
    if isinstance(value, dict):
        return {name: _finite(each) for name, each in value.items()}
    return value


def _iso(at: date | time) -> str:
    return at.isoformat()


def _pairing(met: Met) -> dict[str, object]:
    seats = (*met.people, None)
    return {
        "round": met.round,
        "table": met.table,
        "seat_a": seats[0],
        "seat_b": seats[1],
        "seat_c": seats[2],
        "listened_first": met.listened_first,
        "start": met.start.isoformat() if met.start else None,
        "end": met.end.isoformat() if met.end else None,
        "minutes": met.minutes,
        "status": met.status,
        "again": met.again,
    }
