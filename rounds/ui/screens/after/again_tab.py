"""The pairs who both said that they want to talk again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.days_after import AskedPerson, Introduction
from rounds.domain.event import Event, PersonKey
from rounds.domain.followup import introductions
from rounds.domain.followup.contacts import again_pairs
from rounds.domain.followup.known_people import Person
from rounds.domain.sentence import sentence
from rounds.formats.days_after_messages import introducing
from rounds.formats.sheets.texts import one_line_about
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.introductions.questions import add_introduction, ask_for_introduction
from rounds.ui.screens.after.introductions.texts import both
from rounds.ui.screens.after.questions import line
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.screens.after.texts import called
from rounds.ui.screens.after.ways import Way, go
from rounds.ui.widgets.people_list import Column, Row
from rounds.ui.widgets.wrapped_text import SEPARATOR

Pairs = tuple[tuple[PersonKey, PersonKey], ...]


@dataclass(frozen=True)
class AgainPair:
    """Two people, and the last evening at which they said it."""

    evening: Evening
    people: tuple[PersonKey, PersonKey]


class AgainTab(DeskTab):
    """The list of the pairs; its keys act on the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,enter", "write", "Message to both", key_display="c"),
        Binding("i", "introduce", "New introduction", tooltip="Ask each of them first"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("write", "introduce")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._pairs: dict[str, AgainPair] = {}
        self._known: dict[int, tuple[Event, Pairs]] = {}
        self._found: tuple[tuple[object, ...], list[AgainPair]] = ((), [])

    def title(self) -> str:
        """Return the name of the tab, with the number of pairs."""
        count = len(self._all())
        return _("Again {count}").format(count=count) if count else _("Again")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the pairs, those of the last evening first."""
        self._pairs, rows = {}, []
        found = {id(each): self.found(each) for each in self.desk.evenings}
        for pair in self._all():
            evening, two = pair.evening, pair.people
            people = found[id(evening)]
            if people is not None and not people & {*two}:
                continue
            key = "\0".join((str(evening.path), *two))
            self._pairs[key] = pair
            cells = (called(evening, two[0]), called(evening, two[1]))
            more = (evening.event.settings.title,) if self.shows_evenings else ()
            rows.append(Row(key, (*cells, *more)))
        columns = [Column(_("Participant"), self.cells // 3), Column(_("Partner"))]
        if self.shows_evenings:
            columns.append(Column(_("Event"), self.cells // 4))
        return columns, rows, _("No pair of whom both want to talk again.")

    def _all(self) -> list[AgainPair]:
        """Return the pairs, each once: two who said it at several evenings, at the last of them."""
        evenings, people = self.desk.evenings, self.desk.people.get()
        pairs = [self._of(evening) for evening in evenings]
        made_from = (*evenings, *pairs, people)
        if not _same(made_from, self._found[0]):
            found: dict[frozenset[Person], AgainPair] = {}
            for evening, numbers, of in reversed([*zip(evenings, people, pairs, strict=True)]):
                for one, other in of:
                    pair = frozenset((numbers[one], numbers[other]))
                    found.setdefault(pair, AgainPair(evening, (one, other)))
            self._found = made_from, [*found.values()]
        return self._found[1]

    def _of(self, evening: Evening) -> Pairs:
        """Return the pairs of an evening, the same object as long as they are the same."""
        event, before = self._known.get(id(evening), (None, ()))
        if event is not evening.event:
            pairs = again_pairs(evening.event)
            self._known[id(evening)] = evening.event, before if pairs == before else pairs
        return self._known[id(evening)][1]

    def about(self) -> Sequence[str]:
        """Return what the roster says of the two."""
        pair = self._pairs.get(self.marked or "")
        if pair is None:
            return ()
        roster = pair.evening.roster
        return [
            SEPARATOR.join((roster.names[key], one_line_about(roster.by_key[key])))
            for key in pair.people
        ]

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action in {"write", "introduce"} and self.marked is None:
            return False
        return super().check_action(action, parameters)

    @asks
    async def action_write(self) -> None:
        """Show the message that brings the marked two together; both have said yes already."""
        pair = self._pairs.get(self.marked or "")
        if pair is None:
            return
        evening, today = pair.evening, self.desk.today
        purpose = await line(self.program, _("One sentence: what could they talk about?"))
        if purpose is None:
            return
        said = tuple(
            AskedPerson(person=key, answer="yes", asked_on=today, answered_on=today)
            for key in pair.people
        )
        made = Introduction(people=pair.people, noted_on=today, purpose=purpose, answers=said)
        way = Way(
            sentence("introduction of {people}", people=both(evening, made)),
            lambda event: introductions.add(event, made.with_(introduced_on=today)),
            lambda: introducing(evening.event, made),
        )
        with self.reporting():
            if noted := await go(self.program, evening, way):
                self.tell(_("Noted: {what}").format(what=noted))

    @asks
    async def action_introduce(self) -> None:
        """Begin an introduction of the marked two, in which each is asked first."""
        pair = self._pairs.get(self.marked or "")
        if pair is None:
            return
        made = await ask_for_introduction(self.program, pair.evening, pair.people)
        if made is not None:
            with self.reporting():
                add_introduction(self.program, pair.evening, made)
                self.tell(_("Noted under introductions. Ask each of them on their own."))


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Return whether these are the very same objects."""
    return len(one) == len(other) and all(map(is_, one, other))
