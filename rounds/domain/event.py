"""An event: the host's settings and roster, and the record of what happened.

Everything here is a frozen value that mirrors the event file one to one: a field here is a
key there. People are named by their *key*: their `id` if the host gave one, else their name.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from rounds.domain.days_after import Greeting, Introduction, Referral
from rounds.domain.fields import (
    ClockTime,
    Day,
    IntroductionSeconds,
    Minutes,
    Moment,
    Named,
    Number,
    OneLine,
    Paragraphs,
    RecordedRound,
    RoundMinutes,
    RoundNumber,
    Seconds,
    Sides,
    StepAndDay,
    TableLabel,
    Tables,
    Together,
    Truth,
    Two,
    Whole,
)
from rounds.domain.language import Language
from rounds.domain.values import Recorded, Value

Seat = Literal["A", "B"]
Stage = Literal["now", "problem", "someday", "not_yet"]
Reply = Literal["yes", "by", "no"]
NextStep = Literal["message", "network", "mail", "newsletter", "postcard", "meeting"]
PersonKey = str


class FollowUp(Value):
    """The table `[event.follow_up]`: what to do, by how close somebody is to business.

    Each is a next step and when: `mail in 1 day`, `meeting today`.
    """

    now: StepAndDay = "meeting today"
    problem: StepAndDay = "mail in 1 day"
    someday: StepAndDay = "network in 1 day"
    not_yet: StepAndDay = "postcard in 7 days"


class Settings(Value):
    """The table `[event]` of the event file."""

    title: Named
    date: Day | None = None
    place: OneLine = ""
    host: OneLine = ""
    language: Language | None = None
    languages: tuple[Language, ...] = ()
    rounds: RoundNumber | None = None
    round_minutes: RoundMinutes = 8
    introductions: IntroductionSeconds = 0
    move_seconds: Annotated[Whole, Field(ge=15, le=300)] = 60
    warning_seconds: Annotated[Whole, Field(ge=0, le=120)] = 60
    listen_first: Truth = True
    break_after: tuple[RoundNumber, ...] = ()
    break_minutes: Annotated[Number, Field(ge=1, le=120)] = 10
    starts_at: ClockTime | None = None
    ends_at: ClockTime | None = None
    clock: Literal["24h", "12h"] | None = None
    dates: Literal["day_first", "month_first"] | None = None
    board: Literal["name", "family_name"] = "name"
    tables: Tables | None = None
    odd: Literal["rest", "trio"] = "rest"
    same_industry: Literal["avoid", "allow", "prefer"] = "avoid"
    at_most: dict[Named, Annotated[Whole, Field(ge=0, le=40)]] = Field(default_factory=dict)
    newcomers: Literal["any", "spread"] = "any"
    sides: Sides | None = None
    earlier_events: tuple[Named, ...] = ()
    prompts: dict[str, tuple[OneLine, ...]] = Field(default_factory=dict)
    follow_up: FollowUp = Field(default_factory=FollowUp)
    texts: dict[str, Paragraphs] = Field(default_factory=dict)
    phones: Truth = False
    phone_check_in: Truth = False
    seed: Whole | None = None


class Participant(Value):
    """One person of the roster; only the name is required. `remark` is for the host alone.

    With `share_contact` everybody who was there gets `contact` afterwards, else only those with
    whom it is mutual.
    """

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
    share_contact: Truth = False
    remark: OneLine = ""
    side: OneLine = ""
    avoid: tuple[Named, ...] = ()
    wishes: tuple[Named, ...] = ()
    match: Truth = True
    table: TableLabel | None = None
    from_round: RoundNumber | None = None
    until_round: RoundNumber | None = None
    staff: Truth = False

    @property
    def key(self) -> PersonKey:
        """The name of this person in the record."""
        return self.id or self.name


class WalkIn(Participant, Recorded):
    """A person who came without being on the roster."""

    joined_at: Moment


class Attendance(Recorded):
    """What the host said about somebody's presence; the entry with the latest `at` holds."""

    person: PersonKey
    state: Literal["expected", "here", "absent", "left"]
    at: Moment


class Correction(Recorded):
    """A name that the host corrected during the evening; the key stays the same."""

    person: PersonKey
    name: Named
    at: Moment


class KeptApart(Recorded):
    """Two people who must not meet (again), as the host said during the evening."""

    people: Two
    at: Moment


