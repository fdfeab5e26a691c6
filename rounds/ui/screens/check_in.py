"""The check-in at the door: type a name, press Enter, and the line is ready for the next one."""

from __future__ import annotations

import asyncio
import math
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from rounds.domain.event import PersonKey
from rounds.domain.people.search import search
from rounds.domain.people.typed_name import TypedPerson, typed_person
from rounds.domain.views.seats import round_at_hand
from rounds.i18n import _, listed, say
from rounds.text.fold import fold_spelling
from rounds.text.safe import clean_line
from rounds.ui.questions.asking_actions import asks
from rounds.ui.questions.key_timing import STEP_GUARD
from rounds.ui.questions.second_press import SecondPress
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.screens.pasted_people import add_pasted
from rounds.ui.screens.person_texts import arrival, seat_and_partners, side_missing
from rounds.ui.screens.program import by_number, shown_names, undone_text, unnamed
from rounds.ui.widgets.key_line import KeyLine
from rounds.ui.widgets.people_list import PeopleList, Row
from rounds.ui.widgets.people_rows import door_list
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText

NEWCOMER = "\n"
"""The key of the row that offers a walk-in; no participant can have it."""


class CheckInScreen(RoundsScreen):
    """A line to type in, the roster under it, and how many are here.

    Enter checks the marked person in and clears the line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Here", key_display="Enter", priority=True),
        Binding("ctrl+x", "absent", "Absent", key_display="Ctrl+X", priority=True),
        Binding("ctrl+a", "all_here", "Everybody is here", key_display="Ctrl+A", priority=True),
        Binding("ctrl+z", "undo", "Undo", key_display="Ctrl+Z", priority=True),
        Binding("ctrl+z", "nothing_back", show=False, priority=True),
        Binding("escape,ctrl+q", "leave_off", "Back", key_display="Esc"),
        Binding("up", "move(-1)", "Choose", key_display="Up/Down"),
        Binding("down", "move(1)", "Choose"),
        Binding("pageup", "move_page(-1)", "Page up"),
        Binding("pagedown", "move_page(1)", "Page down"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._again = SecondPress(lambda: self.session.clocks.unhurried())
        self._chosen = False
        self._named: PersonKey | None = None
        self._undone_at = float("-inf")

    def compose(self) -> ComposeResult:
        """The counter, the line, the list, the last report, the keys."""
        yield WrappedText(id="counter")
        yield TextLine(max_length=200, id="line", finds=True, several=True)
        yield PeopleList()
        yield WrappedText(id="told")
        yield KeyLine(
            ("take", "absent", "all_here", "clear_line", "undo", "move(-1)"), last="leave_off"
        )

    def on_mount(self) -> None:
        """Show the roster, ready to type."""
        self.query_one(TextLine).focus()
        self.show()

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Put the roster into the list, narrowed down to what was typed."""
        roster, line = self.session.state.roster, self.query_one(TextLine)
        self.query_one("#counter", WrappedText).say(self._counted())
        line.placeholder = _("Type a name, a company or a number")
        people = self.query_one(PeopleList)
        name = self._typed().name
        columns, lines = door_list(
            roster,
            search(roster, name),
            people.size.width,
            unnamed(self.program),
            self.program.phone_code.to_check_in,
        )
        if self._nobody_has(name):
            offer = _('Add walk-in "{name}"').format(name=name)
            lines = (*lines, Row(NEWCOMER, ("+", offer), "strong"))
        people.show(columns, lines, _("Nobody found"))

    def _counted(self) -> str:
        """Return how many are here, or that they take part although nobody is checked in."""
        room, roster = self.program.room, self.session.state.roster
        if self.session.run.phase != "lobby" and not roster.checked_in:
            return _("Check-in: nobody checked in, {count} taking part").format(count=room.here)
        return _("Check-in: {here} of {expected} here").format(
            here=room.here, expected=room.expected
        )

    def tell(self, message: str) -> None:
        """Say one line; it stays until the next one."""
        self.query_one("#told", WrappedText).say(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        match action:
            case "all_here":
                return "expected" in self.session.state.roster.states.values()
            case "undo":
                return (
                    self.session.undo.last_action is not None and not self.session.undo.moves_clock
                )
        return True

    @on(Input.Changed)
    def _narrow(self) -> None:
        if self._again.asked:
            self._again.forget()
            self.tell("")
        self._chosen = False
        if self.query_one(TextLine).value:
            self._named = None
        self.show()
        self.query_one(PeopleList).mark(self._named)
        self.refresh_bindings()

    def action_take(self) -> None:
        """Check the marked person in, or add the walk-in."""
        key = self._chosen_key()
        if key == NEWCOMER:
            self._take_newcomer(self._typed())
        elif key is not None:
            self._check_in(key)

    def _typed(self) -> TypedPerson:
        """Return the person that was typed."""
        line = clean_line(self.query_one(TextLine).value)
        return typed_person(line, self.session.event.settings.sides)

    def _chosen_key(self) -> PersonKey | None:
        """Return the marked person, provided that the host typed something or used the arrows.

        With nothing typed, the person last named or the first one is marked, and a second key
        pressed by mistake must not change that person.
        """
        if self._pointed:
            marked = self.query_one(PeopleList).marked
            if marked is None:
                self.tell(_("Nobody found"))
            return marked
        self.tell(_("Type a name, a company or a number"))
        return None

    @property
    def _pointed(self) -> bool:
        return bool(self.query_one(TextLine).value) or self._chosen

    def _check_in(self, key: PersonKey) -> None:
        with self.reporting():
            # A second Enter pressed by mistake must not send anybody out again.
            if self.session.state.roster.states[key] == "here":
                self._done(key, _("{name} is already here (Ctrl+X: absent)"))
            else:
                self.session.people.check_in(key)
                self._done(key, arrival(self.session.state.roster, key))

    def _take_newcomer(self, person: TypedPerson) -> None:
        if not self._again.confirms(person, within=math.inf):
            more = listed(person.more)
            question = (
                _('Press Enter again to add "{name}" ({more}) as a walk-in.')
                if more
                else _('Press Enter again to add "{name}" as a walk-in.')
            )
            self.tell(question.format(name=person.name, more=more))
            return
        with self.reporting():
            key = self.session.people.add_walk_in(person.name, person.details)
            roster = self.session.state.roster
            self._done(key, _("{name} is here"), side_missing(roster, key, "Ctrl+Z"))

    @asks
    async def on_text_line_several_pasted(self, message: TextLine.SeveralPasted) -> None:
        """Offer to add everybody who was pasted, unless a key before that has left the door."""
        message.stop()
        keys_before_have_acted = asyncio.Event()
        self.app.call_later(keys_before_have_acted.set)
        await keys_before_have_acted.wait()
        if self.is_current:
            await add_pasted(self, message.lines)
            self.show()

    def _done(self, key: PersonKey, template: str, more: str = "") -> None:
        """Say what was done, where the person sits, and `more`; get ready for the next person."""
        event = self.session.event
        index = self.session.state.roster
        hidden = key in unnamed(self.program)
        said = by_number(template.format(name=shown_names(self.program)[key]))
        here = index.states[key] == "here"
        at_hand = round_at_hand(event, self.session.run) if here else None
        seat = seat_and_partners(index, at_hand, key)
        number = index.numbers[key]
        if hidden:
            seat = ""
        said = (
            said
            if hidden
            else _("{said}: number {number}, now at {seat}").format(
                said=said, number=number, seat=seat
            )
            if seat
            else _("{said}: number {number}").format(said=said, number=number)
        )
        self.tell(_("{said}. {more}").format(said=said, more=more) if more else said)
        self._again.forget()
        self._named = key
        self.query_one(TextLine).value = ""
        self.show()
        self.query_one(PeopleList).mark(key)

    def _nobody_has(self, name: str) -> bool:
        wanted = fold_spelling(name)
        return (
            bool(wanted)
            and not wanted.isdecimal()
            and all(
                fold_spelling(person.name) != wanted for person in self.session.state.roster.people
            )
        )

    def on_people_list_clicked(self, message: PeopleList.Clicked) -> None:
        """Take a click as a choice, a double click as Enter."""
        message.stop()
        self._chosen = True
        if message.twice:
            self.action_take()

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self._chosen = True
        self.query_one(PeopleList).move(by)

    def action_move_page(self, by: int) -> None:
        """Move the mark by a page."""
        self._chosen = True
        self.query_one(PeopleList).move_page(by)

    def action_absent(self) -> None:
        """Mark the chosen person absent, or with nothing typed the one just named."""
        key = self._chosen_key() if self._pointed or self._named is None else self._named
        if key is not None and key != NEWCOMER:
            with self.reporting():
                if self.session.state.roster.states[key] != "absent":
                    self.session.people.mark_absent(key)
                self._done(key, _("{name} is absent"))

    def action_all_here(self) -> None:
        """Check in everybody who is expected."""
        self.session.people.check_in_all()
        self._named = None
        self.tell(_("Everybody is here; Ctrl+Z undoes it."))

    def action_undo(self) -> None:
        """Take back the last action; a double press counts once."""
        now = self.session.clocks.unhurried()
        if now - self._undone_at < STEP_GUARD:
            self.tell(_("Pressed twice in a row: it counts once."))
            return
        self._undone_at = now
        undone = self.session.take_back()
        self._named = None
        if undone is not None:
            self.tell(undone_text(self.program, undone))

    def action_nothing_back(self) -> None:
        """Say where a step can be taken back, or that there is nothing to take back."""
        step = self.session.undo.last_action
        self.tell(
            _("Nothing to undo.")
            if step is None
            else _("The last step cannot be undone here ({what}): press Esc, then u.").format(
                what=say(step)
            )
        )

    def action_leave_off(self) -> None:
        """Clear the line, or go back if it is empty."""
        if self.query_one(TextLine).value:
            self.query_one(TextLine).action_clear_line()
        else:
            self.dismiss()
