"""The verbs about people: coming and going, sitting together and being kept apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rounds.domain.errors import RuleError
from rounds.domain.evening import clock, corrections, reseating, tables
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, KeptApart, PersonKey, Pin
from rounds.domain.fields import TableLabel
from rounds.domain.people import attendance, greetings, roster
from rounds.domain.people.typed_name import TypedPerson
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.session.planner import Planner
from rounds.session.state import State


class People:
    """What the host says about people: that they come and go, and whom they sit with."""

    def __init__(self, state: State, plan: Planner) -> None:
        self._state = state
        self._plan = plan

    # -- coming and going ------------------------------------------------------------------

    def check_in(self, key: PersonKey) -> None:
        """Check somebody in. A latecomer joins anyone who is free if enough of the round is left.

        If the evening began without checking anybody in, everybody expected is here already.
        """
        state, now = self._state, self._state.clocks.stamp()
        event = attendance.check_in(state.event, key, now)
        first = roster.checked_in(event) and not state.roster.checked_in
        if first and state.run.phase != "lobby":
            # The others would count as missing.
            if state.roster.states[key] == "expected":
                return
            event = attendance.mark(state.event, [key], "expected", now)
        state.change(self._named("check-in of {name}", key), self._with_latecomer(event, key))

    def check_in_all(self) -> None:
        """Check in everybody who is expected; latecomers join anyone who is free, as one would."""
        event = attendance.check_in_all(self._state.event, self._state.clocks.stamp())
        if self._in_round() and not self._too_few_minutes():
            event = self._joined_late(self._plan.board.with_latecomers(event))
        self._state.change(sentence("check-in of everybody"), event)

    def check_in_these(self, keys: Collection[PersonKey]) -> int:
        """Check in those of some people who are expected, as one step; return how many they are.

        If the evening began without checking anybody in, they are here already.
        """
        state = self._state
        began = state.run.phase != "lobby" and not state.roster.checked_in
        expected = [key for key in keys if state.roster.states.get(key) == "expected"]
        if began or not expected:
            return 0
        event = attendance.mark(state.event, expected, "here", state.clocks.stamp())
        if self._in_round() and not self._too_few_minutes():
            event = self._joined_late(self._plan.board.with_latecomers(event))
        label = counted("check-in of {count} person", "check-in of {count} people", len(expected))
        state.change(label, event)
        return len(expected)

    def mark_absent(self, key: PersonKey) -> None:
        """Mark somebody as not coming; in the current round the partner gets another one."""
        state = self._state
        event = attendance.mark_absent(state.event, key, state.clocks.stamp())
        if self._in_round():
            enough = not self._too_few_minutes()
            after = reseating.no_show_in_round(event, state.run.round, key, newcomers=enough)
            event = self._joined_late(after)
        state.change(self._named("absence of {name}", key), event)

    def leave(self, key: PersonKey) -> None:
        """Let somebody go, for good or for a while."""
        state = self._state
        event = attendance.leave(state.event, key, state.clocks.stamp())
        if self._in_round():
            minutes, enough = self._minutes_talked(), not self._too_few_minutes()
            after = reseating.leave_round(event, state.run.round, key, minutes, newcomers=enough)
            event = self._joined_late(after)
        state.change(self._named("departure of {name}", key), event)

    def add_walk_in(self, name: str, details: dict[str, object] | None = None) -> PersonKey:
        """Add somebody who is not on the roster; return the new key."""
        state, now = self._state, self._state.clocks.stamp()
        event, key = attendance.add_walk_in(state.event, name, now, details)
        label = sentence("walk-in {name}", name=name.strip())
        state.change(label, self._with_latecomer(event, key))
        return key

    def add_walk_ins(self, people: Sequence[TypedPerson]) -> list[PersonKey]:
        """Add several people who are not on the roster as one step; return the new keys."""
        state, now = self._state, self._state.clocks.stamp()
        event, keys = state.event, []
        for person in people:
            event, key = attendance.add_walk_in(event, person.name, now, person.details)
            keys.append(key)
        if self._in_round() and not self._too_few_minutes():
            event = self._joined_late(self._plan.board.with_latecomers(event))
        state.change(counted("{count} walk-in", "{count} walk-ins", len(keys)), event)
        return keys

    def correct_name(self, key: PersonKey, name: str) -> None:
        """Correct a name."""
        self._state.change(
            self._named("name correction for {name}", key),
            attendance.correct_name(self._state.event, key, name, self._state.clocks.stamp()),
        )

    def greet(self, key: PersonKey) -> bool:
        """Note that the host has spoken with somebody, or take that back; return which it is."""
        state = self._state
        known = key in greetings.greeted(state.event)
        if known:
            event = greetings.not_greeted(state.event, key)
        else:
            event = greetings.greet(state.event, key, state.clocks.stamp())
        state.change(self._named("greeting of {name}", key), event)
        return not known

    # -- who sits with whom ----------------------------------------------------------------

    def keep_apart(self, one: PersonKey, other: PersonKey) -> None:
        """Never pair these two (again). The room is not told."""
        state, board = self._state, self._plan.board
        wish = KeptApart(people=(one, other), at=state.clocks.stamp())
        event = state.event.with_(kept_apart=(*state.event.kept_apart, wish))
        event, replanned = board.separated(event)
        board.tell_of_new_seats(event)
        state.change(sentence("a setting of the host"), event)
        board.by_hand = None
        if replanned:
            self._plan.mark_fresh()

    def pin(self, one: PersonKey, other: PersonKey) -> None:
        """Put these two together in the next round."""
        self._refuse_absent(one, other)
        state, board = self._state, self._plan.board
        wish = Pin(round=state.next_number, people=(one, other), at=state.clocks.stamp())
        event = state.event.with_(pins=(*state.event.pins, wish))
        seated = board.with_pinned_seated(event)
        if seated is not event:
            board.tell_of_new_seats(seated)
        state.change(sentence("a pair pinned to round {number}", number=wish.round), seated)
        if seated is not event:
            self._plan.mark_fresh()

    def exchange(self, number: int, one: PersonKey, other: PersonKey) -> None:
        """Exchange two people's places in a round: a wish before it, a correction after it.

        A later plan keeps the wish as long as it can, and the host is told if it cannot.
        """
        state = self._state
        at_hand = evening.current(state.event, number)
        if at_hand is not None and at_hand.ended_at is None:
            self._refuse_absent(one, other)
        event = corrections.exchange(state.event, number, one, other)
        label = sentence("seat swap in round {number}", number=number)
        if evening.planned(event, number) is None:
            state.change(label, event)
        else:
            self._plan.board.by_hand = number
            event = corrections.pin_exchanged(event, number, one, other, state.clocks.stamp())
            self._plan.change_within_plan(label, event)

    def mark_pairing(self, number: int, key: PersonKey, held: str) -> None:
        """Say what really became of a pairing: held, short or no-show."""
        self._state.change(
            sentence("result in round {number}", number=number),
            corrections.mark_pairing(self._state.event, number, key, held),
        )

    def table_out_of_use(self, table: str, instead: str = "") -> TableLabel | None:
        """Take a table out of use; return the table of its pairings from now on, if it has any."""
        state = self._state
        event, new = tables.out_of_use(state.event, table, state.clocks.stamp(), instead)
        label = sentence("table {table} out of use", table=table)
        self._plan.change_within_plan(label, event)
        return new

    # -- in the current round --------------------------------------------------------------

    def _refuse_absent(self, *keys: PersonKey) -> None:
        states = self._state.roster.states
        gone = next((key for key in keys if states.get(key) in {"absent", "left"}), None)
        if gone is not None:
            raise RuleError(
                "{name} is not here. Choose the name and press i first.",
                name=self._state.roster.names[gone],
            )

    def _named(self, template: str, key: PersonKey) -> Sentence:
        return sentence(template, name=self._state.roster.names.get(key, key))

    def _in_round(self) -> bool:
        """Return whether a round is announced or runs."""
        phase = self._state.run.phase
        return phase == "move" or (phase == "talk" and not self._state.round_over)

    def _too_few_minutes(self) -> bool:
        """Return whether a pairing formed now would be short at the bell."""
        half = self._state.event.in_force.round_minutes * 60 / 2
        return self._state.run.phase == "talk" and self._state.remaining() < half

    def _minutes_talked(self) -> float:
        return round(clock.talked(self._state.run, self._state.clocks.steady()) / 60, 1)

    def _with_latecomer(self, event: Event, key: PersonKey) -> Event:
        if not self._in_round() or self._too_few_minutes():
            return event
        table = self._plan.board.free_table()
        return self._joined_late(reseating.seat_latecomer(event, self._state.run.round, key, table))

    def _joined_late(self, event: Event) -> Event:
        before, number = self._state.event, self._state.run.round
        return evening.joined_late(before, event, number, self._minutes_talked())
