"""What the program answers to a file: `check`, `plan`, `export` and opening it, in process."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.errors import RoundsError
from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import outcome
from rounds.domain.sentence import Sentence
from rounds.formats import EXPORTS
from rounds.formats.history.rows import names, notes_of
from rounds.formats.plan import as_csv, as_json, as_text, assessment, check_report
from rounds.i18n import say
from rounds.session.session import Session
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read
from tests.house.source import translations
from tests.house.test_catalogs import NAMES_AND_SIGNS

Timed = Callable[[str, float], None]


def answer(path: Path, timed: Timed = lambda _what, _seconds: None) -> list[Sentence]:
    """Do everything with a file that a host may; return what was said about it.

    Only a `RoundsError` is an answer: any other exception is the caller's to see.
    """
    said: list[Sentence] = []
    readable: list[Event] = []
    for what, act in (
        ("read", _read), ("plan", _plan), ("check", _check), ("export", _export), ("open", _open),
    ):  # fmt: skip
        if what not in {"read", "open"} and not readable:
            continue
        began = process_time()
        try:
            said += act(path, readable)
        except RoundsError as fault:
            said.append(fault.sentence)
        timed(what, process_time() - began)
    return said


def _read(path: Path, readable: list[Event]) -> list[Sentence]:
    opened = read(path)
    readable.append(opened.event)
    return list(opened.warnings)


def _plan(_path: Path, readable: list[Event]) -> list[Sentence]:
    (event,) = readable
    plan = make_plan(event)
    as_text.render(event, plan.rounds, [say(each) for each in plan.summary])
    as_csv.render(plan.rounds, names(event), event.settings.listen_first)
    as_json.render(plan, outcome(event, plan.rounds), 0.0)
    return [*plan.warnings, *plan.summary, *check_report.reasons(plan)]


def _check(_path: Path, readable: list[Event]) -> list[Sentence]:
    (event,) = readable
    found = assessment.assess(
        event, make_plan(event), make_plan(assessment.with_most_rounds(event))
    )
    check_report.render(event, found)
    return check_report.reasons(found.plan)


def _export(_path: Path, readable: list[Event]) -> list[Sentence]:
    (event,) = readable
    for form in EXPORTS.values():
        form.render(event).encode(form.encoding)
        form.render(event, notes_of(event)).encode(form.encoding)
    return []


def _open(path: Path, _readable: list[Event]) -> list[Sentence]:
    """Open the file as `run` does, look at what the screens show, and leave it."""
    file = EventFile.open(path)
    session = Session(file.event, file, planner=PlannerAtOnce())
    try:
        said = [*file.warnings]
        session.tick()
        _ = session.room, session.state.scene, session.state.remaining()
        session.timetable.expected_end()
        said += [note for note in session.state.news]
        if session.plan.replan_due:
            plan, _difference = session.plan.propose()
            said += plan.warnings
    finally:
        session.close()
    if file.fault is not None:
        raise file.fault
    return said


def untranslated(said: Any) -> Iterator[str]:
    """Yield the templates in a sentence that a Japanese host would read in English."""
    if isinstance(said, list | tuple):
        for each in said:
            yield from untranslated(each)
    if isinstance(said, Sentence):
        words = re.sub(r"\{[^}]*\}", "", said.template)
        if not NAMES_AND_SIGNS.match(words) and not any(translations().get(said.template, ())):
            yield said.template
        yield from untranslated(list(said.values.values()))
