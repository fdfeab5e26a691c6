"""The earlier events that an event file names, read without their own earlier events."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rounds.domain.errors import InputError
from rounds.domain.event import Event
from rounds.domain.sentence import sentence
from rounds.store.errors.file_error import WrongFile
from rounds.store.errors.finding import Finding, KeyPath
from rounds.store.errors.report import Report
from rounds.store.errors.value_errors import findings
from rounds.store.reading.document import read_document
from rounds.store.reading.doubled_entries import without_doubles
from rounds.store.reading.file_bytes import event_file_bytes
from rounds.store.reading.limits import too_many
from rounds.text.safe import source_line


def missing_events(doc: Mapping[str, Any], shown: str) -> Iterator[Finding]:
    """Yield the earlier events of a document whose files are not there."""
    for place, name, path in _named(doc, shown):
        if not path.is_file():
            yield (
                place,
                sentence("there is no file {file}", file=source_line(name)),
                sentence("write the path as seen from the folder of this file"),
            )


def earlier_events(report: Report) -> tuple[Event, ...]:
    """Return the earlier events, oldest first; one that cannot be used stops the report."""
    found: list[Event] = []
    wrong: list[Finding] = []
    for place, name, path in _named(report.doc, report.shown):
        try:
            found.append(_event_alone(path))
        except InputError as fault:
            why = fault.problems[0].summary if isinstance(fault, WrongFile) else fault.sentence
            message = sentence("{file} cannot be used", file=source_line(name))
            wrong.append((place, message, sentence("{reason}", reason=why)))
    report.stop_if_any(wrong)
    dated = [(event.settings.date, event) for event in found]
    if all(day is not None for day, _event in dated):
        dated.sort(key=lambda pair: pair[0] or date.min)
    return tuple(event for _day, event in dated)


def _named(doc: Mapping[str, Any], shown: str) -> Iterator[tuple[KeyPath, str, Path]]:
    """Yield the place, the name and the path of every earlier event that a document names."""
    settings = doc.get("event")
    names = settings.get("earlier_events") if isinstance(settings, Mapping) else None
    folder = Path(os.path.realpath(shown)).parent
    for number, name in enumerate(names if isinstance(names, list) else ()):
        if isinstance(name, str) and name.strip():
            yield ("event", "earlier_events", number), name, folder / Path(name).expanduser()


def _event_alone(path: Path) -> Event:
    """Return the event in a file without its own earlier events."""
    document = read_document(event_file_bytes(path), str(path))
    report = document.report(str(path))
    report.stop_if_any(too_many(document.whole))
    try:
        event = Event.checked(document.event)
    except ValidationError as fault:
        report.stop(findings(fault, document.event))
    return without_doubles(event)[0]
