"""What participants tell the host in confidence, and what the host decides about it.

Reports never become a part of the event. Two people whom the host keeps apart are kept apart at
once, without a word about the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from rounds.domain.errors import RoundsError
from rounds.domain.event import Participant, PersonKey
from rounds.domain.followup.due import held_on
from rounds.domain.people import private_reports
from rounds.domain.people.private_reports import (
    Decision,
    History,
    PrivateReport,
    ReportedPerson,
    Wish,
)
from rounds.domain.sentence import Sentence, private
from rounds.session.people import People
from rounds.session.state import State


class ReportKeeper(Protocol):
    """Keeps reports durably: the host's own file, or its substitute in a test."""

    def read(self) -> tuple[PrivateReport, ...]:
        """Return all reports, oldest first."""

    def add(self, report: PrivateReport) -> None:
        """Add a report; it is durable afterwards."""

    def change(
        self, change: Callable[[Sequence[PrivateReport]], tuple[PrivateReport, ...]]
    ) -> tuple[PrivateReport, ...]:
        """Change the reports; return them once that is durable."""


class ReportsInMemory:
    """Keeps reports as long as the program runs: for a rehearsal."""

    def __init__(self) -> None:
        self._reports: tuple[PrivateReport, ...] = ()

    def read(self) -> tuple[PrivateReport, ...]:
        """Return all reports, oldest first."""
        return self._reports

    def add(self, report: PrivateReport) -> None:
        """Add a report."""
        self._reports = (*self._reports, report)

    def change(
        self, change: Callable[[Sequence[PrivateReport]], tuple[PrivateReport, ...]]
    ) -> tuple[PrivateReport, ...]:
        """Change the reports and return them."""
        self._reports = change(self._reports)
        return self._reports


class Reports:
    """The reports, as the evening under way needs them."""

    def __init__(self, state: State, people: People, keeper: ReportKeeper) -> None:
        self._state = state
        self._people = people
        self._keeper = keeper
        self._all: tuple[PrivateReport, ...] = ()
        self._histories: dict[PersonKey, History] = {}
        self._histories_of: tuple[Sequence[Participant], Sequence[PrivateReport]] = ((), ())
        self.refresh()
        state.event = private_reports.with_reports(state.event, self._all)

    def refresh(self) -> None:
        """Read the reports again; the host is told if their file cannot be used."""
        try:
            self._all = self._keeper.read()
        except RoundsError as fault:
            self._state.news.append(private(fault.sentence))

    @property
    def undecided(self) -> tuple[PrivateReport, ...]:
        """The reports about which the host has not decided, oldest first."""
        return tuple(report for report in self._all if report.decision is None)

    def history(self, key: PersonKey) -> History | None:
        """Return what the reports that the host knows say about somebody, None without any."""
        known = tuple(report for report in self._all if report.decision is not None)
        of = self._state.roster.people, known
        if of != self._histories_of:  # people are recognised again only after a change
            self._histories_of = of
            self._histories = private_reports.histories(*of)
        return self._histories.get(key)

    def remarks(self, people: Sequence[Participant]) -> tuple[Sentence, ...]:
        """Return those of these people who were refused or reported before."""
        return private_reports.remarks(people, self._all)

    def tell(self, about: PersonKey, happened: str, wish: Wish, by: PersonKey | None) -> None:
        """Keep a report; it is durable afterwards. Raises `RuleError` and `StoreError`."""
        state = self._state
        report = private_reports.new_report(
            state.event, about, happened, wish, by, state.clocks.wall(), held_on(state.event)
        )
        self._keeper.add(report)
        self._all = (*self._all, report)
        state.tell()

    def decide(
        self, report: PrivateReport, decision: Decision, apart_from: PersonKey | None = None
    ) -> None:
        """Keep the host's decision; two who are to be kept apart are from now on, silently."""
        state = self._state
        other = None
        if apart_from is not None:
            other = ReportedPerson.of(state.roster.by_key[apart_from])
        day = state.clocks.wall().date()
        self._all = self._keeper.change(
            lambda reports: private_reports.decided(reports, report, decision, day, other)
        )
        for entry in private_reports.kept_apart_by(state.event, self._all):
            self._people.keep_apart(*entry.people)
        state.tell()
