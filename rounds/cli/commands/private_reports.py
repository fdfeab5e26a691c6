"""What the host was told in confidence, as the commands take it into account."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.cli.output import tell
from rounds.domain.errors import RoundsError
from rounds.domain.event import Event, Participant
from rounds.domain.people import private_reports
from rounds.domain.people.private_reports import PrivateReport
from rounds.domain.sentence import Sentence
from rounds.store.reports_file import ReportsFile


def with_kept_apart(event: Event) -> Event:
    """Return the event in which the people are kept apart whom the host keeps apart by reports."""
    return private_reports.with_reports(event, _reports())


def remarks_on(people: Sequence[Participant]) -> tuple[Sentence, ...]:
    """Return the people of a roster who were refused or reported before, without any reporter."""
    return private_reports.remarks(people, _reports())


def _reports() -> Sequence[PrivateReport]:
    """Return the reports; the host is told if their file cannot be used, and that is all."""
    try:
        return ReportsFile().read()
    except RoundsError as fault:
        tell(fault)
        return ()
