"""The pattern of follow-up: by how close somebody is to business, a next step and its day."""

from __future__ import annotations

from datetime import date, timedelta

from rounds.domain.event import FollowUp, Note, Stage

STAGES: tuple[Stage, ...] = ("now", "problem", "someday", "not_yet")

_IN_WORDS = {"today": 0, "tomorrow": 1}


def step_and_days(follow_up: FollowUp, stage: Stage) -> tuple[str, int]:
    """Return the next step for a stage, and in how many days it is to be done."""
    step, _blank, when = str(getattr(follow_up, stage)).partition(" ")
    days = _IN_WORDS[when] if when in _IN_WORDS else int(when.split()[1])
    return step, days


def proposed(follow_up: FollowUp, note: Note, day: date) -> tuple[str, date] | None:
    """Return the next step that the pattern proposes for a note, counted from a day.

    It is None where the author has chosen a step, declined, or has not said how close the partner
    is to business.
    """
    if note.stage is None or note.next_step or note.reply == "no":
        return None
    step, days = step_and_days(follow_up, note.stage)
    return step, day + timedelta(days=days)
