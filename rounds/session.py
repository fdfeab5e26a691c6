"""An open event: the one place where it changes.

Every verb makes a new value with a function of the domain, gives it to the keeper (which
makes it durable in its own thread) and tells the listeners. Nothing here knows the terminal.
Only the thread that owns the session calls its verbs; what the keeper reports from its own
thread waits in an inbox until the next `tick`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from rounds import steady_clock
from rounds.domain import clock, evening, notes, roster, timetable
from rounds.domain.clock import Phase, Run
from rounds.domain.errors import RuleError
from rounds.domain.event import (
    Change,
    Clock,
    Event,
    KeptApart,
    Note,
    PersonKey,
    Pin,
    Round,
    starts,
)
from rounds.domain.public import after, public
from rounds.domain.room import Room
from rounds.domain.sentence import Sentence, sentence

if TYPE_CHECKING:
    from rounds.domain.schedule.changes import Difference
    from rounds.domain.schedule.plan import Plan

Listener = Callable[[], None]
CLOCK_JUMP = 2.0
"""Seconds by which two clocks may drift apart between two ticks before the host is told."""


class Keeper(Protocol):
    """Makes events durable: the store, or a test's stand-in."""

    def save(self, event: Event) -> int:
        """Take the newest event; return the ticket under which it will be reported saved."""

    def flush(self, timeout: float) -> bool:
        """Wait until everything is on the disk; return whether it is."""

    def close(self) -> object:
        """Give the file back."""


@dataclass(frozen=True)
class Undo:
    """One thing the host can take back: the fields as they were, and the clock if it moved."""

    label: Sentence
    before: dict[str, Any]
    run: Run | None = None
    left: float | None = None
    planned_for: tuple[object, ...] | None = None


@dataclass(frozen=True)
class Saving:
    """How the disk is doing: when it last took everything, or why it does not."""

    ticket: int = 0
    at: datetime | None = None
    unsaved: Sentence | None = None


