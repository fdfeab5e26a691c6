"""Planning the rounds to come: when the plan is out of date, what a new one would change."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING

from rounds.domain import outlook, roster, timetable
from rounds.domain.event import Change, Event, Round, starts
from rounds.domain.sentence import Sentence, sentence
from rounds.session.core import Core

if TYPE_CHECKING:
    from rounds.domain.schedule.changes import Difference
    from rounds.domain.schedule.plan import Plan


class Planning(Core):
    """The plan of an open event, and its timetable."""

    def __post_init__(self) -> None:
        """Trust the plan in the file as long as it is made for those who are there."""
        super().__post_init__()
        if covers(self.event):
            self._planned_for = plan_inputs(self.event)

    @property
    def stale(self) -> bool:
        """Whether the plan was made for other people or rules than those of now."""
        return self._planned_for != plan_inputs(self.event)

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
        self._planned_for = plan_inputs(event)

    def change_course(self, **settings: object) -> None:
        """Change rounds, minutes or breaks from here on, and plan for it."""
        change = Change.model_validate({"at": self._stamp(), **settings})
        event = self.event.with_(changes=(*self.event.changes, change))
        plan = _make_plan(event)
        self.last_plan = plan
        event = event.with_(plan=self._to_come(plan))
        self._do(sentence("change of the timetable"), event)
        self._planned_for = plan_inputs(event)

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

    @property
    def can_close_after(self) -> int | None:
        """After which round the evening can be closed early; None where that changes nothing."""
        number = max(self.run.round, self._next_number() - 1)
        more = any(each.number > number for each in self.event.plan)
        return number if number and more and self.run.phase != "closing" else None

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

    def _see_what_follows_from_changes_by_hand(self) -> None:
        """A round changed by hand is a fact once it runs; the plan for later ones may clash."""
        from rounds.domain.schedule.rules import broken_rules

        self._by_hand = False
        if broken_rules(self.event, self.event.plan):
            self._planned_for = None

    def _freshly_planned(self) -> Event:
        if not self.stale:
            return self.event
        plan = _make_plan(self.event)
        self.last_plan = plan
        self._tell_limits(plan)
        event = self.event.with_(plan=self._to_come(plan))
        self._planned_for = plan_inputs(event)
        return event

    def _tell_limits(self, plan: Plan) -> None:
        """Tell the host once what is not as wished for: too few rounds or tables, and why."""
        short = limits(plan) if plan.rounds else None
        said = [*outlook.discreet(plan.warnings), *([short] if short else [])]
        self.news.extend(each for each in said if each not in self.news)

    def _to_come(self, plan: Plan) -> tuple[Round, ...]:
        begun = {each.number for each in self.event.rounds}
        return tuple(each for each in plan.rounds if each.number not in begun)


def limits(plan: Plan) -> Sentence | None:
    """Return why not all rounds are possible, fit for a screen the room may see."""
    if plan.infeasible is None:
        return None
    said = outlook.discreet(plan.infeasible.why[:2])
    return reduce(lambda one, more: sentence("{one} {more}", one=one, more=more), said)


def covers(event: Event) -> bool:
    """Return whether the rounds to come seat (or rest) exactly those who will be there."""
    if not event.plan:
        return False
    helpers = set(roster.staff(event))
    return all(
        {key for pairing in each.pairings for key in pairing.people}.union(each.resting) - helpers
        == set(roster.present(event, each.number))
        for each in event.plan
    )


def plan_inputs(event: Event) -> tuple[object, ...]:
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


def _make_plan(event: Event) -> Plan:
    """Plan the rounds to come; the planner is loaded only now, the first picture comes first."""
    from rounds.domain.schedule.plan import make_plan

    return make_plan(event)
