"""The keys for the participants' phones: the code on the stage, and who may join."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.event import PersonKey
from rounds.domain.views.room import in_halves
from rounds.i18n import _, ngettext
from rounds.session.phones import Phones, PhonesState
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.console.keys import ConsoleKeys
from rounds.ui.screens.console.people_panel import PeoplePanel
from rounds.ui.screens.program import Program, by_number, mirrored, shown_names

Way = tuple[str, str, Callable[[], Awaitable[None]]]
"""A key in the list of what can be done, the words beside it, and what it does."""


class PhoneKeys(ConsoleKeys):
    """Shows the code, lists what can be done about phones, and checks in those who joined."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "code", "QR code", tooltip="The QR code for phones, or not"),
        Binding("Q", "phones", "Phones", tooltip="Phones: on or off, a new code, who may join"),
        Binding(
            "I", "joined_here", "Joined: here", tooltip="Check in everybody who joined by phone"
        ),
    ]

    def __init__(self, program: Program, people: PeoplePanel) -> None:
        super().__init__(program)
        self._people = people

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys where there can be phones, unless a name is being typed."""
        if not self.program.phone_code.possible or self._people.finding:
            return False
        if action == "joined_here":
            return bool(self.program.phone_code.to_check_in)
        return True

    def action_code(self) -> None:
        """Show how phones join over the room's whole picture, or the picture again."""
        code = self.program.phone_code
        if said := code.toggle():
            self.tell(said)
        elif code.covers and mirrored(self.program):
            self.screen.dismiss()  # it lies below this screen
        elif code.covers:
            self.tell(_("The room sees the QR code; q takes it away."))

    def action_joined_here(self) -> None:
        """Check in everybody who is expected and has joined with a phone, as one step."""
        count = self.session.people.check_in_these(self.program.phone_code.to_check_in)
        said = ngettext(
            "{count} person who joined is here; u undoes it.",
            "{count} people who joined are here; u undoes it.",
            count,
        )
        self.tell(said.format(count=count))

    @asks
    async def action_phones(self) -> None:
        """Ask what to do about the phones, and do it."""
        marked = self._people.marked
        ways = self._ways(self.program.phone_code.state, marked)
        offered = [(key, words) for key, words, _do in ways]
        chosen: int | None = await self.program.ask("choose", _("Phones"), offered)
        if chosen is not None:
            await ways[chosen][2]()

    def _ways(self, state: PhonesState, marked: PersonKey | None) -> list[Way]:
        """Return what can be done now."""
        if not state.on:
            return [("p", _("Switch the phones on"), self._switch_on)]
        door = (
            _("Close the door: no further phone can join")
            if state.door_open
            else _("Open the door: phones can join again")
        )
        ways: list[Way] = [
            ("d", door, self._turn_the_door),
            ("c", _("Make a new code ..."), self._make_a_new_code),
            ("p", _("Switch the phones off"), self._switch_off),
        ]
        if marked in state.joined:
            release = by_number(
                _("Release the phone of {name} ...").format(name=self._called(marked))
            )
            ways.insert(0, ("r", release, self._release))
        return ways

    # -- what can be done --------------------------------------------------------------------

    @property
    def _phones(self) -> Phones:
        return self.program.phone_code.phones

    async def _switch_on(self) -> None:
        self.program.phone_code.switch_on()
        self.tell(_("The phones are being switched on."))

    async def _switch_off(self) -> None:
        await self._phones.switch_off()
        self.tell(_("The phones are off. What was written is saved."))

    async def _turn_the_door(self) -> None:
        is_open = not self._phones.state.door_open
        self._phones.open_door(is_open)
        self.tell(
            _("Phones can join again.")
            if is_open
            else _("No further phone can join. Those that have joined stay.")
        )

    async def _make_a_new_code(self) -> None:
        about = _("Phones that have joined stay. Printed signs with the old code are void.")
        if await self._sure(_("Make a new code?"), about, _("Make a new code")):
            self._phones.new_code()
            self.tell(_("The code is {code} now.").format(code=in_halves(self._phones.state.code)))

    async def _release(self) -> None:
        key = self._people.marked
        if key is None or key not in self._phones.state.joined:
            return
        name = self._called(key)
        about = _("Another phone can then join under this name. What was saved stays.")
        question = by_number(_("Release the phone of {name}?").format(name=name))
        if await self._sure(question, about, _("Release it")):
            self._phones.release(key)
            self.tell(_("The phone of {name} is released.").format(name=name))

    async def _sure(self, question: str, about: str, yes: str) -> bool:
        """Ask again before something that cannot be undone."""
        ways = [("", _("Leave it as it is")), ("", yes)]
        chosen: int | None = await self.program.ask("choose", question, ways, about)
        return chosen == 1

    def _called(self, key: PersonKey | None) -> str:
        return shown_names(self.program).get(key or "", key or "")
