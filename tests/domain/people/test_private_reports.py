from __future__ import annotations

from datetime import date

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.people.private_reports import (
    Decision,
    PrivateReport,
    ReportedPerson,
    Wish,
    decided,
    histories,
    new_report,
    remarks,
    with_reports,
)
from rounds.domain.planner.plan import make_plan
from tests.evenings import START, an_event

DAY = date(2026, 5, 15)
ANN, BEN, CEM = "Person 01", "Person 02", "Person 03"


def a_report(
    by: str | None = None, wish: Wish = "listen", decision: Decision | None = None
) -> PrivateReport:
    report = new_report(an_event(), BEN, "stood too close", wish, by, START, DAY)
    return decided([report], report, decision, DAY)[0] if decision else report


def pairs(event: Event) -> set[frozenset[str]]:
    return {
        frozenset(pairing.people)
        for round_ in make_plan(event).rounds
        for pairing in round_.pairings
    }


def test_who_wishes_to_be_kept_apart_gives_a_name() -> None:
    with pytest.raises(RuleError, match="needs your name"):
        a_report(wish="keep_apart")


def test_a_report_says_what_happened() -> None:
    with pytest.raises(RuleError, match="what happened"):
        new_report(an_event(), BEN, " ", "listen", None, START, DAY)


def test_two_who_are_kept_apart_do_not_meet_at_the_next_evening() -> None:
    evening = an_event(4)
    assert frozenset({ANN, BEN}) in pairs(evening)

    kept = with_reports(evening, [a_report(ANN, "keep_apart", "keep_apart")])
    assert frozenset({ANN, BEN}) not in pairs(kept)
    assert with_reports(kept, [a_report(ANN, "keep_apart", "keep_apart")]) is kept


def test_a_report_that_nobody_has_decided_about_keeps_nobody_apart() -> None:
    evening = an_event(4)

    assert with_reports(evening, [a_report(ANN, "keep_apart")]) is evening


def test_the_pattern_shows_in_numbers_and_names_no_reporter() -> None:
    reports = [a_report(ANN), a_report(), a_report(CEM, "act", "refused")]

    assert histories(an_event().participants, reports)[BEN].reports == 3
    (said,) = remarks(an_event().participants, reports)
    assert str(said) == ("Person 02: 3 reports in confidence; you decided not to invite them again")
    assert said.private


def test_who_was_refused_once_stays_refused_whatever_is_decided_about_another_report() -> None:
    reports = [a_report(decision="refused"), a_report(CEM, decision="noted")]

    assert histories(an_event().participants, reports)[BEN].refused


def test_a_decision_is_about_one_report_of_two_that_came_in_the_same_second() -> None:
    event = an_event()
    reports = [new_report(event, key, "loud", "listen", None, START, DAY) for key in (ANN, BEN)]

    after = decided(reports, reports[1], "noted", DAY)

    assert [report.decision for report in after] == [None, "noted"]


def test_from_whom_somebody_is_kept_apart_is_forgotten_with_that_decision() -> None:
    report = a_report()
    apart = decided([report], report, "keep_apart", DAY, ReportedPerson(name=ANN))

    (noted,) = decided(apart, apart[0], "noted", DAY, ReportedPerson(name=ANN))

    assert noted.apart is None
    assert noted.apart_from is None
