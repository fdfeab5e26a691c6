"""People: who comes, goes, sits where, and is kept apart from whom."""

from __future__ import annotations

from rounds.domain import clock, evening, reseat, roster, table_change
from rounds.domain.errors import RuleError
from rounds.domain.event import Event, KeptApart, PersonKey, Pin
from rounds.domain.fields import TableLabel
from rounds.domain.sentence import Sentence, sentence
from rounds.session.course import Course
from rounds.session.planning import plan_inputs


class People(Course):
    """An open event whose people come and go."""

    def check_in(self, key: PersonKey) -> None:
        """Somebody is here; who comes late sits with somebody who is free, if time allows.

        Where the evening began without checking anybody in, who is expected is here already.
        """
        event = roster.check_in(self.event, key, self._stamp())
        first = roster.checked_in(event) and not roster.checked_in(self.event)
        if first and self.run.phase != "lobby":
            # The others would count as missing.
            if roster.states(self.event)[key] == "expected":
                return
            event = roster.mark(self.event, [key], "expected", self._stamp())
        self._do(self._named("check-in of {name}", key), self._with_latecomer(event, key))

    def check_in_all(self) -> None:
        """Everybody expected is here."""
        self._do(sentence("check-in of everybody"), roster.check_in_all(self.event, self._stamp()))

    def mark_absent(self, key: PersonKey) -> None:
        """Somebody did not come; in the round at hand the partner is looked after."""
        event = roster.mark_absent(self.event, key, self._stamp())
        if self._in_round():
            enough = not self._too_few_minutes()
            after = reseat.no_show_in_round(event, self.run.round, key, newcomers=enough)
            event = self._joined_late(after)
        self._do(self._named("absence of {name}", key), event)

    def leave(self, key: PersonKey) -> None:
        """Somebody goes (for good or for a while)."""
        event = roster.leave(self.event, key, self._stamp())
        if self._in_round():
            minutes, enough = self._minutes_talked(), not self._too_few_minutes()
            after = reseat.leave_round(event, self.run.round, key, minutes, newcomers=enough)
            event = self._joined_late(after)
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
        event = self.event.with_(kept_apart=(*self.event.kept_apart, apart))
        parted, anew = self._parted(event)
        self._tell_of_new_seats(parted)
        self._do(sentence("a wish of the host"), parted)
        self._by_hand = None
        if anew:
            self._planned_for = plan_inputs(parted)

    def pin(self, one: PersonKey, other: PersonKey) -> None:
        """Put these two together in the next round."""
        self._refuse_the_gone(one, other)
        wish = Pin(round=self._next_number(), people=(one, other), at=self._stamp())
        event = self.event.with_(pins=(*self.event.pins, wish))
        seated = self._with_pinned_seated(event)
        if seated is not event:
            self._tell_of_new_seats(seated)
        self._do(sentence("a pair pinned into round {number}", number=wish.round), seated)
        if seated is not event:
            self._planned_for = plan_inputs(seated)

    def exchange(self, number: int, one: PersonKey, other: PersonKey) -> None:
        """Exchange two people's places in a round: as a wish before it, as the truth after it."""
        at_hand = evening.current(self.event, number)
        if at_hand is not None and at_hand.ended_at is None:
            self._refuse_the_gone(one, other)
        event = evening.exchange(self.event, number, one, other)
        said = sentence("exchange in round {number}", number=number)
        if evening.planned(event, number) is None:
            self._do(said, event)
        else:
            self._by_hand = number
            self._do_within_the_plan(said, event)

    def mark_pairing(self, number: int, key: PersonKey, held: str) -> None:
        """Say what really became of a pairing: held, short or no-show."""
        self._do(
            sentence("mark in round {number}", number=number),
            evening.mark_pairing(self.event, number, key, held),
        )

    def table_out_of_use(self, table: str, instead: str = "") -> TableLabel | None:
        """Do without a table from now on; return where its pairings sit instead, if any do."""
        event, new = table_change.out_of_use(self.event, table, self._stamp(), instead)
        self._do_within_the_plan(sentence("table {table} out of use", table=table), event)
        return new

    def _refuse_the_gone(self, *keys: PersonKey) -> None:
        states = roster.states(self.event)
        gone = next((key for key in keys if states.get(key) in {"absent", "left"}), None)
        if gone is not None:
            raise RuleError(
                "{name} is not here. Choose the name and press i first.",
                name=roster.shown_names(self.event)[gone],
            )

    def _named(self, template: str, key: PersonKey) -> Sentence:
        return sentence(template, name=roster.shown_names(self.event).get(key, key))

    def _in_round(self) -> bool:
        """Return whether a round is announced or runs."""
        return self.run.phase == "move" or (self.run.phase == "talk" and not self._over())

    def _too_few_minutes(self) -> bool:
        """Return whether who sits down together now would be short at the bell."""
        half = self.event.in_force.round_minutes * 60 / 2
        return self.run.phase == "talk" and self.remaining() < half

    def _minutes_talked(self) -> float:
        return round(clock.talked(self.run, self.steady()) / 60, 1)

    def _with_latecomer(self, event: Event, key: PersonKey) -> Event:
        if not self._in_round() or self._too_few_minutes():
            return event
        from rounds.domain.announced import free_table

        number = self.run.round
        seated = reseat.seat_latecomer(event, number, key, free_table(self.event, number))
        return self._joined_late(seated)

    def _joined_late(self, event: Event) -> Event:
        return evening.joined_late(self.event, event, self.run.round, self._minutes_talked())
