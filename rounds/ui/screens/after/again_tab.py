"""The pairs who both said that they want to talk again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType

from rounds.domain.event import Event, PersonKey
from rounds.domain.followup.contacts import again_pairs
from rounds.formats.sheets.words import one_line_about
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.screens.after.words import called
from rounds.ui.widgets.people_list import Column, Row
from rounds.ui.widgets.wrapped_text import SEPARATOR


@dataclass(frozen=True)
class AgainPair:
    """Two people, and the evening at which they said it."""

    evening: Evening
    people: tuple[PersonKey, PersonKey]


class AgainTab(DeskTab):
    """The list of the pairs; its keys act on the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = []
    KEYS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._pairs: dict[str, AgainPair] = {}
        self._known: dict[int, tuple[Event, tuple[tuple[PersonKey, PersonKey], ...]]] = {}

    def title(self) -> str:
        """Return the name of the tab, with the number of pairs."""
        count = sum(len(self._of(each)) for each in self.desk.evenings)
        return _("Again {count}").format(count=count) if count else _("Again")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the pairs, those of the last evening first."""
        self._pairs, rows = {}, []
        for place, evening in reversed([*enumerate(self.desk.evenings)]):
            people = self.found(evening)
            for two in self._of(evening):
                if people is not None and not people & {*two}:
                    continue
                key = "\0".join((str(place), *two))
                self._pairs[key] = AgainPair(evening, two)
                cells = (called(evening, two[0]), called(evening, two[1]))
                more = (evening.event.settings.title,) if self.shows_evenings else ()
                rows.append(Row(key, (*cells, *more)))
        columns = [Column(_("Participant"), self.cells // 3), Column(_("Partner"))]
        if self.shows_evenings:
            columns.append(Column(_("Event"), self.cells // 4))
        return columns, rows, _("No pair of whom both want to talk again.")

    def _of(self, evening: Evening) -> tuple[tuple[PersonKey, PersonKey], ...]:
        """Return the pairs of an evening; they are looked for once."""
        known = self._known.get(id(evening))
        if known is None or known[0] is not evening.event:
            known = evening.event, again_pairs(evening.event)
            self._known[id(evening)] = known
        return known[1]

    def about(self) -> Sequence[str]:
        """Return who the two are."""
        pair = self._pairs.get(self.marked or "")
        if pair is None:
            return ()
        roster = pair.evening.roster
        return [
            SEPARATOR.join((roster.names[key], one_line_about(roster.by_key[key])))
            for key in pair.people
        ]
