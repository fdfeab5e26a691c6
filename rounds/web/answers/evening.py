"""The evening as all phones see it, looked up once after each change and not at each question."""

from __future__ import annotations

import hashlib
from functools import cached_property
from operator import is_
from typing import Any

from rounds.domain.evening.introductions import Turn, turn
from rounds.domain.evening.rounds import broken_off
from rounds.domain.event import RECORD, Event, Note, Pairing, PersonKey, Round, starts
from rounds.domain.language import Language
from rounds.domain.notes import partners
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room import Room
from rounds.domain.views.seats import round_at_hand
from rounds.formats.sheets.sheet import Sheet, Sheets
from rounds.i18n import language
from rounds.session.session import Session
from rounds.web.answers.person_id import person_id
from rounds.web.answers.scenes import PhoneScene, Role, scenes

_SEEN = ("settings", "participants", *(name for name in RECORD if name not in {"notes", "clock"}))
"""The parts of an event that the phones of others than a note's author can see."""


class EveningNow:
    """The evening at one moment. `number` is another one as soon as anything else is to be seen."""

    def __init__(self, session: Session, number: int) -> None:
        self.number = number
        self.event = session.event
        self.run = session.run
        self.roster: RosterIndex = session.state.roster
        self.room: Room = session.room
        self.at_hand: Round | None = round_at_hand(session.event, session.run)
        self._met: dict[PersonKey, tuple[tuple[int, PersonKey], ...]] = {}
        self._scenes: dict[tuple[Role, Language], list[PhoneScene]] = {}
        self.introduction: Turn | None = turn(self.roster, self.run)

    @cached_property
    def name(self) -> str:
        """A word for the evening under which a phone keeps what it could not send yet.

        Another evening has another one, also one of the same title; it is empty before the first
        round, when there is nothing to write yet.
        """
        began = starts(self.event)
        said = f"{self.event.settings.title}\n{began.isoformat()}" if began else ""
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16] if said else ""

    def met(self, person: PersonKey) -> tuple[tuple[int, PersonKey], ...]:
        """Return (round, partner) for everybody that somebody has sat with, newest first."""
        if person not in self._met:
            self._met[person] = partners(self.event, person)
        return self._met[person]

    @cached_property
    def seated(self) -> dict[PersonKey, Pairing]:
        """Where everybody sits in the round that is announced or runs, see `sits_at`."""
        round_ = self.at_hand
        return {
            key: pairing
            for pairing in (round_.pairings if round_ else ())
            if round_ and not broken_off(round_, pairing)
            for key in pairing.people
        }

    def scenes(self, role: Role) -> list[PhoneScene]:
        """Return what everybody with this role is shown now, in the language in force."""
        wanted = (role, language())
        if wanted not in self._scenes:
            self._scenes[wanted] = scenes(self.room, role)
        return self._scenes[wanted]

    @cached_property
    def by_id(self) -> dict[str, PersonKey]:
        """The key of everybody by the word with which phones name them."""
        return {person_id(key): key for key in self.roster.by_key}


class Evening:
    """What the phones see of a session."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._looked: tuple[Any, ...] = ()
        self._seen: tuple[Any, ...] = ()
        self._now: EveningNow | None = None
        self._sheets: tuple[Event, Sheets] | None = None
        self._notes: tuple[Note, ...] | None = None
        self._of: dict[PersonKey, list[Note]] = {}

    @property
    def event(self) -> Event:
        """The event as it is now, with everybody's notes."""
        return self.session.event

    @property
    def now(self) -> EveningNow:
        """The evening now; notes that others write do not make a new one."""
        session, event = self.session, self.session.event
        looked = (event, session.run, session.message, session.black, session.language)
        if self._now is not None and _same(looked, self._looked):
            return self._now
        self._looked = looked
        seen = (*(getattr(event, name) for name in _SEEN), *looked[1:])
        if self._now is None or not _same(seen, self._seen):
            number = self._now.number + 1 if self._now else 1
            self._seen, self._now = seen, EveningNow(session, number)
        return self._now

    def sheet(self, person: PersonKey) -> Sheet:
        """Return what somebody takes home."""
        if self._sheets is None or self._sheets[0] is not self.event:
            self._sheets = self.event, Sheets(self.event)
        return self._sheets[1].sheet(person)

    def notes_by(self, person: PersonKey) -> list[Note]:
        """Return the notes that somebody wrote."""
        if self._notes is not self.event.notes:
            self._notes, self._of = self.event.notes, {}
            for note in self._notes:
                self._of.setdefault(note.by, []).append(note)
        return self._of.get(person, [])


def _same(new: tuple[Any, ...], old: tuple[Any, ...]) -> bool:
    """Return whether these are the very same values; to compare large ones would take time."""
    return len(new) == len(old) and all(map(is_, new, old))