class Pin(Recorded):
    """Two people whom the host wants together in a certain round.

    With `again` they may have met before tonight: it is a rematch round, and both wished it.
    """

    round: RecordedRound
    people: Two
    at: Moment
    again: Truth = False


CHANGEABLE = ("rounds", "round_minutes", "introductions", "break_after", "language", "tables")
"""The settings that can be changed during the evening."""


class Change(Recorded):
    """Settings changed during the evening; the last entry that sets a field holds.

    The order of the entries decides, not `at`: the computer's clock may have been set back.
    """

    at: Moment
    rounds: RoundNumber | None = None
    round_minutes: Annotated[Number, Field(ge=1, le=60)] | None = None
    introductions: IntroductionSeconds | None = None
    break_after: tuple[RoundNumber, ...] | None = None
    language: Language | None = None
    tables: Tables | None = None


class Pairing(Recorded):
    """The people at one table: seat A, seat B and, in a trio, a third person.

    `held` is empty unless the pairing was marked; `minutes` is how long they really talked, if
    that differs from the round. `since` is how many minutes of the round were over when these
    people sat down together.
    """

    table: TableLabel
    people: Together
    held: Literal["held", "short", "no-show"] | None = None
    minutes: Minutes | None = None
    since: Minutes = 0


class Round(Recorded):
    """One round: planned (no `started_at`), running, or over (`ended_at`).

    `minutes` is the time of talk, if a pause or a jump makes it differ from the time between
    start and end.
    """

    number: RecordedRound
    started_at: Moment | None = None
    ended_at: Moment | None = None
    minutes: Minutes | None = None
    listens_first: Seat = "B"
    pairings: tuple[Pairing, ...] = ()
    resting: tuple[PersonKey, ...] = ()


class Clock(Recorded):
    """The phase under way and its clock, so that a restart comes back at the right second.

    `ends_at` is set while the clock runs, `left` (seconds) while it is paused, neither in a
    phase without an end of its own. `skipped` are the seconds that an early swap jumped over,
    `second` is the length of the second half if that is not half of the whole. While people
    introduce themselves, `person` is the one who speaks, `order` those who were there at the start.
    """

    phase: Literal["lobby", "introductions", "move", "talk", "break", "closing"]
    round: RecordedRound = 0
    seconds: Seconds = 0
    ends_at: Moment | None = None
    left: Seconds | None = None
    skipped: Seconds = 0
    second: Seconds | None = None
    person: PersonKey = ""
    order: tuple[PersonKey, ...] = ()
    at: Moment


class Note(Recorded):
    """A participant's note about a partner, private to the author and the host.

    `done_on` is the day on which the next step was done, `answered_on` the one on which the
    promised answer was given.
    """

    round: RecordedRound
    by: PersonKey
    about: PersonKey
    at: Moment
    text: str = ""
    purpose: str = ""
    can_do: str = ""
    stage: Stage | None = None
    reply: Reply | None = None
    reply_by: Day | None = None
    next_step: NextStep | None = None
    next_step_on: Day | None = None
    done_on: Day | None = None
    answered_on: Day | None = None
    again: Truth = False


class Event(Value):
    """The whole event file as a value.

    Above the marker: `settings` (the table `[event]`) and `participants`. Below it, the
    record: everything else. `plan` holds the rounds to come, `rounds` those that have begun.
    `earlier` are the earlier events that `settings.earlier_events` names, oldest first; they
    are read from other files and never written.
    """

    settings: Settings = Field(validation_alias="event", serialization_alias="event")
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
    introductions: tuple[Introduction, ...] = ()
    referrals: tuple[Referral, ...] = ()
    greeted: tuple[Greeting, ...] = ()

    earlier: tuple["Event", ...] = Field(default=(), exclude=True)

    @property
    def in_force(self) -> Settings:
        """The settings with the changes the host made during the evening."""
        update: dict[str, Any] = {}
        for change in self.changes:
            update.update(
                {name: value for name in CHANGEABLE if (value := getattr(change, name)) is not None}
            )
        return self.settings.with_(**update) if update else self.settings


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
    "introductions",
    "referrals",
    "greeted",
)
"""The kinds of entries below the marker, in the order in which they are written."""


def starts(event: Event) -> Moment | None:
    """Return the moment when the first round began, None before that."""
    return event.rounds[0].started_at if event.rounds else None