@dataclass
class Session:
    """The evening under way. Times are seconds of the steady clock (`now`), or wall times."""

    event: Event
    keeper: Keeper
    language: str = "en"
    calm: bool = False
    muted: bool = False
    steady: Callable[[], float] = steady_clock.steady
    wall: Callable[[], datetime] = steady_clock.wall
    run: Run = field(default_factory=Run)
    message: str = ""
    black: bool = False
    saving: Saving = field(default_factory=Saving)
    news: deque[Sentence] = field(default_factory=lambda: deque(maxlen=50))

    def __post_init__(self) -> None:
        self._listeners: list[Listener] = []
        self._inbox: deque[Callable[[], None]] = deque()
        self._undo: list[Undo] = []
        self._planned_for: tuple[object, ...] | None = None
        self._page: int | None = None
        self._page_chosen_at = 0.0
        self._board_since = self.steady()
        self._clocks = (self.steady(), self.wall())
        self.last_plan: Plan | None = None
        self._resume()

    # -- listening ---------------------------------------------------------------------

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change (from any thread); return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def saved(self, ticket: int, at: datetime) -> None:
        """Take the keeper's word that everything up to `ticket` is on the disk (any thread)."""
        self._later(lambda: self._set_saving(Saving(ticket, at)))

    def unsaved(self, reason: Sentence) -> None:
        """Take the keeper's word that the disk refuses (any thread)."""
        self._later(lambda: self._set_saving(replace(self.saving, unsaved=reason)))

    def edited_outside(
        self, apply: Callable[[Event], Event], messages: tuple[Sentence, ...]
    ) -> None:
        """Take in what somebody else wrote into the file (any thread)."""

        def take_in() -> None:
            self.event = apply(self.event)
            self.news.extend(messages)

        self._later(take_in)

    def _set_saving(self, saving: Saving) -> None:
        self.saving = saving

    def _later(self, news: Callable[[], None]) -> None:
        self._inbox.append(news)
        self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()

    # -- the room ------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """What the room may see now."""
        return public(self.event, self.run, language=self.language).model_copy(
            update={
                "message": self.message,
                "black": self.black,
                "calm": self.calm,
                "page": self._page,
                "page_chosen_at": self._page_chosen_at,
                "board_since": self._board_since,
            }
        )

    def say_to_room(self, text: str) -> None:
        """Show a line to the room; an empty one takes it away."""
        self.message = text.strip()
        self._tell()

    def set_black(self, black: bool) -> None:
        """Switch the projector dark or on again."""
        self.black = black
        self._tell()

    def turn_page(self, page: int) -> None:
        """Choose a page of the board; the pages stand still for a while."""
        self._page, self._page_chosen_at = page, self.steady()
        self._tell()

    def toggle_mute(self) -> None:
        """Switch the sounds off or on."""
        self.muted = not self.muted
        self._tell()

    def choose_language(self, language: str) -> None:
        """Change the language of all screens from now on."""
        self.language = language
        change = Change.model_validate({"at": self._stamp(), "language": language})
        self._set(self.event.with_(changes=(*self.event.changes, change)))

    # -- the course of the evening ----------------------------------------------------------

    @property
    def scene(self) -> clock.Scene:
        """The picture the room sees now."""
        return self.room_scene(self.steady())

    def room_scene(self, now: float) -> clock.Scene:
        """Return the picture the room sees at a moment."""
        settings = self.event.in_force
        return clock.scene(
            self.run, now, halves=settings.listen_first, warning=settings.warning_seconds
        )

    def remaining(self) -> float:
        """Return the seconds to the end of this phase; below zero in overtime."""
        return clock.remaining(self.run, self.steady())

    def tick(self) -> bool:
        """Let the time pass: take in news, end a round that is over; return whether so."""
        changed = bool(self._inbox)
        while self._inbox:
            self._inbox.popleft()()
        self._watch_clocks()
        if self.run.phase == "talk" and self.run.ends_at is not None and self.remaining() <= 0:
            running = evening.current(self.event, self.run.round)
            if running is not None and running.started_at is not None and not running.ended_at:
                over_at = self.wall() + timedelta(seconds=self.remaining())
                talked = clock.talked(self.run, self.steady())
                self._set(self._ended(over_at, talked))
                return True
        return changed

    def step(self) -> None:
        """Go on to the next phase, whatever it is."""
        match self.run.phase:
            case "lobby":
                self._announce(self._next_number())
            case "move":
                self._begin()
            case "talk" if not self._over():
                self.end_early()
            case "talk":
                self._follow()
            case "break":
                self._announce(self._next_number())

    def end_early(self) -> None:
        """End the running round now."""
        now = self.steady()
        talked = clock.talked(self.run, now)
        self._go(
            sentence("end of round {number}", number=self.run.round),
            self._ended(self.wall(), talked),
            replace(self.run, ends_at=now, left=None),
        )

    def _over(self) -> bool:
        running = evening.current(self.event, self.run.round)
        return running is None or running.ended_at is not None

    def _ended(self, at: datetime, talked: float) -> Event:
        full = self.event.in_force.round_minutes * 60
        return evening.end_round(self.event, self.run.round, at, talked, full)

    def _next_number(self) -> int:
        return max((each.number for each in self.event.rounds), default=0) + 1

    def _follow(self) -> None:
        match after(self.event, self.run.round):
            case "break":
                seconds = self.event.in_force.break_minutes * 60
                self._go(
                    sentence("start of the break"),
                    self.event,
                    clock.start("break", self.run.round, seconds, self.steady()),
                )
            case "move":
                self._announce(self._next_number())
            case _:
                self.close_evening()

    def close_evening(self) -> None:
        """Show the closing picture."""
        self._go(sentence("closing of the evening"), self.event, Run("closing", self.run.round))

    def _announce(self, number: int) -> None:
        """Show the board of round `number`, planned for those who are there now."""
        event = self._freshly_planned()
        if evening.planned(event, number) is None:
            if event.rounds:
                self.close_evening()
                return
            raise RuleError(
                "There is nobody to pair yet: check in at least two participants, then press Enter."
            )
        self._page = None
        self._board_since = self.steady()
        self._go(
            sentence("move to round {number}", number=number),
            event,
            clock.start("move", number, event.in_force.move_seconds, self.steady()),
        )

    def _begin(self) -> None:
        settings = self.event.in_force
        lead_in = clock.LEAD_IN if settings.listen_first else 0.0
        seconds = settings.round_minutes * 60
        run = clock.start("talk", self.run.round, seconds, self.steady(), lead_in)
        at = self.wall() + timedelta(seconds=lead_in)
        self._go(
            sentence("start of round {number}", number=self.run.round),
            evening.begin_round(self.event, self.run.round, at),
            run,
        )

    def pause_or_go_on(self) -> None:
        """Stop the clock, or let it go on."""
        now = self.steady()
        run = clock.go_on(self.run, now) if self.run.paused else clock.pause(self.run, now)
        self._set(self.event, run)

    def extend(self, seconds: float) -> None:
        """Give this phase more time, or less; a round that is just over goes on."""
        now = self.steady()
        left = clock.remaining(self.run, now)
        if self.run.phase == "talk" and left <= 0 < seconds:
            event = evening.reopen_round(self.event, self.run.round)
            longer = self.run.seconds + seconds
            self._set(event, replace(self.run, ends_at=now + seconds, left=None, seconds=longer))
            return
        self._set(self.event, clock.extend(self.run, seconds, now))

    def swap_now(self) -> None:
        """Go to half-time at once."""
        self._set(self.event, clock.swap_now(self.run, self.steady()))

    # -- taking back -----------------------------------------------------------------------

    @property
    def last_action(self) -> Sentence | None:
        """What `undo` would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to go back."""
        return any(entry.run is not None for entry in self._undo)

    def undo(self) -> Sentence | None:
        """Take back the last thing done; return what it was."""
        return self._take_back(len(self._undo) - 1) if self._undo else None

    def back(self) -> Sentence | None:
        """Go back one step of the evening, with the time that was left then."""
        for index in range(len(self._undo) - 1, -1, -1):
            if self._undo[index].run is not None:
                return self._take_back(index)
        return None

    def _take_back(self, index: int) -> Sentence:
        entry = self._undo.pop(index)
        if index == len(self._undo):
            self._planned_for = entry.planned_for
        run = self.run
        if entry.run is not None:
            run = entry.run
            if entry.left is not None and run.ends_at is not None:
                run = replace(run, ends_at=self.steady() + entry.left)
            self._board_since = self.steady()
        self._set(self.event.with_(**entry.before), run)
        return entry.label

    # -- people ------------------------------------------------------------------------------

    def check_in(self, key: PersonKey) -> None:
        """Somebody is here; who comes late sits with somebody who rests, if time allows."""
        event = roster.check_in(self.event, key, self._stamp())
        self._do(self._named("check-in of {name}", key), self._with_latecomer(event, key))

    def check_in_all(self) -> None:
        """Everybody expected is here."""
        self._do(sentence("check-in of everybody"), roster.check_in_all(self.event, self._stamp()))

    def expect(self, key: PersonKey) -> None:
        """Somebody is not here yet after all."""
        self._do(
            self._named("check-in of {name}", key),
            roster.mark(self.event, [key], "expected", self._stamp()),
        )

    def mark_absent(self, key: PersonKey) -> None:
        """Somebody did not come; in a running round the partner is looked after."""
        event = roster.mark_absent(self.event, key, self._stamp())
        if self._talking():
            event = evening.no_show_in_round(event, self.run.round, key, self._free_table())
        self._do(self._named("absence of {name}", key), event)

    def leave(self, key: PersonKey) -> None:
        """Somebody goes (for good or for a while)."""
        event = roster.leave(self.event, key, self._stamp())
        if self._talking() and key in self._seated_now():
            talked = clock.talked(self.run, self.steady())
            if talked < self.run.seconds / 2:
                event = evening.mark_pairing(
                    event, self.run.round, key, "short", round(talked / 60, 1)
                )
        self._do(self._named("leaving of {name}", key), event)

    def add_walk_in(self, name: str, details: dict[str, object] | None = None) -> PersonKey:
        """Somebody came who is not on the roster; return the new key."""
        event, key = roster.add_walk_in(self.event, name, self._stamp(), details)
        if roster.checked_in(event):
            event = roster.check_in(event, key, self._stamp())
        self._do(sentence("walk-in {name}", name=name.strip()), self._with_latecomer(event, key))
        return key

    def correct_name(self, key: PersonKey, name: str) -> None:
        """Spell a name right."""
        self._do(
            self._named("name of {name}", key),
            roster.correct_name(self.event, key, name, self._stamp()),
        )

    def keep_apart(self, one: PersonKey, other: PersonKey) -> None:
        """Never pair these two (any more). The room is not told."""
        apart = KeptApart(people=(one, other), at=self._stamp())
        self._do(
            sentence("a pair kept apart"),
            self.event.with_(kept_apart=(*self.event.kept_apart, apart)),
        )

    def pin(self, one: PersonKey, other: PersonKey) -> None:
        """Put these two together in the next round."""
        wish = Pin(round=self._next_number(), people=(one, other), at=self._stamp())
        self._do(
            sentence("a pair pinned into round {number}", number=wish.round),
            self.event.with_(pins=(*self.event.pins, wish)),
        )

    def exchange(self, number: int, one: PersonKey, other: PersonKey) -> None:
        """Exchange two people's places in a round: as a wish before it, as the truth after it."""
        event = evening.exchange(self.event, number, one, other)
        current_plan = self._planned_for is not None and not self.stale
        self._do(sentence("exchange in round {number}", number=number), event)
        if current_plan and evening.planned(event, number) is not None:
            self._planned_for = self._plan_inputs(self.event)

    def mark_pairing(self, number: int, key: PersonKey, held: str) -> None:
        """Say what really became of a pairing: held, short or no-show."""
        self._do(
            sentence("mark in round {number}", number=number),
            evening.mark_pairing(self.event, number, key, held),
        )

    def _named(self, template: str, key: PersonKey) -> Sentence:
        return sentence(template, name=roster.shown_names(self.event).get(key, key))

    def _talking(self) -> bool:
        return self.run.phase == "talk" and not self._over()

    def _seated_now(self) -> set[PersonKey]:
        running = evening.current(self.event, self.run.round)
        return {key for pairing in running.pairings for key in pairing.people} if running else set()

    def _with_latecomer(self, event: Event, key: PersonKey) -> Event:
        if not self._talking() or self.remaining() < self.run.seconds / 2:
            return event
        return evening.seat_latecomer(event, self.run.round, key, self._free_table())

    def _free_table(self) -> int | str:
        """Return a table at which nobody sits in this round."""
        running = evening.current(self.event, self.run.round)
        used = {str(pairing.table) for pairing in running.pairings} if running else set()
        labels = self.event.settings.tables
        if isinstance(labels, tuple):
            for label in labels:
                if str(label) not in used:
                    return label
        return next(number for number in range(1, len(used) + 2) if str(number) not in used)

    # -- planning ----------------------------------------------------------------------------

    @property
    def stale(self) -> bool:
        """Whether the plan was made for other people or rules than those of now."""
        return self._planned_for != self._plan_inputs(self.event)

    def propose(self) -> tuple[Plan, Difference]:
        """Plan the rounds not yet begun anew; return the plan and what it changes."""
        from rounds.domain.schedule.changes import difference

        plan = _make_plan(self.event)
        return plan, difference(self.event.plan, self._to_come(plan))

    def accept(self, plan: Plan) -> None:
        """Put a proposed plan in force; the board of a round not yet begun follows."""
        self.last_plan = plan
        event = self.event.with_(plan=self._to_come(plan))
        if self.run.phase == "move":
            self._board_since = self.steady()
        self._do(sentence("new plan"), event)
        self._planned_for = self._plan_inputs(event)

    def change_course(self, **settings: object) -> None:
        """Change rounds, minutes or breaks from here on, and plan for it."""
        change = Change.model_validate({"at": self._stamp(), **settings})
        event = self.event.with_(changes=(*self.event.changes, change))
        plan = _make_plan(event)
        self.last_plan = plan
        event = event.with_(plan=self._to_come(plan))
        self._do(sentence("change of the timetable"), event)
        self._planned_for = self._plan_inputs(event)

    def expected_end(self) -> datetime:
        """Return when the evening will be over as things stand."""
        return timetable.expected_end(self.event, self._standing())

    def closing_time(self) -> datetime | None:
        """Return when the hall closes, None where the host did not say."""
        now = self.wall()
        began = starts(self.event)
        return timetable.closing_time(
            self.event.in_force, now if began is None else began.astimezone(now.tzinfo)
        )

    def ways_to_end_on_time(self) -> tuple[timetable.Course, ...]:
        """Return what the host can choose from when the evening would end too late."""
        closes = self.closing_time()
        if closes is None or self.run.phase == "closing":
            return ()
        return timetable.ways_to_end_on_time(self.event, self._standing(), closes)

    def _standing(self) -> timetable.Standing:
        announced = self.run.phase == "move"
        now = self.wall()
        opens = self.event.in_force.starts_at
        if self.run.phase == "lobby" and opens is not None:
            now = max(now, timetable.clock_time(opens, now))
        return timetable.Standing(
            now=now,
            left=self.remaining() if self.run.timed else 0.0,
            following=self._next_number() + announced,
            announced=announced,
            in_break=self.run.phase == "break",
        )

    def _freshly_planned(self) -> Event:
        if not self.stale:
            return self.event
        plan = _make_plan(self.event)
        self.last_plan = plan
        event = self.event.with_(plan=self._to_come(plan))
        self._planned_for = self._plan_inputs(event)
        return event

    def _to_come(self, plan: Plan) -> tuple[Round, ...]:
        begun = {each.number for each in self.event.rounds}
        return tuple(each for each in plan.rounds if each.number not in begun)

    @staticmethod
    def _plan_inputs(event: Event) -> tuple[object, ...]:
        """Return everything a plan depends on, so that a change of it can be seen.

        A round that begins and is held as planned changes nothing.
        """
        known = roster.people(event)
        turns = {person.from_round or 1 for person in known}
        turns |= {person.until_round + 1 for person in known if person.until_round}
        return (
            tuple(roster.present(event, number) for number in sorted({1, *turns})),
            event.participants,
            event.walk_ins,
            event.kept_apart,
            event.pins,
            event.in_force.model_copy(update={"language": None}),
            tuple(
                (
                    each.number,
                    tuple(
                        (pairing.people, pairing.held in {"short", "no-show"})
                        for pairing in each.pairings
                    ),
                )
                for each in sorted((*event.rounds, *event.plan), key=lambda each: each.number)
            ),
        )

    # -- notes -------------------------------------------------------------------------------

    def write_note(self, note: Note) -> int:
        """Keep a note; return the ticket under which `saving` will report it saved."""
        self.event = notes.write(self.event, note)
        return self._save()

    # -- changing ----------------------------------------------------------------------------

    def _stamp(self) -> datetime:
        return self.wall().replace(microsecond=0)

    def _do(self, label: Sentence, event: Event) -> None:
        """Change the event so that it can be taken back."""
        self._remember(label, event, None)
        self._set(event)

    def _go(self, label: Sentence, event: Event, run: Run) -> None:
        """Take a step of the evening so that it can be taken back."""
        self._remember(label, event, self.run)
        self._set(event, run)

    def _remember(self, label: Sentence, event: Event, run: Run | None) -> None:
        before = {
            name: getattr(self.event, name)
            for name in Event.model_fields
            if getattr(self.event, name) is not getattr(event, name)
        }
        left = clock.remaining(run, self.steady()) if run is not None and run.timed else None
        self._undo.append(Undo(label, before, run, left, self._planned_for))
        del self._undo[:-200]

    def _set(self, event: Event, run: Run | None = None) -> None:
        if run is not None:
            self.run = self._aligned(run)
            event = event.with_(clock=(self._clock_entry(),))
        self.event = event
        self._save()

    def _save(self) -> int:
        ticket = self.keeper.save(self.event)
        self._tell()
        return ticket

    # -- the two clocks ------------------------------------------------------------------------

    def _aligned(self, run: Run) -> Run:
        """Return the run with its deadline on a whole second of the wall clock.

        The record keeps whole seconds; so a restart comes back to exactly the same deadline.
        """
        if run.ends_at is None:
            return run
        deadline = self.wall() + timedelta(seconds=run.ends_at - self.steady())
        off = deadline.microsecond / 1e6
        return replace(run, ends_at=run.ends_at - off if off < 0.5 else run.ends_at + 1 - off)

    def _clock_entry(self) -> Clock:
        run = self.run
        ends_at = None
        if run.ends_at is not None:
            moment = self.wall() + timedelta(seconds=run.ends_at - self.steady() + 0.5)
            ends_at = moment.replace(microsecond=0)
        return Clock(
            phase=run.phase,
            round=run.round,
            seconds=run.seconds,
            ends_at=ends_at,
            left=None if run.left is None else round(run.left, 1),
            skipped=round(run.skipped, 1),
            at=self._stamp(),
        )

    def _resume(self) -> None:
        """Come back to where the record says the evening stands."""
        if not self.event.clock:
            return
        entry = self.event.clock[-1]
        phase: Phase = entry.phase
        ends_at = None
        if entry.ends_at is not None:
            ends_at = self.steady() + (entry.ends_at - self.wall()).total_seconds()
        self.run = Run(phase, entry.round, entry.seconds, ends_at, entry.left, entry.skipped)

    def _watch_clocks(self) -> None:
        """Tell the host when the laptop slept or somebody set the clock."""
        steady, wall = self.steady(), self.wall()
        passed = steady - self._clocks[0]
        moved = (wall - self._clocks[1]).total_seconds() - passed
        self._clocks = (steady, wall)
        if passed > 30:
            self.news.append(
                sentence("The laptop slept for {minutes} min.", minutes=round(passed / 60, 1))
            )
            self._tell()
        if abs(moved) > CLOCK_JUMP:
            self.news.append(
                sentence(
                    "The clock of this computer was moved by {seconds} s. "
                    "The countdown goes on as it was.",
                    seconds=round(moved),
                )
            )
            self._set(self.event, self.run)

    # -- the end -------------------------------------------------------------------------------

    def close(self, timeout: float = 5.0) -> bool:
        """Make everything durable and give the file back; return whether all is on the disk."""
        done = self.keeper.flush(timeout)
        self.keeper.close()
        return done


def _make_plan(event: Event) -> Plan:
    """Plan the rounds to come; the planner is loaded only now, the first picture comes first."""
    from rounds.domain.schedule.plan import make_plan

    return make_plan(event)
