"""What the host does with the person marked in the list: one or two keys each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain import outlook
from rounds.domain.event import PersonKey, Round
from rounds.domain.schedule.rules import broken_rules
from rounds.domain.sentence import Sentence
from rounds.domain.spelling import name_reading_and_side
from rounds.domain.table_change import kept_by, tables
from rounds.i18n import _, joined, listed, ngettext, say
from rounds.ui.screens.evening import EveningScreen
from rounds.ui.screens.people_lines import arrival, at_hand, left_alone, seats, side_missing
from rounds.ui.wide_keys import narrow


class PersonActions(EveningScreen):
    """The keys of the console that change who is there and who sits where.

    A dialog gives back the answer, and the action that opened it decides.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "here", "Here", tooltip="Here, or back again"),
        Binding("x", "absent", "Absent", tooltip="Did not come, or did not appear at the table"),
        Binding("g", "gone", "Left", tooltip="Went home, or is away for a while"),
        Binding("e", "rename", "Name", tooltip="Spell the name right"),
        Binding("w", "exchange", "Swap seats", tooltip="Exchange two people's places in a round"),
        Binding("k", "apart", "Apart", tooltip="Never pair these two; nobody is told"),
        Binding("p", "pin", "Pin", tooltip="Put two people together in the next round"),
        Binding("o", "mark", "Mark", tooltip="Say whether a pairing was held, short or a no-show"),
        Binding("v", "met", "Met", tooltip="Whom this person meets, and why"),
        Binding("a", "walk_in", "Walk-in", tooltip="Add somebody who is not on the roster"),
        Binding("f", "table", "Table", tooltip="A table is out of use: its pairings sit elsewhere"),
        Binding("r", "replan", "Plan again", tooltip="Plan the rounds to come again"),
        Binding(
            "d", "on_time", "Finish", tooltip="Drop or shorten rounds, or close the evening early"
        ),
    ]

    @property
    def selected(self) -> PersonKey | None:
        """Who is marked in the list."""
        raise NotImplementedError

    def select(self, key: PersonKey) -> None:
        """Mark somebody in the list."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this person now."""
        if action in {"here", "absent", "gone", "rename", "apart", "pin"} and not self.selected:
            return False
        match action:
            case "here":
                return self._state() != "here"
            case "absent":
                return self._state() != "absent"
            case "gone":
                return self._state() == "here" or (
                    self._state() == "expected" and not self.session.state.roster.checked_in
                )
            case "exchange":
                return bool(self._rounds(begun=False))
            case "mark":
                return any(
                    self.selected in pairing.people
                    for each in self.session.event.rounds
                    for pairing in each.pairings
                )
            case "met":
                event = self.session.event
                return bool((event.rounds or event.plan) and self.selected)
            case "pin":
                return self.session.run.phase != "closing"
            case "table":
                return bool(self.session.event.plan) or self.session.run.phase == "talk"
            case "replan":
                return self.session.run.phase != "closing" and len(self._present()) >= 2
            case "on_time":
                return bool(
                    self.session.timetable.can_close_after
                    or self.session.timetable.ways_to_end_on_time()
                )
        return super().check_action(action, parameters)

    # -- presence --------------------------------------------------------------------------

    def action_here(self) -> None:
        """Check somebody in, or take somebody back."""
        if key := self.selected:
            with self.reporting():
                self.session.people.check_in(key)
                self._told_with_seat(arrival(self.session.event, key), key)

    def action_absent(self) -> None:
        """Somebody did not come; a partner who waits is looked after."""
        if key := self.selected:
            with self.reporting():
                before = at_hand(self.session.event, self.session.run)
                self.session.people.mark_absent(key)
                self._told_of_partner(_("{name} is absent"), key, before)

    def action_gone(self) -> None:
        """Somebody goes."""
        if key := self.selected:
            with self.reporting():
                before = at_hand(self.session.event, self.session.run)
                self.session.people.leave(key)
                self._told_of_partner(_("{name} has left"), key, before)

    def action_walk_in(self) -> None:
        """Ask for the name of somebody new; that is all it takes."""
        from rounds.ui.screens.ask_line import LineDialog

        sides = self.session.event.settings.sides

        def named(line: str) -> None:
            name, kana, side = name_reading_and_side(line, sides)
            key = self.session.people.add_walk_in(name, {"kana": kana, "side": side})
            self.show()
            self.select(key)
            missing = side_missing(self.session.event, key, "u")
            self._told_with_seat(_("{name} is here"), key, missing)

        question = _("Walk-in: type the name, then Enter")
        if sides is not None:
            question = _("Walk-in: type name / {one} or name / {other}, then Enter").format(
                one=sides[0], other=sides[1]
            )
        self.app.push_screen(LineDialog(question, named))

    def action_rename(self) -> None:
        """Ask for the right spelling."""
        from rounds.ui.screens.ask_line import LineDialog

        key = self.selected
        if key is None:
            return

        def named(name: str) -> None:
            self.session.people.correct_name(key, name)

        now = self.session.state.roster.by_key[key].name
        self.app.push_screen(LineDialog(_("The right spelling, then Enter"), named, now))

    # -- who sits with whom ------------------------------------------------------------------

    def action_apart(self) -> None:
        """Choose the other person; the words do not say what for, the room may be reading."""

        def chosen(key: PersonKey, other: PersonKey, _number: int | None) -> None:
            self.session.people.keep_apart(key, other)
            self.tell(_("Noted."))

        self._choose_other(_("{name} and ..."), chosen)

    def action_pin(self) -> None:
        """Choose who sits with this person in the next round."""

        def chosen(key: PersonKey, other: PersonKey, _number: int | None) -> None:
            self.session.people.pin(key, other)
            self.tell(
                _("{one} and {other} sit together in the next round. r plans again.").format(
                    one=self._called(key), other=self._called(other)
                )
            )

        self._choose_other(_("Next round: {name} with ..."), chosen)

    def action_exchange(self) -> None:
        """Choose with whom this person changes places, and in which round."""

        def chosen(key: PersonKey, other: PersonKey, number: int | None) -> None:
            if number is None:
                return
            before = self._broken()
            self.session.people.exchange(number, key, other)
            said = _("Round {number}: {one} and {other} have changed places.").format(
                number=number, one=self._called(key), other=self._called(other)
            )
            new = [broken for broken in self._broken() if broken not in before]
            self.tell(joined([said, *map(say, outlook.discreet(new))]))

        self._choose_other(
            _("{name} changes places with ..."),
            chosen,
            rounds=self._rounds(begun=False),
            locked=self._rounds(begun=True),
        )

    def _choose_other(
        self,
        question: str,
        chosen: Callable[[PersonKey, PersonKey, int | None], None],
        *,
        rounds: Sequence[int] = (),
        locked: Sequence[int] = (),
    ) -> None:
        """Ask for somebody beside the marked person; `chosen` gets both, and the round."""
        from rounds.ui.screens.choose_person import Choice, ChoosePersonDialog

        key = self.selected
        if key is None:
            return

        def answered(choice: Choice | None) -> None:
            if choice is not None:
                with self.reporting():
                    chosen(key, choice.person, choice.round)

        self.app.push_screen(
            ChoosePersonDialog(
                question.format(name=self._called(key)),
                self.session.event,
                without=key,
                rounds=rounds,
                locked=locked,
            ),
            answered,
        )

    def action_mark(self) -> None:
        """Say what became of a pairing of this person."""
        from rounds.ui.screens.mark import Mark, MarkDialog, held_name

        key = self.selected
        if key is None:
            return

        def marked(mark: Mark | None) -> None:
            if mark is not None:
                self.session.people.mark_pairing(mark.round, key, mark.held)
                self.tell(
                    _("Round {number}, {name}: {held}").format(
                        number=mark.round, name=self._called(key), held=held_name(mark.held)
                    )
                )

        running = [n for n in self._rounds(begun=False) if n == self.session.run.round]
        running = running if self.session.run.phase == "talk" else []
        self.app.push_screen(
            MarkDialog(self.session.event, key, rounds=running, locked=self._rounds(begun=True)),
            marked,
        )

    def action_met(self) -> None:
        """Show whom this person has met."""
        from rounds.ui.screens.met import MetDialog

        if key := self.selected:
            self.app.push_screen(MetDialog(self.session.event, key))

    # -- the plan ------------------------------------------------------------------------------

    def action_replan(self) -> None:
        """Show what a new plan would change; Enter puts it in force."""
        from rounds.ui.screens.replan import Answer, ReplanDialog

        with self.reporting():
            plan, change = self.session.plan.propose()

            def answered(answer: Answer | None) -> None:
                if answer is None:
                    return
                with self.reporting():
                    before = self.session.event
                    if answer.rounds is None:
                        self.session.plan.accept(plan)
                    else:
                        self.session.timetable.change(rounds=answer.rounds)
                    if self.session.event is not before:
                        self.tell(_("The new plan is in force; u takes it back."))

            self.app.push_screen(ReplanDialog(plan, change), answered)

    def action_table(self) -> None:
        """Ask which table is out of use; the pairings stay, only the label changes."""
        from rounds.ui.screens.ask_line import LineDialog

        def named(line: str) -> None:
            if not line:
                return
            known = {narrow(str(label)): str(label) for label in tables(self.session.event)}
            table, instead = (
                known.get(narrow(typed), narrow(typed) if typed.isdecimal() else typed)
                for typed in map(str.strip, line.replace("\uff1d", "=").partition("=")[::2])
            )
            new = self.session.people.table_out_of_use(table, instead)
            said = [
                _("Table {table} is out of use: nobody sits there.").format(table=table)
                if new is None
                else _("Table {table} is out of use: its pairings sit at {new}.").format(
                    table=table, new=new
                )
            ]
            if keeping := [self._called(key) for key in kept_by(self.session.event, table)]:
                kept = _("{names}: change the table in the event file, too.")
                said.append(kept.format(names=listed(keeping)))
            self.tell(joined(said))

        self.app.push_screen(
            LineDialog(_("Table out of use (or 3 = Bar: they sit at Bar instead)"), named)
        )

    def action_on_time(self) -> None:
        """Show the ways to end on time, and that of closing soon; the host chooses."""
        from rounds.domain.timetable import Course, full_minute
        from rounds.ui.screens.on_time import OnTimeDialog

        session = self.session

        def chosen(course: Course | int | None) -> None:
            if course is None:
                return
            with self.reporting():
                if isinstance(course, int):
                    session.timetable.change(rounds=course)
                else:
                    session.timetable.change(
                        rounds=course.rounds,
                        round_minutes=course.round_minutes,
                        break_after=course.break_after,
                    )
                number = self.rounds.room.rounds
                said = ngettext(
                    "{count} round, ends {time}; u takes it back.",
                    "{count} rounds, ends {time}; u takes it back.",
                    number,
                )
                ends = full_minute(session.timetable.expected_end())
                self.tell(said.format(count=number, time=f"{ends:%H:%M}"))

        ways = session.timetable.ways_to_end_on_time()
        dialog = OnTimeDialog(session.event.in_force, ways, session.timetable.can_close_after)
        self.app.push_screen(dialog, chosen)

    # -- words -----------------------------------------------------------------------------

    def _rounds(self, *, begun: bool) -> list[int]:
        """Return the rounds that are over (`begun`), or the running one and those to come."""
        event, run = self.session.event, self.session.run
        over = [each.number for each in event.rounds]
        running = [run.round] if run.phase == "talk" and run.round in over else []
        if begun:
            return [number for number in reversed(over) if number not in running]
        return [*running, *sorted(each.number for each in event.plan)[:1]]

    def _broken(self) -> tuple[Sentence, ...]:
        """Return what the running round and the plan break."""
        event = self.session.event
        over = tuple(each for each in event.rounds if each.ended_at is not None)
        running = (each for each in event.rounds if each.ended_at is None)
        return broken_rules(event.with_(rounds=over), (*running, *event.plan))

    def _present(self) -> tuple[PersonKey, ...]:
        return self.session.state.roster.present(self.session.run.round + 1)

    def _state(self) -> str:
        return self.session.state.roster.states.get(self.selected or "", "")

    def _called(self, key: PersonKey) -> str:
        return self.session.state.roster.names.get(key, key)

    def _told_of_partner(self, template: str, key: PersonKey, before: Round | None) -> None:
        event = self.session.event
        said = template.format(name=self._called(key))
        over = self.session.state.scene == "end"  # nobody has to sit with anybody any more
        alone = "" if over else left_alone(event, before, at_hand(event, self.session.run), key)
        self.tell(_("{said}. {more}").format(said=said, more=alone) if alone else said)

    def _told_with_seat(self, template: str, key: PersonKey, more: str = "") -> None:
        each = at_hand(self.session.event, self.session.run)
        seat = seats(each).get(key)
        said = template.format(name=self._called(key))
        if seat:
            said = _("{said}: {seat}").format(said=said, seat=seat)
        elif each is not None and not self.session.state.roster.by_key[key].staff:
            more = joined([_("Sits down from the next round."), *([more] if more else [])])
        self.tell(_("{said}. {more}").format(said=said, more=more) if more else said)
