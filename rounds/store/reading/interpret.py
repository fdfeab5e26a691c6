"""What the bytes of an event file mean: an event, or every error in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from rounds.domain.event import RECORD, Event, Settings, WalkIn
from rounds.domain.sentence import Sentence, sentence
from rounds.store.errors.cross_checks import check
from rounds.store.errors.finding import HINTED, Finding, did_you_mean
from rounds.store.errors.readable_parts import parts_of, readable_parts
from rounds.store.errors.value_errors import findings
from rounds.store.format.parts import Parts
from rounds.store.reading.document import TABLES, Document, read_document
from rounds.store.reading.doubled_entries import doubles_warning, without_doubles
from rounds.store.reading.earlier_events import earlier_events, missing_events
from rounds.store.reading.limits import WRONG_VALUES, too_many
from rounds.store.reading.unknown_people import (
    misnamed,
    unknown_people,
    unknown_person_warning,
)
from rounds.text.safe import source_line


class Loaded(NamedTuple):
    """A file that was read in full: its bytes, its pieces and what they mean."""

    raw: bytes
    parts: Parts
    event: Event
    carried: dict[str, Any]
    warnings: tuple[Sentence, ...]


def interpret(raw: bytes, shown: str, walk_ins: tuple[WalkIn, ...] = ()) -> Loaded:
    """Return what a file's bytes mean; raises `WrongFile` with every error in them.

    `walk_ins` are people who belong to the event though they are not in these bytes.
    """
    document = read_document(raw, shown)
    report = document.report(shown)
    report.stop_if_any(too_many(document.whole))
    misplaced = _misplaced_tables(document)
    missing = missing_events(document.whole, shown)
    try:
        event = Event.checked(document.event)
    except ValidationError as fault:
        if fault.error_count() > WRONG_VALUES:
            message = sentence("more than {most} values are wrong", most=WRONG_VALUES)
            report.stop([((), message, None)])
        wrong = findings(fault, document.event)
        report.stop(misplaced, wrong, check(readable_parts(document.event), report.line), missing)
    event, doubles = without_doubles(event)
    report.stop_if_any(misplaced, check(parts_of(event, walk_ins), report.line), missing)
    event = event.with_(earlier=earlier_events(report))
    misspelt = dict(misnamed(document, event, report))
    warnings = _warnings(event, document.parts, doubles, Path(shown).name, misspelt)
    return Loaded(raw, document.parts, event, document.carried, tuple(warnings))


def marker_warning(file: str) -> Sentence:
    """Return what the host should know about a marker line that is not between the parts."""
    return sentence(
        "The line # ======== RECORD in {file} was not between your part and the record: it is "
        "put back there when Rounds saves. The file as it was is kept in Rounds' own folder.",
        file=source_line(file),
    )


def _warnings(
    event: Event, parts: Parts, doubles: int, file: str, misspelt: dict[str, Sentence]
) -> Iterator[Sentence]:
    if doubles:
        yield doubles_warning(doubles, file)
    if parts.misplaced:
        yield marker_warning(file)
    yield from misspelt.values()
    others = (name for name in unknown_people(event) if name not in misspelt)
    yield from map(unknown_person_warning, others)


def _misplaced_tables(document: Document) -> Iterator[Finding]:
    """Yield the tables and settings that are unknown, or on the wrong side of the marker line."""
    unknown = [name for name in document.host if name not in TABLES]
    for number, name in enumerate(unknown):
        yield _unknown_setting(name, hinted=number < HINTED)
    if not document.parts.marker:
        return
    for name in document.host:
        if name in RECORD:
            yield (
                (name,),
                sentence("belongs to the record"),
                sentence(
                    "the line # ======== RECORD belongs above the first entry of the record, "
                    "and below everything that is yours: move it there, and delete nothing"
                ),
            )
    if "event" in document.record:
        yield (
            ("event",),
            sentence("must not be below the line # ======== RECORD"),
            sentence("move that line below everything that is yours, and delete nothing"),
        )


def _unknown_setting(name: str, *, hinted: bool) -> Finding:
    if name in Settings.model_fields:
        return (name,), sentence("not a setting here"), sentence("put it below the line [event]")
    hint = did_you_mean(name, ("event", "participants")) if hinted else None
    return (name,), sentence("not a setting"), hint
