"""Planning the rounds to come: when the plan is out of date, what a new one would change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING

from rounds.domain import evening, outlook, roster, timetable
from rounds.domain.errors import RuleError
from rounds.domain.event import Change, Event, Round, starts
from rounds.domain.sentence import Sentence, sentence
from rounds.session.core import Core

if TYPE_CHECKING:
    from rounds.domain.schedule.changes import Difference
    from rounds.domain.schedule.plan import Plan


class Planning(Core):
    """The plan of an open event, and its timetable."""

    def __post_init__(self) -> None:
        """Trust the plan in the file as long as it does what the host wants now."""
        super().__post_init__()
        self._limits_told: list[Sentence] = []
        if _holds(self.event):
            self._planned_for = plan_inputs(self.event)

    @property
    def stale(self) -> bool:
        """Whether the plan was made for other people or rules than those of now."""
        return self._planned_for != plan_inputs(self.event)

    @property
    def plans_anew(self) -> bool:
        """Whether going on plans anew: the plan is out of date, or more rounds may be possible."""
        more = not self.event.rounds or self._next_number() <= _wanted(self.event)
        return (bool(self.event.plan) or more) and self.stale

    def propose(self) -> tuple[Plan, Difference]:
        """Plan the rounds not yet begun anew; return the plan and what it changes."""
        from rounds.domain.schedule.changes import difference

        plan = _make_plan(self.event)
        return plan, difference(self.event.plan, self._to_come(plan))

    def accept(self, plan: Plan) -> None:
        """Put a proposed plan in force; the board of a round not yet begun follows."""
        self.last_plan = plan
        event = self.event.with_(plan=self._to_come(plan))
        self._refuse_to_empty_the_board(event)
        if event != self.event:
            if self.run.phase == "move":
                self._board_since = self.steady()
            self._do(sentence("new plan"), event)
        self._planned_for = plan_inputs(event)

    def change_course(
        self,
        *,
        rounds: int | None = None,
        round_minutes: float | None = None,
        break_after: tuple[int, ...] | None = None,
    ) -> None:
        """Change how many rounds there are, how long they are, or the breaks.

        It is planned anew only where the plan has another number of rounds.
        """
        change = Change(
            at=self._stamp(), rounds=rounds, round_minutes=round_minutes, break_after=break_after
        )
        said = sentence("change of the timetable")
        event = self.event.with_(changes=(*self.event.changes, change))
        if evening.last_number(event) == _wanted(event):
            self._do_within_the_plan(said, event)
            return
        plan = _make_plan(event)
        self.last_plan = plan
        event = event.with_(plan=self._to_come(plan))
        self._refuse_to_empty_the_board(event)
        self._tell_of_new_seats(event)
        self._do(said, event)
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
        more = any(each.number > number for each in self.event.plan) or self.plans_anew
        return number if number and more and self.run.phase != "closing" else None

    def _standing(self) -> timetable.Standing:
        announced = self.run.phase == "move"
        now = self.wall()
        opens = timetable.opening_time(self.event.in_force, now)
        if self.run.phase == "lobby" and opens is not None:
            now = max(now, opens)
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

        if broken_rules(self.event, self.event.plan):
            self._planned_for = None

    def _do_within_the_plan(self, label: Sentence, event: Event) -> None:
        """Change the event without planning anew; a plan that was up to date still is."""
        up_to_date = not self.stale
        self._do(label, event)
        if up_to_date:
            self._planned_for = plan_inputs(event)

    def _freshly_planned(self) -> Event:
        """Return the event with a plan for those who are there now."""
        if not self.plans_anew:
            return self.event
        plan = _make_plan(self.event)
        self.last_plan = plan
        self._by_hand = None
        self._tell_limits(plan)
        return self.event.with_(plan=self._to_come(plan))

    def _why_no_round(self, number: int) -> Sentence:
        """Return why round `number` cannot be planned."""
        if len(roster.present(self.event, number)) < 2:
            return outlook.nobody_to_pair()
        plan = self.last_plan
        said = limits(plan) if plan is not None and len(plan.rounds) < number else None
        return said or sentence("No further round is possible with those who are there.")

    # -- the round on the board ----------------------------------------------------------

    def _refuse_to_empty_the_board(self, event: Event) -> None:
        number = self.run.round
        if self.run.phase != "move" or evening.planned(event, number) is not None:
            return
        raise RuleError(
            "{why} The seats of round {number} are on the board: Backspace takes them away.",
            why=self._why_no_round(number),
            number=number,
        )

    def _take_back(self, indices: list[int]) -> Sentence:
        before = self.run.phase
        said = super()._take_back(indices)
        if self.run.phase == "move":
            from rounds.domain import announced

            number = self.run.round
            event = announced.without_the_gone(self.event, number)
            if before != "move":
                event = announced.with_latecomers(event, number)
            self._show_seats(event)
            self._part_on_the_board()
        return said

    def _put_the_board_right(self) -> None:
        """Refuse to begin with seats that the host's word has overtaken; the board follows it."""
        from rounds.domain import announced

        before = evening.planned(self.event, self.run.round)
        self._show_seats(announced.without_the_gone(self.event, self.run.round))
        self._part_on_the_board()
        board = evening.planned(self.event, self.run.round)
        if board is not None and not board.pairings:
            raise RuleError(self._why_no_round(board.number))
        if board != before:
            raise RuleError(
                "The seats of round {number} have changed: "
                "let everybody find the new ones, then press Enter.",
                number=self.run.round,
            )

    def _part_on_the_board(self) -> None:
        """Give other seats to people who are kept apart, unless the host put them together."""
        if self._by_hand != self.run.round:
            event, anew = self._parted(self.event)
            self._show_seats(event)
            if anew:
                self._planned_for = plan_inputs(self.event)

    def _parted(self, event: Event) -> tuple[Event, bool]:
        """Return the event with nobody kept apart together on the board; whether planned anew.

        As few seats as possible change.
        """
        from rounds.domain import announced

        number = self.run.round
        if self.run.phase != "move" or not announced.seats_kept_apart(event, number):
            return event, False
        seated = self._seated_anew(event)
        return announced.parted(seated, number), seated is not event

    def _with_pinned_seated(self, event: Event) -> Event:
        """Return the event with the pinned together in the announced round, or tell why not."""
        from rounds.domain import announced

        number = self.run.round
        if self.run.phase != "move":
            return event
        self._tell_once(outlook.discreet(announced.refused_pins(event, number)))
        return self._seated_anew(event) if announced.misses_a_pin(event, number) else event

    def _seated_anew(self, event: Event) -> Event:
        """Return the event with the announced round planned anew; unchanged where that fails."""
        plan = _make_plan(event)
        self.last_plan = plan
        seated = event.with_(plan=self._to_come(plan))
        if evening.planned(seated, self.run.round) is None:
            return event
        self._tell_limits(plan)
        return seated

    def _show_seats(self, event: Event) -> None:
        """Change the announced seats: a consequence, which nobody takes back by itself."""
        self._tell_of_new_seats(event)
        if event.plan != self.event.plan:
            self._set(event)

    def _tell_of_new_seats(self, event: Event) -> None:
        number = self.run.round
        if evening.planned(event, number) == evening.planned(self.event, number):
            return
        self._board_since = self.steady()
        said = sentence("The seats of round {number} have changed.", number=number)
        if not self.news or self.news[-1] != said:
            self.news.append(said)

    # -- what is not as wished for -------------------------------------------------------

    def _tell_once(self, said: Iterable[Sentence]) -> None:
        self.news.extend(each for each in said if each not in self.news)

    def _tell_limits(self, plan: Plan) -> None:
        """Tell the host once what is not as wished for: too few rounds or tables, and why."""
        short = limits(plan) if plan.rounds else None
        said = [*outlook.discreet(plan.warnings), *([short] if short else [])]
        for old in self._limits_told:
            if old in self.news and old not in said:
                self.news.remove(old)
        self._limits_told = said
        self._tell_once(said)

    def _to_come(self, plan: Plan) -> tuple[Round, ...]:
        begun = {each.number for each in self.event.rounds}
        return tuple(each for each in plan.rounds if each.number not in begun)


