"""Reading an event file: its text, what it means, and every error in it."""

from __future__ import annotations

import os
import stat
import time
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from rounds.domain.errors import InputError
from rounds.domain.event import RECORD, Event, Participant, Settings, WalkIn
from rounds.domain.sentence import Sentence, sentence
from rounds.store.disk.nearby import nearby, shell_quoted
from rounds.store.disk.os_errors import reason, remedy
from rounds.store.format.parts import Parts, parsed, read_toml, split
from rounds.store.reading.cross_checks import ReadableParts, check
from rounds.store.reading.file_error import FileError, WrongFile, visible
from rounds.store.reading.limits import ERRORS, LARGEST, LINES, MEGABYTES, WRONG_VALUES, too_many
from rounds.store.reading.positions import KeyPath, line_of, lines
from rounds.store.reading.toml_errors import another_kind, encoding_problem, toml_problem
from rounds.store.reading.twins import told_of_twins, without_twins
from rounds.store.reading.unknown_people import unknown_people, unknown_person_warning
from rounds.store.reading.value_errors import HINTED, Finding, did_you_mean, findings, shown_path

_FRESH = 1.0
_PATIENCE = 0.5
_TABLES = ("event", "participants", *RECORD)
Readable = TypeVar("Readable", Settings, Participant, WalkIn)


@dataclass(frozen=True)
class Opened:
    """An event as it was read, and what the host should know about it."""

    event: Event
    warnings: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """A file that was read in full: its bytes, its pieces and what they mean."""

    raw: bytes
    parts: Parts
    event: Event
    carried: dict[str, Any]
    warnings: tuple[Sentence, ...]


def read_event(path: str | os.PathLike[str]) -> Event:
    """Return the event in a file; raises `InputError` where it cannot be used."""
    return read(path).event


def read(path: str | os.PathLike[str]) -> Opened:
    """Return the event in a file and the warnings about it, without taking the lock."""
    loaded = load(path)
    return Opened(loaded.event, loaded.warnings)


def load(path: str | os.PathLike[str]) -> Loaded:
    """Return everything about a file; an editor that is just writing it gets half a second."""
    patience = time.monotonic() + _PATIENCE
    while True:
        raw = read_bytes(path)
        try:
            return interpret(raw, os.fspath(path))
        except WrongFile:
            if not _just_written(path) or time.monotonic() > patience:
                raise
            time.sleep(0.02)


def _just_written(path: str | os.PathLike[str]) -> bool:
    try:
        return 0 <= time.time() - os.stat(path).st_mtime < _FRESH
    except OSError:
        return False


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of an event file; where there is none, say how to come to one."""
    try:
        return file_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        name = visible(os.fspath(path))
        if near := nearby(path):
            raise InputError(
                "{file} is not there, but {near} is. Use that name.",
                file=name,
                near=visible(os.fspath(near)),
            ) from None
        raise InputError(
            "{file} is not there. Check the name, or make it with: {command}",
            file=name,
            command=f"rounds new {shell_quoted(path)}",
        ) from None


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; what is no file, or too large, says so (`InputError`).

    That there is nothing at all (`FileNotFoundError`, `NotADirectoryError`) is the caller's
    to say, who knows what was meant.
    """
    name = visible(os.fspath(path))
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise InputError("{file} is a folder. Name a file in it.", file=name)
        if not stat.S_ISREG(found.st_mode):
            raise InputError("{file} is not an ordinary file. Name another one.", file=name)
        with open(path, "rb") as file:
            raw = file.read(LARGEST + 1)  # a file may say that it is empty, and may grow
        if len(raw) > LARGEST:
            raise InputError(
                "{file} is far too large: at most {most} MB are read. Name another file.",
                file=name,
                most=MEGABYTES,
            )
        return raw
    except (FileNotFoundError, NotADirectoryError):
        raise
    except PermissionError:
        raise InputError(
            "{file} may not be read. Give yourself the right to read it.", file=name
        ) from None
    except OSError as fault:
        raise InputError(
            "{file} cannot be read: {reason}. {remedy}",
            file=name,
            reason=reason(fault),
            remedy=remedy(fault),
        ) from None
    except ValueError:  # a NUL in the name
        raise InputError("{file} cannot be read: no file has such a name.", file=name) from None


