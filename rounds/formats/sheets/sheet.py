"""What stands on the sheet that a participant takes home, whatever it is written as.

A sheet has its owner's notes and nobody else's. Of what others wrote only one thing is told: that
somebody also wants to talk again, where the owner does, too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rounds.domain import notes as of_notes
from rounds.domain.event import Event, Note, Participant, PersonKey, Settings
from rounds.domain.followup import contacts
from rounds.domain.followup.due import Due, follow_ups, held_on
from rounds.domain.followup.pattern import STAGES, proposed, step_and_days
from rounds.domain.people.roster import RosterIndex
from rounds.formats.sheets.drafts import draft


@dataclass(frozen=True)
class Partner:
    """Somebody whom the owner met (or wrote about) in a round.

    `note` is the owner's own, None if there is none. `proposed` is the next step of the owner's
    pattern with its day, where the owner has not chosen one; `draft` a message to send.
    """

    round: int
    number: int | None
    called: str
    profile: Participant
    note: Note | None
    again: bool
    proposed: tuple[str, date] | None
    draft: str

    @property
    def unfinished(self) -> bool:
        """Whether the owner has not yet said what they can do for this partner."""
        return self.note is None or not self.note.can_do.strip()


@dataclass(frozen=True)
class Other:
    """Somebody else who was there: number, name as it is told apart, and the roster's entry."""

    number: int
    called: str
    profile: Participant


@dataclass(frozen=True)
class Sheet:
    """The sheet of one participant; `held` is the day of the evening, if anybody knows it."""

    settings: Settings
    held: date | None
    number: int
    called: str
    profile: Participant
    partners: tuple[Partner, ...]
    rested: tuple[int, ...]
    not_met: tuple[Other, ...]
    reach: tuple[Other, ...]
    due: tuple[Due, ...]
    names: dict[PersonKey, str]

    @property
    def again(self) -> tuple[Partner, ...]:
        """The partners with whom it is mutual, each once."""
        once = {partner.profile.key: partner for partner in self.partners if partner.again}
        return tuple(once.values())

    @property
    def pattern(self) -> tuple[tuple[str, str, int], ...]:
        """For each stage the next step of the pattern, and in how many days."""
        return tuple((stage, *step_and_days(self.settings.follow_up, stage)) for stage in STAGES)


class Sheets:
    """The sheets of one event; what they have in common is looked up once."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._roster = RosterIndex(event)
        self._mutual = contacts.again_pairs(event)
        self.people = contacts.were_there(self._roster)

    def sheet(self, key: PersonKey) -> Sheet:
        """Return the sheet of somebody on the roster."""
        roster = self._roster
        own = {(note.round, note.about): note for note in self._event.notes if note.by == key}
        # Whom somebody met again in a rematch round stands there once, or with each note.
        noted = {about for _round, about in own}
        first = {who: number for number, who in of_notes.partners(self._event, key)}
        met = sorted({*own, *((number, who) for who, number in first.items() if who not in noted)})
        return Sheet(
            settings=self._event.in_force,
            held=held_on(self._event),
            number=roster.numbers[key],
            called=roster.names[key],
            profile=roster.by_key[key],
            partners=tuple(self._partner(key, number, who, own) for number, who in met),
            rested=tuple(
                sorted(round_.number for round_ in self._event.rounds if key in round_.resting)
            ),
            not_met=tuple(self._other(who) for who in contacts.not_met(roster, key)),
            reach=tuple(self._other(who) for who in contacts.may_reach(roster, key)),
            due=follow_ups(own.values()),
            names=roster.names,
        )

    def _partner(
        self,
        me: PersonKey,
        number: int,
        key: PersonKey,
        own: dict[tuple[int, PersonKey], Note],
    ) -> Partner:
        note = own.get((number, key))
        profile = self._roster.by_key.get(key) or Participant(name=key or "?")
        held = held_on(self._event)
        settings = self._event.in_force
        step = proposed(settings.follow_up, note, held) if note and held else None
        return Partner(
            round=number,
            number=self._roster.numbers.get(key),
            called=self._roster.names.get(key, key),
            profile=profile,
            note=note,
            again=(me, key) in self._mutual or (key, me) in self._mutual,
            proposed=step,
            draft=draft(settings, self._roster.by_key[me], profile, note, step and step[0], held),
        )

    def _other(self, key: PersonKey) -> Other:
        roster = self._roster
        return Other(roster.numbers[key], roster.names[key], roster.by_key[key])
