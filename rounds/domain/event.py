"""An event: the host's settings and roster, and the record of what happened.

Everything here is a frozen value that mirrors the event file one to one: a field here is a
key there. People are named by their *key*: their `id` where the host gave one, else their name.
"""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime as DateTime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

Seat = Literal["A", "B"]
PersonKey = str
OneLine = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]
Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")]
RoundNumber = Annotated[int, Field(ge=1, le=40)]
TableLabel = Annotated[int, Field(ge=1)] | Named


class Value(BaseModel):
    """A frozen value; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class Recorded(BaseModel):
    """An entry of the record; what another version wrote into it is kept."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Settings(Value):
    """The table `[event]` of the event file."""

    title: Named
    date: Date | None = None
    place: OneLine = ""
    language: Literal["en", "ja"] | None = None
    rounds: RoundNumber | None = None
    round_minutes: Annotated[float, Field(ge=5, le=10)] = 8
    move_seconds: Annotated[int, Field(ge=15, le=300)] = 60
    warning_seconds: Annotated[int, Field(ge=0, le=120)] = 60
    listen_first: bool = True
    break_after: tuple[RoundNumber, ...] = ()
    break_minutes: Annotated[float, Field(ge=1, le=120)] = 10
    starts_at: ClockTime | None = None
    ends_at: ClockTime | None = None
    tables: Annotated[int, Field(ge=1, le=2000)] | tuple[TableLabel, ...] | None = None
    odd: Literal["rest", "trio"] = "rest"
    same_industry: Literal["avoid", "allow"] = "avoid"
    sides: tuple[Named, Named] | None = None
    earlier_events: tuple[Named, ...] = ()
    prompts: dict[str, tuple[OneLine, ...]] = Field(default_factory=dict)
    seed: int | None = None


class Participant(Value):
    """One person of the roster; only the name is required."""

    name: Named
    id: Named | None = None
    kana: OneLine = ""
    company: OneLine = ""
    industry: OneLine = ""
    purpose: OneLine = ""
    offers: OneLine = ""
    seeks: OneLine = ""
    pitch: str = ""
    contact: OneLine = ""
    side: OneLine = ""
    avoid: tuple[Named, ...] = ()
    wishes: tuple[Named, ...] = ()
    table: TableLabel | None = None
    from_round: RoundNumber | None = None
    until_round: RoundNumber | None = None
    staff: bool = False

    @cached_property
    def key(self) -> PersonKey:
        """What the record calls this person."""
        return self.id or self.name


class WalkIn(Participant):
    """Somebody who came without being on the roster."""

    model_config = ConfigDict(frozen=True, extra="allow")

    joined_at: AwareDatetime


class Attendance(Recorded):
    """What the host last said about somebody's presence; the latest `at` wins."""

    person: PersonKey
    state: Literal["expected", "here", "absent", "left"]
    at: AwareDatetime


class Correction(Recorded):
    """A name spelled right by the host during the evening; the key stays what it was."""

    person: PersonKey
    name: Named
    at: AwareDatetime


class KeptApart(Recorded):
    """Two people who shall not meet (any more); the host said so during the evening."""

    people: tuple[PersonKey, PersonKey]
    at: AwareDatetime


class Pin(Recorded):
    """Two people whom the host wants together in a certain round."""

    round: int
    people: tuple[PersonKey, PersonKey]
    at: AwareDatetime


class Change(Recorded):
    """A setting changed during the evening; for each setting the last one recorded holds.

    Not the latest `at`: somebody may set the clock back in between.
    """

    at: AwareDatetime
    rounds: RoundNumber | None = None
    round_minutes: Annotated[float, Field(ge=1, le=60)] | None = None
    break_after: tuple[RoundNumber, ...] | None = None
    language: Literal["en", "ja"] | None = None
    tables: Annotated[int, Field(ge=1, le=2000)] | tuple[TableLabel, ...] | None = None


