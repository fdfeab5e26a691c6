"""Somebody's partners so far with that person's notes about them, and nobody else's notes."""

from __future__ import annotations

import hashlib
from operator import attrgetter
from typing import Any

from rounds.domain.event import FollowUp, Note, PersonKey
from rounds.domain.followup.pattern import STAGES, step_and_days
from rounds.domain.people.roster import RosterIndex
from rounds.web.answers.evening import EveningNow
from rounds.web.answers.people import profile
from rounds.web.answers.person_id import person_id

WRITTEN = (
    "text",
    "purpose",
    "can_do",
    "stage",
    "reply",
    "reply_by",
    "next_step",
    "next_step_on",
    "again",
)
"""The fields of a note that its author writes."""

_written_fields = attrgetter(*WRITTEN)


def partners_of(evening: EveningNow, me: PersonKey, own: list[Note]) -> list[dict[str, Any]]:
    """Return everybody that somebody has sat with, newest first, each with the note they wrote."""
    notes = {(note.round, note.about): note for note in own if note.by == me}
    met, roster = evening.met(me), evening.roster
    more = sorted((at for at in notes if at not in met), key=lambda at: -at[0])
    return [
        partner(roster, number, about, notes.get((number, about)))
        for number, about in (*met, *more)
        if about in roster.by_key
    ]


def partner(
    roster: RosterIndex, number: int, about: PersonKey, note: Note | None
) -> dict[str, Any]:
    """Return one partner of a round with a note about them."""
    return {
        "round": number,
        "about": person_id(about),
        "number": roster.numbers[about],
        **profile(roster, about),
        **with_revision(note),
    }


def with_revision(note: Note | None) -> dict[str, Any]:
    """Return a note as its author wrote it, and the revision that a later version refers to."""
    return {"note": None if note is None else written(note), "revision": revision(note)}


def written(note: Note) -> dict[str, Any]:
    """Return what the author wrote in a note."""
    found = {name: getattr(note, name) for name in WRITTEN}
    for name in ("reply_by", "next_step_on"):
        found[name] = found[name].isoformat() if found[name] else None
    return found


def revision(note: Note | None) -> str:
    """Return a word that changes with what is written in a note; it is empty without one.

    It is made of the content, so it outlives a restart without being kept anywhere.
    """
    if note is None:
        return ""
    return hashlib.sha256(repr(_written_fields(note)).encode("utf-8", "replace")).hexdigest()[:16]


def pattern(follow_up: FollowUp) -> dict[str, Any]:
    """Return the usual next step for each stage of interest, and in how many days."""
    steps = {stage: step_and_days(follow_up, stage) for stage in STAGES}
    return {stage: {"step": step, "days": days} for stage, (step, days) in steps.items()}