def limits(plan: Plan) -> Sentence | None:
    """Return why not all rounds are possible, fit for a screen the room may see."""
    if plan.infeasible is None:
        return None
    said = outlook.discreet(plan.infeasible.why[:2])
    return reduce(lambda one, more: sentence("{one} {more}", one=one, more=more), said)


def _wanted(event: Event) -> int:
    """Return how many rounds the host wants, possible or not."""
    return event.in_force.rounds or timetable.rounds_in_time(event.in_force)


def _holds(event: Event) -> bool:
    """Return whether the plan has the rounds the host asks for and breaks no rule.

    Fewer will do where the host left the number open, or where more are plainly impossible.
    """
    from rounds.domain.schedule.rules import broken_rules

    if not event.plan or broken_rules(event, event.plan):
        return False
    last, wanted = evening.last_number(event), _wanted(event)
    asked = event.in_force.rounds is not None
    return last == wanted or (last < wanted and (not asked or _impossible(event, last + 1)))


def _impossible(event: Event, last: int) -> bool:
    """Return whether it is seen at a glance that there cannot be so many rounds."""
    from rounds.domain.schedule.limits import first_block
    from rounds.domain.schedule.problem import Roster, pose, seed_of

    least = frozenset({"earlier", "turns"})
    problem = pose(Roster(event, seed_of(event)), last, without=least)
    return first_block(problem, thorough=False) is not None


def plan_inputs(event: Event) -> tuple[object, ...]:
    """Return everything a plan depends on, so that a change of it can be seen.

    A round that begins and is held as planned changes nothing.
    """
    known = roster.people(event)
    turns = {person.from_round or 1 for person in known}
    turns |= {person.until_round + 1 for person in known if person.until_round}
    return (
        tuple(roster.present(event, number) for number in sorted({1, *turns})),
        roster.staff(event),
        event.participants,
        event.walk_ins,
        event.kept_apart,
        event.pins,
        event.in_force.with_(language=None),
        tuple(
            (
                each.number,
                tuple(
                    (pairing.people, pairing.held in {"short", "no-show"})
                    for pairing in each.pairings
                ),
                each.resting,
            )
            for each in sorted((*event.rounds, *event.plan), key=lambda each: each.number)
        ),
    )


def _make_plan(event: Event) -> Plan:
    """Plan the rounds to come; the planner is loaded only now, the first picture comes first."""
    from rounds.domain.schedule.plan import make_plan

    return make_plan(event)
