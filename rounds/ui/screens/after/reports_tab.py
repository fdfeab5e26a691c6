"""What guests told the host in confidence; it opens only after a word was typed.

Until then, and again as soon as another tab is open, only the number of new reports is shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.errors import RoundsError, RuleError
from rounds.domain.people.private_reports import (
    Decision,
    PrivateReport,
    ReportedPerson,
    decided,
    decision_taken_back,
    undecided,
)
from rounds.domain.sentence import sentence
from rounds.i18n import _, listed, ngettext, say, shown_day
from rounds.session.desk import ChangeElsewhere
from rounds.text.fold import fold
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.questions import line, which_evening, which_person
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.screens.after.texts import day_width
from rounds.ui.widgets.people_list import Column, Row
from rounds.ui.widgets.wrapped_text import SEPARATOR

WIDE = 76
"""The cells from which the list has room for the number of reports and the decision."""

WORDS = ("reports", "相談", "ご相談")
"""What is typed to open the reports, in any language."""


class ReportsTab(DeskTab):
    """The reports, new ones first; the host's decision is a key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "unlock", "Open", key_display="Enter"),
        Binding("enter", "read", "Read", key_display="Enter"),
        Binding("n", "decide('noted')", "Noted"),
        Binding(
            "k",
            "decide('keep_apart')",
            "Keep apart",
            tooltip="Never pair these two; nobody is told",
        ),
        Binding("r", "decide('refused')", "Not invited again"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = (
        "unlock",
        "read",
        "decide('noted')",
        "decide('keep_apart')",
        "decide('refused')",
    )

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._reports: tuple[PrivateReport, ...] = ()
        self._wrong = ""
        self._stamp: object = None
        self._unlocked = False
        self._listed: dict[str, PrivateReport] = {}

    # -- the list ------------------------------------------------------------------------------

    def title(self) -> str:
        """Return the name of the tab, with the number of new reports and nothing else."""
        count = undecided(self._reports)
        if not count:
            return _("Reports")
        return ngettext("{count} new report", "{count} new reports", count).format(count=count)

    def on_mount(self) -> None:
        """Look how many reports are new."""
        self._read()

    def opened(self) -> None:
        """Be closed at first, with the reports as they are now."""
        self._unlocked = False
        self._read()

    def look(self) -> None:
        """Read the reports again if their file is another one now."""
        if self.program.reports.stamp() != self._stamp:
            self._read()
            self.desk.changed()

    def _read(self) -> None:
        self._stamp = self.program.reports.stamp()
        try:
            self._reports, self._wrong = self.program.reports.read(), ""
        except RoundsError as error:
            self._reports, self._wrong = (), say(error)

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the reports once the word was typed."""
        self._listed, wide = {}, self.cells >= WIDE
        if not self._unlocked:
            told = self._wrong or _("Nobody should be looking on. Enter, then a word, opens them.")
            return (), (), told
        reports = sorted(
            self._reports, key=lambda one: (one.decision is not None, -one.at.timestamp())
        )
        times = [fold(one.about.name) for one in self._reports]
        rows = []
        for place, one in enumerate(reports):
            if fold(self.typed) not in fold(one.about.name):
                continue
            self._listed[str(place)] = one
            day = shown_day(one.day or one.at.date())
            count = times.count(fold(one.about.name))
            decision = decision_name(one.decision)
            cells = [day, one.about.name, wish_name(one.wish)]
            more = [str(count), decision] if wide else []
            rows.append(Row(str(place), (*cells, *more), "dim" if one.decision else "strong"))
        columns = [Column(_("Day"), day_width()), Column(_("About whom")), Column(_("Wish"), 16)]
        if wide:
            columns += [Column(_("Reports"), 8, right=True), Column(_("Decision"), 17)]
        return columns, rows, _("There are no reports.")

    def depends_on(self) -> tuple[object, ...]:
        """Return the reports, too, and whether they are open."""
        return (*super().depends_on(), self._reports, self._wrong, self._unlocked)

    def about(self) -> Sequence[str]:
        """Return what happened, as it was told."""
        one = self._marked
        if one is None:
            return ()
        count = sum(fold(each.about.name) == fold(one.about.name) for each in self._reports)
        reports = ngettext("{count} report in confidence", "{count} reports in confidence", count)
        told = SEPARATOR.join((reports.format(count=count), decision_name(one.decision)))
        return (told, one.happened)

    @property
    def _marked(self) -> PrivateReport | None:
        return self._listed.get(self.marked or "") if self._unlocked else None

    # -- keys ------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "unlock":
            return not self._unlocked
        if action in {"read", "decide"} and self._marked is None:
            return False
        if action == "find" and not self._unlocked:
            return False
        return super().check_action(action, parameters)

    @asks
    async def action_unlock(self) -> None:
        """Ask for the word that opens the reports."""

        def right(typed: str) -> None:
            if fold(typed) not in {*map(fold, WORDS)}:
                raise RuleError('Type the word "reports", or press Esc.')

        if await line(
            self.program, _('To open the reports, type the word "reports".'), check=right
        ):
            self._unlocked = True
            self._read()
            self.show()

    @asks
    async def action_read(self) -> None:
        """Show the whole report."""
        if (one := self._marked) is not None:
            await self.program.ask("text", one.about.name, "\n".join(whole(one)))

    @asks
    async def action_decide(self, decision: Decision) -> None:
        """Note the host's decision about the marked report."""
        one = self._marked
        if one is None:
            return
        apart = None
        if decision == "keep_apart" and one.by is None:
            apart = await self._from_whom(one.about.name)
            if apart is None:
                return
        today = self.desk.today
        with self.reporting():
            self._reports = await asyncio.to_thread(
                self.program.reports.change,
                lambda reports: decided(reports, one, decision, today, apart),
            )
            self.tell(decision_name(decision))
            done = ChangeElsewhere(
                sentence("decision about a report"), lambda: self._take_back(one)
            )
            self.desk.changed_elsewhere(done)  # and the tab counts one report less

    def _take_back(self, before: PrivateReport) -> None:
        self._reports = self.program.reports.change(
            lambda reports: decision_taken_back(reports, before)
        )

    async def _from_whom(self, about: str) -> ReportedPerson | None:
        """Ask from whom somebody is to be kept apart: the report does not name its author."""
        evening = await which_evening(self.program)
        if evening is None:
            return None
        key = await which_person(
            self.program, evening, _("Keep {name} apart from whom?").format(name=about)
        )
        return None if key is None else ReportedPerson.of(evening.roster.by_key[key])


def whole(one: PrivateReport) -> list[str]:
    """Return everything that a report says."""
    who = one.by.name if one.by else _("no name given")
    return [
        _("About whom: {name}").format(
            name=listed([*filter(None, (one.about.name, one.about.company))])
        ),
        _("From: {name}").format(name=who),
        _("Event: {title}").format(title=one.event),
        _("Wish: {wish}").format(wish=wish_name(one.wish)),
        _("Decision: {decision}").format(decision=decision_name(one.decision)),
        "",
        one.happened,
    ]


def wish_name(wish: str) -> str:
    """Return what is wished."""
    return {
        "listen": _("just listen"),
        "keep_apart": _("keep us apart"),
        "act": _("please act"),
    }[wish]


def decision_name(decision: str | None) -> str:
    """Return what the host decided."""
    if decision is None:
        return _("new")
    return {
        "noted": _("noted"),
        "keep_apart": _("kept apart"),
        "refused": _("not invited again"),
    }[decision]