def interpret(raw: bytes, shown: str, walk_ins: tuple[WalkIn, ...] = ()) -> Loaded:
    """Return what a file's bytes mean; raises `WrongFile` with every error in them.

    `walk_ins` are people who belong to the event though they are not in these bytes.
    """
    parts = split(raw)
    host, record = documents(raw, parts, shown)
    doc = joined(host, record)
    report = _Report(shown, raw, doc)
    report.stop_if_any(too_many(doc))
    unknown = [name for name in host if name not in _TABLES]
    wrong = [_unknown(name, hints=n < HINTED) for n, name in enumerate(unknown[: ERRORS + 1])]
    wrong += [_misplaced(name) for name in host if name in RECORD and parts.marker]
    if parts.marker and "event" in record:
        wrong.append(_BELOW)
    known = {name: value for name, value in doc.items() if name in _TABLES}
    try:
        event = Event.checked(known)
    except ValidationError as fault:
        if fault.error_count() > WRONG_VALUES:
            report.stop(
                [((), sentence("more than {most} values are wrong", most=WRONG_VALUES), None)]
            )
        readable = _readable(known)
        report.stop(
            wrong, findings(fault, known), check(readable, report.line), _missing(doc, shown)
        )
    event, twins = without_twins(event)
    roster = ReadableParts(
        event.settings,
        [(("participants", n), person) for n, person in enumerate(event.participants)],
        (*event.walk_ins, *walk_ins),
    )
    report.stop_if_any(wrong, check(roster, report.line), _missing(doc, shown))
    event = event.with_(earlier=_earlier(event.settings, shown, report))
    warnings = tuple(map(unknown_person_warning, unknown_people(event)))
    if parts.misplaced:
        warnings = (told_of_marker(Path(shown).name), *warnings)
    if twins:
        warnings = (told_of_twins(twins, Path(shown).name), *warnings)
    carried = {name: value for name, value in record.items() if name not in RECORD}
    return Loaded(raw, parts, event, carried, warnings)


