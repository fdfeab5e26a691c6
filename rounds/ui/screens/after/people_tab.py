"""Everybody of these evenings: how often they came, whom they met, their sheet, the greeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.event import PersonKey
from rounds.domain.followup.series import Acquainted, Series
from rounds.domain.people import greetings
from rounds.domain.sentence import sentence
from rounds.i18n import _, listed
from rounds.session.desk import Evening
from rounds.text.reading_order import order_keys
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.widgets.people_list import Column, Row
from rounds.ui.widgets.wrapped_text import SEPARATOR


@dataclass(frozen=True)
class Somebody:
    """One person, and the last evening to which they came."""

    acquainted: Acquainted
    evening: Evening
    key: PersonKey

    @property
    def greeted(self) -> bool:
        """Whether the host spoke with them at that evening."""
        return self.key in greetings.greeted(self.evening.event)


class PeopleTab(DeskTab):
    """The list of people; its keys act on the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "met", "Met", key_display="Enter"),
        Binding("s", "sheet", "Write the sheet"),
        Binding("y", "greet", "Greeted", tooltip="You have spoken with this person, or not yet"),
        Binding("f", "filter", "Not yet greeted", tooltip="Only those not yet greeted, or all"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("met", "sheet", "greet", "filter")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._only_ungreeted = False
        self._people: dict[str, Somebody] = {}
        self._order: tuple[Series | None, list[Acquainted]] = (None, [])

    # -- the list ------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab."""
        return _("People")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return everybody as in a phone book, or those with whom the host has not spoken."""
        series = self.desk.series.get()
        found = {id(each): self.found(each) for each in self.desk.evenings}
        greeted = [greetings.greeted(event) for event in self.desk.events]
        self._people, rows = {}, []
        for one in self._in_order(series):
            place, key = series.came_to(one.person)[-1]
            evening = self.desk.evenings[place]
            people = found[id(evening)]
            if people is not None and key not in people:
                continue
            if key in greeted[place] and self._only_ungreeted:
                continue
            name = str(one.person)
            self._people[name] = Somebody(one, evening, key)
            ticked = _("greeted") if key in greeted[place] else ""
            cells = (evening.roster.names[key], one.profile.company)
            rows.append(Row(name, (*cells, str(one.evenings), str(one.met), ticked)))
        columns = (
            Column(_("Participant"), max(16, self.cells // 3)),
            Column(_("Company")),
            Column(_("Came"), 4, right=True),
            Column(_("Known"), 5, right=True),
            Column("", 8),
        )
        empty = _("Everybody is greeted.") if self._only_ungreeted else _("Nobody was there yet.")
        return columns, rows, empty

    def depends_on(self) -> tuple[object, ...]:
        """Return the filter, too."""
        return (*super().depends_on(), self._only_ungreeted)

    def _in_order(self, series: Series) -> list[Acquainted]:
        if self._order[0] is not series:
            people = series.people
            named = [(one.profile.name, one.profile.kana, one.person) for one in people]
            keys = order_keys(named)
            self._order = (
                series,
                [
                    one
                    for _key, one in sorted(zip(keys, people, strict=True), key=lambda two: two[0])
                ],
            )
        return self._order[1]

    def about(self) -> Sequence[str]:
        """Return what the roster says of the marked person, and how many are still to meet."""
        one = self._marked
        if one is None:
            return ()
        profile = one.acquainted.profile
        said = [profile.name, profile.company, profile.industry, profile.purpose]
        left = _("still to meet: {count}").format(count=len(one.acquainted.to_meet))
        return (SEPARATOR.join(filter(None, said)), left)

    @property
    def _marked(self) -> Somebody | None:
        return self._people.get(self.marked or "")

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action in {"met", "sheet", "greet"} and self.marked is None:
            return False
        return super().check_action(action, parameters)

    def action_greet(self) -> None:
        """Tick the marked person as greeted, or take the tick away."""
        one = self._marked
        if one is None:
            return
        name = one.evening.roster.names[one.key]
        if one.greeted:
            label = sentence("{name} is still to be greeted.", name=name)
            self.desk.change(one.evening, label, lambda e: greetings.not_greeted(e, one.key))
        else:
            label, now = sentence("{name} is greeted.", name=name), self.desk.now()
            self.desk.change(one.evening, label, lambda e: greetings.greet(e, one.key, now))

    def action_filter(self) -> None:
        """List only those with whom the host has not spoken yet, or everybody."""
        self._only_ungreeted = not self._only_ungreeted
        self.show()
        self.tell(_("Not yet greeted") if self._only_ungreeted else _("Everybody"))

    @asks
    async def action_sheet(self) -> None:
        """Write the sheet of the marked person's last evening."""
        if (one := self._marked) is not None:
            await self.program.ask("sheet", one.evening.event, one.key, one.evening.path)

    @asks
    async def action_met(self) -> None:
        """Show whom the marked person has met, and who is still to meet."""
        one = self._marked
        if one is None:
            return
        series = self.desk.series.get()
        met = listed([series.name(who) for who in series.met(one.acquainted.person)])
        left = listed([series.name(who) for who in one.acquainted.to_meet])
        lines = [_("Met: {names}").format(names=met or _("nobody"))]
        lines += ["", _("Still to meet: {names}").format(names=left or _("nobody"))]
        await self.program.ask("text", one.acquainted.profile.name, "\n".join(lines))
