"""The keys with which the host remembers who was greeted: everybody should be."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.event import PersonKey
from rounds.domain.people.greetings import to_greet
from rounds.i18n import _, joined, ngettext
from rounds.ui.screens.console.keys import ConsoleKeys
from rounds.ui.screens.console.people_panel import PeoplePanel
from rounds.ui.screens.program import Program, shown_names


class GreetingKeys(ConsoleKeys):
    """A tick for everybody with whom the host has spoken, and a way to the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "greet", "Greeted", tooltip="You have spoken with this person, or not yet"),
        Binding("Y", "next_to_greet", "To greet", tooltip="The next person to speak with"),
    ]

    def __init__(self, program: Program, people: PeoplePanel) -> None:
        super().__init__(program)
        self._people = people

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys unless a name is being typed."""
        return not self._people.finding

    def action_greet(self) -> None:
        """Tick somebody's name, or take the tick away."""
        if key := self._people.marked:
            greeted = self.session.people.greet(key)
            template = _("{name} is greeted.") if greeted else _("{name} is still to be greeted.")
            said = template.format(name=shown_names(self.program)[key])
            self.tell(joined([said, self._left()]))

    def action_next_to_greet(self) -> None:
        """Mark the next person of the list with whom the host has not spoken."""
        left = self._to_greet()
        if left:
            marked = self._people.marked
            after = left[left.index(marked) + 1 :] if marked in left else left
            self._people.mark((after or left)[0])
        self.tell(self._left())

    def _to_greet(self) -> list[PersonKey]:
        return to_greet(self.session.state.roster)

    def _left(self) -> str:
        left = len(self._to_greet())
        if not left:
            return _("You have greeted everybody.")
        return ngettext("{count} person to greet", "{count} people to greet", left).format(
            count=left
        )