def documents(raw: bytes, parts: Parts, shown: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the host's part and the record as TOML; they are read apart, as they are written."""
    if other := another_kind(shown, raw):
        raise other
    if wrong := encoding_problem(shown, raw):
        raise WrongFile([wrong])
    if raw.count(b"\n") > LINES:
        raise InputError(
            "{file} has far too many lines: at most {most} are read. Name another file.",
            file=visible(shown),
            most=LINES,
        )
    try:
        return read_toml(parts.host + parts.head), read_toml(parts.record)
    except tomllib.TOMLDecodeError:
        text = raw.decode("utf-8-sig")
        try:
            whole = parsed(text)
        except tomllib.TOMLDecodeError as fault:
            raise WrongFile([toml_problem(shown, text, fault)]) from None
        _Report(shown, raw, whole).stop(
            [((), sentence("below the marker line only blocks [[...]] may stand"), None)]
        )


def joined(host: Mapping[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    """Return both parts as one document; lists of tables go on from one to the other."""
    doc = dict(host)
    for name, value in record.items():
        if isinstance(value, list) and isinstance(doc.get(name), list):
            doc[name] = [*doc[name], *value]
        else:
            doc.setdefault(name, value)
    return doc


def told_of_marker(file: str) -> Sentence:
    """Return what the host should know about a marker line that is not between the parts."""
    return sentence(
        "The line # ======== RECORD in {file} was not between your part and the record: it is "
        "put back there when Rounds saves. The file as it was is kept in Rounds' own folder.",
        file=visible(file),
    )


class _Report:
    """Puts findings on their lines; the text is only searched when there is one."""

    def __init__(self, shown: str, raw: bytes, doc: Mapping[str, Any]) -> None:
        self.shown = shown
        self.raw = raw
        self.doc = doc

    @cached_property
    def text(self) -> str:
        return self.raw.decode("utf-8-sig", "replace")

    @cached_property
    def rows(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        return lines(self.text)

    def line(self, place: KeyPath) -> int:
        return line_of(self.lines, place)

    def problem(self, finding: Finding, found: dict[KeyPath, int]) -> FileError:
        place, message, hint = finding
        line, rows = line_of(found, place), self.rows
        said = (
            sentence("{place}: {fault}", place=shown_path(place), fault=message)
            if place
            else message
        )
        return FileError(
            self.shown, line, said, rows[line - 1] if line <= len(rows) else "", None, hint
        )

    def stop(self, *wrong: Iterable[Finding]) -> NoReturn:
        found = chain(*wrong)
        first = list(islice(found, ERRORS))
        wanted = [_present(self.doc, place) for place, _message, _hint in first]
        on = lines(self.text, wanted)
        problems = [self.problem(finding, on) for finding in first]
        raise WrongFile(problems, complete=next(found, None) is None)

    def stop_if_any(self, *wrong: Iterable[Finding]) -> None:
        found = chain(*wrong)
        if (first := next(found, None)) is not None:
            self.stop([first], found)


def _present(doc: Any, place: KeyPath) -> KeyPath:
    """Return the longest start of a place that leads to something in a document."""
    for depth, part in enumerate(place):
        there = (
            part in doc
            if isinstance(doc, Mapping)
            else isinstance(doc, list) and isinstance(part, int) and part < len(doc)
        )
        if not there:
            return place[:depth]
        doc = doc[part]
    return place


def _unknown(name: str, *, hints: bool) -> Finding:
    if name in Settings.model_fields:
        return (name,), sentence("not a setting here"), sentence("put it below the line [event]")
    hint = did_you_mean(name, ("event", "participants")) if hints else None
    return (name,), sentence("not a setting"), hint


def _misplaced(name: str) -> Finding:
    return (
        (name,),
        sentence("belongs to the record"),
        sentence(
            "the line # ======== RECORD belongs above the first entry of the record, and below "
            "all that is yours: move it there, and delete nothing"
        ),
    )


_BELOW: Finding = (
    ("event",),
    sentence("must not stand below the line # ======== RECORD"),
    sentence("move that line below all that is yours, and delete nothing"),
)


def _readable(doc: Mapping[str, Any]) -> ReadableParts:
    """Return whatever is right in a document that has errors, for the other checks."""
    people: list[tuple[KeyPath, Participant]] = []
    listed = doc.get("participants")
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        person = _mended(Participant, entry, {"name": f"?{number}"})
        if person is not None:
            people.append((("participants", number), person))
    walk_ins = doc.get("walk_ins")
    return ReadableParts(
        _mended(Settings, doc.get("event"), {"title": "?"}),
        people or _nobody_missing(),
        [
            walk_in
            for entry in (walk_ins if isinstance(walk_ins, list) else ())
            if (walk_in := _mended(WalkIn, entry, {})) is not None
        ],
    )


def _mended(kind: type[Readable], fields: Any, instead: dict[str, Any]) -> Readable | None:
    """Return a value without its wrong fields, None where that is not enough."""
    if not isinstance(fields, Mapping):
        return None
    try:
        return kind.checked(fields)
    except ValidationError as fault:
        errors = fault.errors(include_url=False, include_context=False, include_input=False)
        wrong = {error["loc"][0] for error in errors if error["loc"]}
    good = {name: value for name, value in fields.items() if name not in wrong}
    try:
        return kind.checked({**instead, **good})
    except ValidationError:
        return None


def _nobody_missing() -> list[tuple[KeyPath, Participant]]:
    """Return people enough that no missing ones are reported on top of other errors."""
    return [(("participants", n), Participant(name=f"?{n}")) for n in range(2)]


def _earlier_paths(doc: Mapping[str, Any], shown: str) -> list[tuple[KeyPath, str, Path]]:
    settings = doc.get("event")
    listed = settings.get("earlier_events") if isinstance(settings, Mapping) else None
    folder = Path(os.path.realpath(shown)).parent
    return [
        (("event", "earlier_events", number), name, folder / Path(name).expanduser())
        for number, name in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(name, str) and name.strip()
    ]


def _missing(doc: Mapping[str, Any], shown: str) -> list[Finding]:
    return [
        (
            place,
            sentence("there is no file {file}", file=visible(name)),
            sentence("the path starts in the folder of this file"),
        )
        for place, name, path in _earlier_paths(doc, shown)
        if not path.is_file()
    ]


def _earlier(settings: Settings, shown: str, report: _Report) -> tuple[Event, ...]:
    """Return the earlier events, oldest first; what they call earlier is not followed."""
    found: list[Event] = []
    wrong: list[Finding] = []
    for place, name, path in _earlier_paths(report.doc, shown):
        try:
            found.append(_alone(path))
        except InputError as fault:
            why = fault.problems[0].summary if isinstance(fault, WrongFile) else fault.sentence
            wrong.append(
                (
                    place,
                    sentence("{file} cannot be used", file=visible(name)),
                    sentence("{reason}", reason=why),
                )
            )
    if wrong:
        report.stop(wrong)
    if all(event.settings.date is not None for event in found):
        found.sort(key=lambda event: event.settings.date or settings.date)  # type: ignore[arg-type,return-value]
    return tuple(found)


def _alone(path: Path) -> Event:
    """Return an event without what it calls earlier events."""
    raw = read_bytes(path)
    host, record = documents(raw, split(raw), str(path))
    doc = joined(host, record)
    report = _Report(str(path), raw, doc)
    report.stop_if_any(too_many(doc))
    known = {name: value for name, value in doc.items() if name in _TABLES}
    try:
        event = Event.checked(known)
    except ValidationError as fault:
        report.stop(findings(fault, known))
    return without_twins(event)[0]
