"""Introductions: whom to ask, who said yes, who may be introduced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.days_after import Introduction
from rounds.domain.followup import introductions
from rounds.domain.sentence import sentence
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.introductions import texts
from rounds.ui.screens.after.introductions.questions import (
    add_introduction,
    ask_for_introduction,
    ask_for_people,
)
from rounds.ui.screens.after.introductions.ways import ways_on
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.screens.after.ways import take_a_way
from rounds.ui.widgets.people_list import Column, Row


@dataclass(frozen=True)
class Listed:
    """An introduction, and the evening in whose file it is."""

    evening: Evening
    introduction: Introduction


class IntroductionsTab(DeskTab):
    """The list of introductions, those on their way first; Enter offers what can be done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Go on", key_display="Enter"),
        Binding("n", "new", "New introduction"),
        Binding("e", "reword", "Change the purpose"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("go_on", "new", "reword")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._listed: dict[str, Listed] = {}

    # -- the list ------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab, with the number of introductions on their way."""
        count = sum(
            introductions.standing(each) not in {"introduced", "declined"}
            for event in self.desk.events
            for each in event.introductions
        )
        return _("Introductions {count}").format(count=count or "").rstrip()

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the introductions, those on their way first."""
        self._listed, rows = {}, []
        for place, evening in reversed([*enumerate(self.desk.evenings)]):
            people = self.found(evening)
            for number, each in enumerate(evening.event.introductions):
                if people is not None and not people & {*each.people}:
                    continue
                key = _key(place, number)
                self._listed[key] = Listed(evening, each)
                over = introductions.standing(each) in {"introduced", "declined"}
                two = texts.both(evening, each)
                cells = (two, texts.standing(evening, each), each.purpose)
                rows.append(Row(key, cells, "dim" if over else "plain"))
        rows.sort(key=lambda row: row.tone == "dim")
        third = self.cells // 3
        columns = (Column(_("Who"), third), Column(_("So far"), third), Column(_("Why")))
        return columns, rows, _("No introduction yet: n begins one.")

    def about(self) -> Sequence[str]:
        """Return the purpose of the marked introduction, and what each of the two said."""
        one = self._listed.get(self.marked or "")
        return texts.about(one.evening, one.introduction) if one else ()

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        one = self._listed.get(self.marked or "")
        if action == "go_on" and one is None:
            return False
        if action == "reword":
            return one is not None and introductions.standing(one.introduction) in {
                "to_ask",
                "waiting",
            }
        return super().check_action(action, parameters)

    @asks
    async def action_new(self) -> None:
        """Ask for two people and the reason, and note the introduction."""
        people = await ask_for_people(self.program)
        if people is None:
            return
        evening, two = people
        made = await ask_for_introduction(self.program, evening, two)
        if made is not None:
            with self.reporting():
                add_introduction(self.program, evening, made)
                place = self.desk.evenings.index(evening)
                self.show_and_mark(_key(place, len(evening.event.introductions) - 1))
                self.tell(_("Noted. Ask each of them on their own: Enter."))

    @asks
    async def action_reword(self) -> None:
        """Ask again for what the marked introduction is about."""
        one = self._listed.get(self.marked or "")
        if one is None:
            return
        old = one.introduction
        new = await ask_for_introduction(self.program, one.evening, old.people, old)
        if new is not None:
            label = sentence("introduction of {people}", people=texts.both(one.evening, old))
            with self.reporting():
                self.desk.change(
                    one.evening, label, lambda event: introductions.reword(event, old, new)
                )

    @asks
    async def action_go_on(self) -> None:
        """Offer what can be done now about the marked introduction, and do it."""
        one = self._listed.get(self.marked or "")
        if one is None:
            return
        with self.reporting():
            noted = await take_a_way(
                self.program,
                one.evening,
                texts.both(one.evening, one.introduction),
                one.introduction.purpose,
                ways_on(one.evening, one.introduction, self.desk.today),
            )
            if noted:
                self.tell(noted)


def _key(evening: int, number: int) -> str:
    """Return the key of a row: an introduction's place among those of its evening."""
    return f"{evening}-{number}"
