"""The days after an evening, on the command line: what is due, and what was told in confidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import vobject

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.event import Event
from rounds.domain.followup import introductions, referrals
from rounds.domain.people.private_reports import Decision, Wish, decided, new_report
from rounds.store.changes import change_event
from rounds.store.reading.read import read_event
from rounds.store.reports_file import ReportsFile
from tests.conftest import Run
from tests.evenings import START, an_event
from tests.formats.sheets.evenings import an_evening_with_notes
from tests.integration.test_sheets import written

pytestmark = pytest.mark.usefixtures("english")

ANN, BEN, CEM, DAN = (f"Person {number:02d}" for number in range(1, 5))
HAPPENED, REPORTER = "XHAPPENEDX", "XREPORTERX Smith"


def today(days: int = 0) -> date:
    return datetime.now().astimezone().date() + timedelta(days=days)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "data" / "rounds"


def an_evening(folder: Path, name: str, event: Event | None = None) -> Path:
    return written(event or an_event(6, title=name), folder / f"{name}.toml")


def do(file: Path, verb: Callable[..., Event], *details: object) -> Event:
    """Change an event file as the desk does."""
    return change_event(file, lambda event: verb(event, *details))


def test_what_is_due_includes_introductions_reports_and_thanks(rounds: Run, tmp_path: Path) -> None:
    file = an_evening(tmp_path, "mixer")
    one = Introduction(
        people=(ANN, BEN), noted_on=today(-9), purpose="Ben needs the pump that Ann builds."
    )
    do(file, introductions.add, one)
    do(file, introductions.ask, one, ANN, today(-8))
    do(
        file,
        referrals.give,
        Referral(giver=CEM, receiver=DAN, client="a bakery", given_on=today(-14)),
    )
    won = Referral(giver=DAN, receiver=CEM, client="a school", given_on=today(-2))
    event = do(file, referrals.give, won)
    do(file, referrals.advance, event.referrals[1], "won", today())

    _status, out, _said = rounds("follow", file)
    assert [line.split("  ", 2)[2].strip() for line in out.splitlines() if "  " in line] == [
        "Person 04  First contact with a bakery (first referral from Person 03)",
        "the host   Ask Person 02: may they be introduced to Person 01?",
        "the host   Waiting for the answer of Person 01: introduction to Person 02",
        "Person 03  Report to Person 04: a school",
        "Person 03  Thank Person 04: a school",
        "Person 04  Report to Person 03: a bakery",
    ]
    _status, out, _said = rounds("follow", file, "--person", CEM)
    assert out.count("Person 03") == 2
    _status, out, _said = rounds("follow", file, "--format", "csv")
    assert '"yes to an introduction"' in out
    _status, out, _said = rounds("follow", file, "--format", "ics")
    entries = vobject.readOne(out).vevent_list
    assert len({entry.uid.value for entry in entries}) == len(entries) == 6
    assert {entry.summary.value for entry in entries} >= {
        "Person 03: Thank Person 04: a school",
        "the host: Ask Person 02: may they be introduced to Person 01?",
    }


def test_a_referral_goes_through_all_states_over_three_evenings_and_is_a_first_ball_once(
    rounds: Run, tmp_path: Path
) -> None:
    files = [an_evening(tmp_path, name) for name in ("march", "april", "may")]
    for file, day in zip(files, (-60, -30, 0), strict=True):
        do(
            file,
            referrals.give,
            Referral(giver=ANN, receiver=BEN, client=f"{file.stem} client", given_on=today(day)),
        )

    _status, out, _said = rounds("follow", *files, "--all")
    assert out.count("first referral from Person 01") == 1
    assert "First contact with march client" in out
    for state in ("contacted", "proposed", "won"):
        event = read_event(files[0])
        do(files[0], referrals.advance, event.referrals[0], state, today())
    do(files[0], referrals.report, event.referrals[0], today())
    do(files[0], referrals.thank, event.referrals[0], today())
    _status, out, _said = rounds("follow", *files, "--all")
    assert "march client" not in out
    assert "first referral" not in out


def reported(
    event: Event, about: str, by: str | None, wish: Wish, decision: Decision | None
) -> None:
    report = new_report(event, about, HAPPENED, wish, by, START, today(-30))
    if decision:
        (report,) = decided([report], report, decision, today())
    ReportsFile().add(report)


def test_a_report_keeps_two_apart_in_the_next_plan_and_appears_nowhere(
    rounds: Run, tmp_path: Path, data: Path
) -> None:
    event = an_evening_with_notes(6, rounds=3)
    ann = event.participants[0].with_(name=REPORTER, id="reporter")
    event = event.with_(
        participants=(ann, *event.participants[1:]), rounds=(), notes=(), clock=(), plan=()
    )
    ben = event.participants[1].key
    file = an_evening(tmp_path, "mixer", event)
    before = file.read_bytes()
    _status, plan, _said = rounds("plan", file, "--format", "csv")
    reported(event, ben, "reporter", "keep_apart", "keep_apart")
    _status, apart, _said = rounds("plan", file, "--format", "csv")

    def meet(text: str) -> bool:
        return any(
            REPORTER in line and event.participants[1].name in line for line in text.splitlines()
        )

    assert meet(plan)
    assert not meet(apart)

    without = an_evening(tmp_path, "held", an_evening_with_notes(6, rounds=3))
    told = []
    for command in (
        ("check", file), ("plan", file), ("export", without, "--notes", "all"),
        ("export", without, "--format", "json", "--notes", "all", "--with", "people"),
        ("export", without, "--format", "markdown"), ("export", without, "--what", "steps"),
        ("sheets", without, "--to", tmp_path / "sheets"), ("follow", without, "--all"),
        ("summary", without, "--people"), ("print", file, "list", "--to", tmp_path / "print"),
    ):  # fmt: skip
        _status, out, said = rounds(*command)
        told += [out, said]
    assert not any(HAPPENED in text for text in told)
    assert "1 report in confidence" in told[0] + told[1]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    holding = [path for path in files if HAPPENED.encode() in path.read_bytes()]
    assert holding == [data / "reports.toml"]
    assert file.read_bytes() == before or HAPPENED.encode() not in file.read_bytes()


def test_whoever_was_refused_is_named_when_a_roster_is_read(
    rounds: Run, tmp_path: Path, data: Path
) -> None:
    event = an_event(4)
    reported(event, BEN, CEM, "act", "refused")
    roster = tmp_path / "roster.csv"
    roster.write_text("name,company\nPerson 02,Company 02\nPerson 09,Company 09\n")
    said = f"{BEN}: 1 report in confidence; you decided not to invite them again"

    _status, _out, told = rounds("new", tmp_path / "next.toml", "--from", roster)
    assert said in told
    assert CEM not in told
    assert "confidence" not in (tmp_path / "next.toml").read_text()
    file = an_evening(tmp_path, "other", event.with_(participants=event.participants[2:]))
    _status, _out, told = rounds("add", file, "--from", roster, "--yes")
    assert said in told


def test_a_spoilt_file_of_reports_is_told_and_stops_nothing(
    rounds: Run, tmp_path: Path, data: Path
) -> None:
    data.mkdir(parents=True)
    (data / "reports.toml").write_text('[[reports]]\nmood = "\n')
    file = an_evening(tmp_path, "mixer")

    status, out, told = rounds("plan", file)
    assert status == 0
    assert "Person 01" in out
    assert "reports.toml:2: this is not valid TOML" in told
