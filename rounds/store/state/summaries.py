"""What a list of evenings shows of each: title, day, people, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from rounds.domain.errors import RoundsError
from rounds.domain.evening.standing import Standing, standing
from rounds.domain.followup.due import open_until
from rounds.domain.followup.referral_list import first_balls
from rounds.domain.people.roster import people
from rounds.store.disk.lock import is_open
from rounds.store.reading.read import read_event


@dataclass(frozen=True)
class Summary:
    """One evening of the list; `standing` is "wrong" if its file cannot be used as it is.

    `held` says that it has a record; `due` is how much is still to be done by today.
    """

    path: Path
    title: str = ""
    day: date | None = None
    people: int = 0
    standing: Standing | Literal["wrong"] = "wrong"
    held: bool = False
    due: int = 0


def summary(path: Path, now: datetime) -> Summary:
    """Return the summary of an event file, whatever is in it."""
    try:
        event = read_event(path)
    except (RoundsError, OSError):
        return Summary(path)
    here = [person for person in people(event) if not person.staff]
    far = "running" if is_open(path) else standing(event, now)
    held = bool(event.rounds or event.attendance or event.walk_ins or event.notes)
    due = len(open_until(event, now.date(), *first_balls([event])))
    settings = event.settings
    return Summary(path, settings.title, settings.date, len(here), far, held, due)