class Pairing(Recorded):
    """Who sits at one table: seat A, seat B and, in a trio, a third person.

    `held` is empty while nothing else is known; `minutes` is how long they really talked,
    where that differs from the round. `since` is how many minutes of the round were over when
    these people sat down together.
    """

    table: TableLabel
    people: Annotated[tuple[PersonKey, ...], Field(min_length=2, max_length=3)]
    held: Literal["held", "short", "no-show"] | None = None
    minutes: float | None = None
    since: float = 0


class Round(Recorded):
    """One round: planned (no `started_at`), running, or over (`ended_at`).

    `minutes` is how long it was talked, where a pause or a jump makes that another time than
    the one from start to end.
    """

    number: int
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    minutes: float | None = None
    listens_first: Seat = "B"
    pairings: tuple[Pairing, ...] = ()
    resting: tuple[PersonKey, ...] = ()


class Clock(Recorded):
    """Where the evening stands, so that a restart comes back at the right second.

    `ends_at` while the clock runs, `left` (seconds) while it is paused, neither where a
    phase has no end of its own. `skipped` are seconds jumped over by an early swap, `second`
    is the length of the second half where it is not half of the whole.
    """

    phase: Literal["lobby", "move", "talk", "break", "closing"]
    round: int = 0
    seconds: float = 0
    ends_at: AwareDatetime | None = None
    left: float | None = None
    skipped: float = 0
    second: float | None = None
    at: AwareDatetime


class Note(Recorded):
    """What one participant wrote about a partner: private to the author and the host."""

    round: int
    by: PersonKey
    about: PersonKey
    at: AwareDatetime
    text: str = ""
    purpose: str = ""
    can_do: str = ""
    stage: Literal["now", "problem", "someday", "not_yet"] = "not_yet"
    reply: Literal["yes", "by", "no"] | None = None
    reply_by: Date | None = None
    next_step: Literal["message", "network", "mail", "newsletter", "postcard", "meeting"] | None = (
        None
    )
    next_step_on: Date | None = None
    again: bool = False


class Event(Value):
    """The whole event file as a value.

    Above the marker: `settings` (the table `[event]`) and `participants`. Below it, the
    record: everything else. `plan` holds the rounds to come, `rounds` those that have begun.
    `earlier` are the earlier events that `settings.earlier_events` names, oldest first; they
    are read from other files and never written.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    settings: Settings = Field(alias="event")
    participants: tuple[Participant, ...] = ()

    walk_ins: tuple[WalkIn, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    kept_apart: tuple[KeptApart, ...] = ()
    pins: tuple[Pin, ...] = ()
    changes: tuple[Change, ...] = ()
    plan: tuple[Round, ...] = ()
    rounds: tuple[Round, ...] = ()
    clock: tuple[Clock, ...] = ()
    notes: tuple[Note, ...] = ()

    earlier: tuple[Event, ...] = Field(default=(), exclude=True)

    def with_(self, **changes: object) -> Event:
        """Return the same event with some fields replaced (they are not checked again)."""
        changed = self.model_copy(update=changes)
        changed.__dict__.pop("in_force", None)  # a copy keeps what was worked out before
        return changed

    @cached_property
    def in_force(self) -> Settings:
        """The settings with the changes the host made during the evening."""
        update: dict[str, object] = {}
        for change in self.changes:
            update.update(
                {
                    name: value
                    for name in ("rounds", "round_minutes", "break_after", "language", "tables")
                    if (value := getattr(change, name)) is not None
                }
            )
        return self.settings.model_copy(update=update) if update else self.settings


RECORD = (
    "walk_ins",
    "attendance",
    "corrections",
    "kept_apart",
    "pins",
    "changes",
    "plan",
    "rounds",
    "clock",
    "notes",
)
"""The kinds of entries below the marker, in the order in which they are written."""


def starts(event: Event) -> DateTime | None:
    """Return when the first round began, None before that."""
    return event.rounds[0].started_at if event.rounds else None
