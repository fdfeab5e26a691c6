"""The keys for the person marked in the list: who is there and who sits where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.event import PersonKey, Round
from rounds.domain.people.typed_name import typed_person
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.sentence import Sentence
from rounds.domain.views import host_view
from rounds.domain.views.seats import round_at_hand
from rounds.i18n import _, joined, say
from rounds.store.disk.os_errors import reason
from rounds.store.state.codes import Codes
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.console.keys import ConsoleKeys
from rounds.ui.screens.console.people_panel import PeoplePanel
from rounds.ui.screens.newer_roster import add_from_roster
from rounds.ui.screens.pasted_people import add_pasted
from rounds.ui.screens.person_texts import arrival, left_alone, seat_and_partners, side_missing
from rounds.ui.screens.program import Program, by_number, mirrored, shown_names, unnamed

if TYPE_CHECKING:
    from rounds.ui.screens.dialogs.choose_person import PersonChoice
    from rounds.ui.screens.dialogs.mark_pairing import PairingMark

DARK_WITHIN = 30.0
"""The time for reading how the black screen is used, in seconds."""


class PersonKeys(ConsoleKeys):
    """The keys that change who is there and who sits where."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "here", "Here", tooltip="Here, or back again"),
        Binding("x", "absent", "Absent", tooltip="Did not come, or did not appear at the table"),
        Binding("g", "gone", "Left", tooltip="Went home, or is away for a while"),
        Binding("e", "rename", "Name", tooltip="Correct the name"),
        Binding("w", "exchange", "Swap seats", tooltip="Swap two people's seats in a round"),
        Binding("k", "apart", "Apart", tooltip="Never pair these two; nobody is told"),
        Binding("k", "in_the_dark", "In private", tooltip="Type two numbers on a black screen"),
        Binding("p", "pin", "Pin", tooltip="Put two people together in the next round"),
        Binding(
            "o", "mark", "Result", tooltip="Record whether a pairing was held, short or a no-show"
        ),
        Binding("v", "met", "Met", tooltip="Who this person meets, and why"),
        Binding("z", "clear_code", "Clear code", tooltip="Clear the code of this person's notes"),
        Binding("a", "walk_in", "Walk-in", tooltip="Add somebody who is not on the roster"),
        Binding("A", "newer", "Newer list", tooltip="Add the new people of a newer list of yours"),
    ]

    def __init__(self, program: Program, people: PeoplePanel) -> None:
        super().__init__(program)
        self._people = people

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with this person now."""
        key, event = self._people.marked, self.session.event
        if self._people.finding:
            return False
        if action in {"here", "absent", "gone", "rename", "apart", "pin"} and not key:
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
            case "apart":
                return not mirrored(self.program)
            case "in_the_dark":
                return mirrored(self.program)
            case "exchange":
                return bool(self._rounds(begun=False))
            case "mark":
                return any(
                    key in pairing.people for round_ in event.rounds for pairing in round_.pairings
                )
            case "met":
                return bool(key)
            case "pin":
                return self.session.run.phase != "closing"
            case "clear_code":
                return bool(key and Codes(event).has(key))
        return True

    # -- presence --------------------------------------------------------------------------

    def action_here(self) -> None:
        """Check somebody in, or take somebody back."""
        if key := self._people.marked:
            with self.reporting():
                self.session.people.check_in(key)
                self._tell_with_seat(arrival(self.session.state.roster, key), key)

    def action_absent(self) -> None:
        """Mark somebody absent, and say what becomes of a partner who waits."""
        if key := self._people.marked:
            with self.reporting():
                before = round_at_hand(self.session.event, self.session.run)
                self.session.people.mark_absent(key)
                self._tell_of_partner(_("{name} is absent"), key, before)

    def action_gone(self) -> None:
        """Let somebody leave, and say what becomes of the partner."""
        if key := self._people.marked:
            with self.reporting():
                before = round_at_hand(self.session.event, self.session.run)
                self.session.people.leave(key)
                self._tell_of_partner(_("{name} has left"), key, before)

    def action_walk_in(self) -> None:
        """Ask for the name of somebody new; nothing else is needed."""
        sides = self.session.event.settings.sides

        def take(line: str) -> None:
            person = typed_person(line, sides)
            key = self.session.people.add_walk_in(person.name, person.details)
            self._people.show()
            self._people.mark(key)
            missing = side_missing(self.session.state.roster, key, "u")
            self._tell_with_seat(_("{name} is here"), key, missing)

        def several(lines: list[str]) -> None:
            self.run_worker(add_pasted(self, lines))

        question = _("Walk-in: name / reading / company / industry, then Enter. A name is enough.")
        if sides is not None:
            question = _(
                "Walk-in: name / reading / company / industry / {one} or {other}, then Enter"
            ).format(one=sides[0], other=sides[1])
        self.program.open("ask_line", question, take, "", 200, several)

    @asks
    async def action_newer(self) -> None:
        """Add the new people of a newer list to the file."""
        await add_from_roster(self)

    def action_rename(self) -> None:
        """Ask for the right spelling."""
        key = self._people.marked
        if key is None:
            return

        def take(name: str) -> None:
            self.session.people.correct_name(key, name)
            self.tell(_("The name is now {name}").format(name=self._called(key)))

        hidden = key in unnamed(self.program)
        now = "" if hidden else self.session.state.roster.by_key[key].name
        self.program.open("ask_line", _("Correct the name, then Enter"), take, now)

    # -- who sits with whom ------------------------------------------------------------------

    @asks
    async def action_apart(self) -> None:
        """Choose the other person; no word says what for, because the room may be reading."""
        key = self._people.marked
        if key and (choice := await self._other(key, _("{name} and who else?"))):
            with self.reporting():
                self.session.people.keep_apart(key, choice.person)
                self.tell(_("Noted."))

    @asks
    async def action_in_the_dark(self) -> None:
        """Keep two people apart whose numbers are typed blind, because the room sees this screen.

        The first press says what to do; nothing says what for. A quick second press counts, too:
        the digits and Enters of a host who knows the way would else act on the evening.
        """
        if not self.program.again.confirms("dark", within=DARK_WITHIN):
            self.tell(
                _("k again: black screen. Then two numbers, Enter after each; Esc goes back.")
            )
            return
        numbers: tuple[int, ...] = await self.program.ask("hidden_numbers") or ()
        keys = [
            key for key, number in self.session.state.roster.numbers.items() if number in numbers
        ]
        if len(keys) != 2:
            self.tell(_("Nothing was set: two different numbers of the list are needed."))
            return
        with self.reporting():
            self.session.people.keep_apart(keys[0], keys[1])
            self.tell(_("Noted."))

    @asks
    async def action_pin(self) -> None:
        """Choose who sits with this person in the next round."""
        key = self._people.marked
        if not self.session.timetable.another_round:
            self.tell(_("No further round is planned."))
        elif key and (choice := await self._other(key, _("Next round: who sits with {name}?"))):
            with self.reporting():
                self.session.people.pin(key, choice.person)
                self.tell(
                    _("{one} and {other} sit together in the next round. r: re-plan now.").format(
                        one=self._called(key), other=self._called(choice.person)
                    )
                )

    @asks
    async def action_exchange(self) -> None:
        """Choose the person to exchange places with, and the round."""
        key = self._people.marked
        if key is None:
            return
        choice = await self._other(
            key,
            _("Who swaps seats with {name}?"),
            self._rounds(begun=False),
            self._rounds(begun=True),
        )
        if choice is None or choice.round is None:
            return
        with self.reporting():
            before = self._broken()
            self.session.people.exchange(choice.round, key, choice.person)
            said = _("Round {number}: {one} and {other} have swapped seats.").format(
                number=choice.round, one=self._called(key), other=self._called(choice.person)
            )
            new = [broken for broken in self._broken() if broken not in before]
            self.tell(joined([said, *map(say, host_view.discreet(new))]))

    async def _other(
        self,
        key: PersonKey,
        question: str,
        rounds: Sequence[int] = (),
        locked: Sequence[int] = (),
    ) -> PersonChoice | None:
        """Ask for somebody beside `key`, and for one of the rounds if there are any."""
        said = by_number(question.format(name=self._called(key)))
        choice: PersonChoice | None = await self.program.ask(
            "choose_person", said, self.session.event, key, rounds, locked, unnamed(self.program)
        )
        return choice

    @asks
    async def action_mark(self) -> None:
        """Mark a pairing of this person as held, short or a no-show."""
        key, run = self._people.marked, self.session.run
        if key is None:
            return
        running = [n for n in self._rounds(begun=False) if n == run.round and run.phase == "talk"]
        mark: PairingMark | None = await self.program.ask(
            "mark_pairing", self.session.event, key, running, self._rounds(begun=True)
        )
        if mark is not None:
            with self.reporting():
                self.session.people.mark_pairing(mark.round, key, mark.held)
                self.tell(
                    _("Round {number}, {name}: {held}").format(
                        number=mark.round, name=self._called(key), held=mark.held_name
                    )
                )

    def action_met(self) -> None:
        """Show the people this person has met and will meet."""
        if key := self._people.marked:
            self.program.open("partners", self.session.event, key)

    def action_clear_code(self) -> None:
        """Clear the code of somebody's notes at the second press: their author forgot it."""
        key = self._people.marked
        if key is None:
            return
        if not self.program.again.confirms(f"clear {key}"):
            asked = _("Press z again: the notes of {name} then open without a code.")
            self.tell(asked.format(name=self._called(key)))
            return
        try:
            Codes(self.session.event).clear(key)
        except OSError as error:
            self.tell(say(reason(error)))
        else:
            self.tell(_("The notes of {name} have no code now.").format(name=self._called(key)))
        self.refresh_bindings()

    # -- words -----------------------------------------------------------------------------

    def _rounds(self, *, begun: bool) -> list[int]:
        """Return the rounds that are over (`begun`), or the next one and the running one."""
        event, run = self.session.event, self.session.run
        over = [round_.number for round_ in event.rounds]
        running = [run.round] if run.phase == "talk" and run.round in over else []
        if begun:
            return [number for number in reversed(over) if number not in running]
        return [*sorted(round_.number for round_ in event.plan)[:1], *running]

    def _broken(self) -> tuple[Sentence, ...]:
        """Return what the running round and the plan break."""
        event = self.session.event
        over = tuple(round_ for round_ in event.rounds if round_.ended_at is not None)
        running = (round_ for round_ in event.rounds if round_.ended_at is None)
        return broken_rules(event.with_(rounds=over), (*running, *event.plan))

    def _state(self) -> str:
        return self.session.state.roster.states.get(self._people.marked or "", "")

    def _called(self, key: PersonKey) -> str:
        return shown_names(self.program).get(key, key)

    def _tell_of_partner(self, template: str, key: PersonKey, before: Round | None) -> None:
        roster = self.session.state.roster
        said = template.format(name=self._called(key))
        run = self.session.run
        over = self.session.state.scene == "end"  # no partner is left alone after the end
        after, seated = round_at_hand(roster.event, run), run.phase == "talk"
        alone = "" if over else left_alone(roster, before, after, key, seated=seated)
        self.tell(_("{said}. {more}").format(said=said, more=alone) if alone else said)

    def _tell_with_seat(self, template: str, key: PersonKey, more: str = "") -> None:
        round_ = round_at_hand(self.session.event, self.session.run)
        seat = seat_and_partners(self.session.state.roster, round_, key)
        said = template.format(name=self._called(key))
        if seat:
            said = _("{said}: {seat}").format(said=said, seat=seat)
        elif round_ is not None and not self.session.state.roster.by_key[key].staff:
            joins = (
                _("{name} is here and joins from the next round")
                if self.session.timetable.another_round
                else _("{name} is here, but no further round is planned")
            )
            said = joins.format(name=self._called(key))
        self.tell(_("{said}. {more}").format(said=said, more=more) if more else said)
