"""Every sample evening is opened, planned, checked, rehearsed and exported."""

from __future__ import annotations

import csv
import io
from itertools import combinations
from pathlib import Path

import pytest

from rounds.domain.errors import RoundsError
from rounds.domain.planner.plan import make_plan
from rounds.domain.timetable import length, time_given
from rounds.formats import EXPORTS
from rounds.i18n import say, using
from rounds.store.reading.read import read
from rounds.ui.rehearsal.timeline import timeline
from tests.house.source import ROOT

SAMPLES = sorted((ROOT / "sample_events").glob("[!.]*.toml"))
BROKEN = sorted((ROOT / "sample_events" / "broken").glob("[!.]*.toml"))
EXPECTED_PEOPLE = {
    "chapter": 60,
    "chapter_last_month": 58,
    "founders_mixer": 21,
    "kouryukai": 24,
    "mentoring": 32,
    "smallest": 2,
}


def name(path: Path) -> str:
    return path.stem


def test_the_samples_are_those_that_are_promised() -> None:
    found = {path.stem: len(read(path).event.participants) for path in SAMPLES}

    assert found == EXPECTED_PEOPLE


@pytest.mark.parametrize("path", SAMPLES, ids=name)
def test_a_sample_is_planned_without_anybody_meeting_twice(path: Path) -> None:
    event = read(path).event

    plan = make_plan(event)

    met = [
        frozenset(pair)
        for round_ in plan.rounds
        for pairing in round_.pairings
        if pairing.held != "no-show"
        for pair in combinations(pairing.people, 2)
    ]
    assert plan.infeasible is None
    assert len(plan.rounds) >= (event.settings.rounds or 1)
    assert len(met) == len(set(met))


@pytest.mark.parametrize("path", SAMPLES, ids=name)
def test_a_sample_is_over_before_the_hall_closes(path: Path) -> None:
    settings = read(path).event.settings

    given = time_given(settings)

    assert given is None or length(settings, 1, settings.rounds or 1) <= given


@pytest.mark.parametrize("path", SAMPLES, ids=name)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_sample_is_run_to_its_end(path: Path, language: str) -> None:
    event = read(path).event

    with using(language):
        lines = list(timeline(event))

    assert len(lines) > 10


@pytest.mark.parametrize("path", SAMPLES, ids=name)
@pytest.mark.parametrize("form", EXPORTS)
def test_a_sample_leaves_as_its_plan_before_it_is_held(path: Path, form: str) -> None:
    event = read(path).event
    planned = event.with_(plan=make_plan(event).rounds[len(event.rounds) :])

    text = EXPORTS[form].render(planned, ())

    assert all(person.name.split()[0] in text for person in event.participants)


def test_an_evening_that_was_held_leaves_as_it_was() -> None:
    event = read(ROOT / "sample_events" / "chapter_last_month.toml").event

    text = EXPORTS["csv"].render(event, ())

    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["status"] for row in rows].count("no-show") == 1
    assert [row["minutes"] for row in rows if row["status"] == "short"] == ["2.5"]


@pytest.mark.parametrize("path", BROKEN, ids=name)
def test_a_broken_file_gets_the_message_it_must(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)

    with pytest.raises(RoundsError) as refused:
        read(path.name)

    expected = path.with_name(f"{path.stem}.expected.txt").read_text("utf-8")
    assert say(refused.value).strip() == expected.strip()
    assert refused.value.exit_status == 2


def test_every_broken_file_has_its_message() -> None:
    assert len(BROKEN) >= 12
    assert {path.stem for path in BROKEN} == {
        path.name.removesuffix(".expected.txt")
        for path in (ROOT / "sample_events" / "broken").glob("*.expected.txt")
    }
