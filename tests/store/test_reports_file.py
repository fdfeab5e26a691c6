"""What guests tell the host in confidence is in one private file and nowhere else."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from threading import Timer

import pytest

from rounds.domain.errors import InputError, RuleError
from rounds.domain.people import private_reports
from rounds.domain.people.private_reports import PrivateReport, ReportedPerson, new_report
from rounds.store.disk.lock import Lock
from rounds.store.reports_file import ReportsFile
from tests.evenings import START, an_event

DAY = date(2026, 5, 15)
ANN, BEN = "Person 01", "Person 02"


@pytest.fixture
def file(tmp_path: Path) -> ReportsFile:
    return ReportsFile(tmp_path / "data" / "rounds")


def a_report(wish: str = "listen", by: str | None = None, what: str = "too close") -> PrivateReport:
    return new_report(an_event(), BEN, what, wish, by, START, DAY)  # type: ignore[arg-type]


def test_without_a_file_there_are_no_reports(file: ReportsFile) -> None:
    assert file.read() == ()
    assert not file.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_host_can_read_the_file(file: ReportsFile) -> None:
    file.add(a_report())

    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_file_that_others_could_read_is_private_again_after_the_next_report(
    file: ReportsFile,
) -> None:
    file.add(a_report())
    file.path.chmod(0o644)
    file.add(a_report())

    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_what_another_version_or_the_host_wrote_beside_the_reports_stays(file: ReportsFile) -> None:
    file.add(a_report())
    file.path.write_text(file.path.read_text() + '\n[[calls]]\nwith = "the police"\n')

    file.change(lambda all_: private_reports.decided(all_, all_[0], "noted", DAY))

    assert 'with = "the police"' in file.path.read_text()


def test_a_report_waits_for_the_window_that_is_just_writing_one(file: ReportsFile) -> None:
    file.add(a_report())
    lock = Lock(file.path)
    other = Timer(0.1, lock.release)
    other.start()

    file.add(a_report(what="and again"))

    other.join()
    assert len(file.read()) == 2


def test_reports_come_back_as_they_were_told(file: ReportsFile) -> None:
    reports = [a_report(), a_report("keep_apart", ANN, "asked for money\nthree times [[reports]]")]
    for report in reports:
        file.add(report)

    assert file.read() == (*reports,)


def test_a_report_told_in_another_window_meanwhile_is_kept(file: ReportsFile) -> None:
    file.add(a_report())
    other = ReportsFile(file.path.parent)

    def decide(reports: object) -> tuple[PrivateReport, ...]:
        if len(other.read()) == 1:
            text = file.path.read_text()
            file.path.write_text(text + text[text.index("[[reports]]") :])
        return private_reports.decided(other.read(), a_report(), "noted", DAY)

    assert [each.decision for each in file.change(decide)] == ["noted", None]


def test_a_report_is_saved_though_the_file_was_spoilt_by_hand(file: ReportsFile) -> None:
    file.add(a_report())
    file.path.write_text(file.path.read_text() + 'mood = "bad\n')
    file.add(a_report(what="and again"))

    assert "and again" in file.path.read_text()
    with pytest.raises(InputError, match=r"reports\.toml:\d+: this is not valid TOML"):
        file.read()


def test_a_wrong_value_is_named_with_its_line(file: ReportsFile) -> None:
    file.add(a_report())
    file.path.write_text(file.path.read_text() + 'decision = "burned"\n')

    with pytest.raises(InputError, match=r"reports\.toml:\d+: reports\[1\]\.decision: must be one"):
        file.read()


def test_a_decision_without_a_name_asks_from_whom(file: ReportsFile) -> None:
    file.add(a_report("act"))
    report = file.read()[0]
    with pytest.raises(RuleError, match="From whom"):
        file.change(lambda all_: private_reports.decided(all_, report, "keep_apart", DAY))

    ann = ReportedPerson(name=ANN)
    file.change(lambda all_: private_reports.decided(all_, report, "keep_apart", DAY, ann))
    assert file.read()[0].apart == (report.about, ann)
