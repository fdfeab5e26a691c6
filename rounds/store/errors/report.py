"""The report on a file that cannot be used: every finding on its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, islice
from typing import Any, NoReturn

from rounds.domain.sentence import sentence
from rounds.store.errors.file_error import FileError, WrongFile
from rounds.store.errors.finding import LOOKED_AT, Finding, KeyPath, shown_place
from rounds.store.errors.positions import line_of, lines


class Report:
    """Puts findings on the lines of a file, whose text is searched only when there are some.

    `shown` is how the host named the file, `doc` what it means as TOML.
    """

    def __init__(self, shown: str, raw: bytes, doc: Mapping[str, Any]) -> None:
        self.shown = shown
        self.doc = doc
        self._raw = raw

    def line(self, place: KeyPath) -> int:
        """Return the line of a value, counted from 1."""
        return line_of(self._lines, place)

    def stop(self, *findings: Iterable[Finding]) -> NoReturn:
        """Raise `WrongFile` with these findings; of very many only the first are looked at."""
        found = chain(*findings)
        first = list(islice(found, LOOKED_AT))
        places = lines(self._text, [_known_part(self.doc, place) for place, *_ in first])
        problems = [self._problem(finding, line_of(places, finding[0])) for finding in first]
        raise WrongFile(problems, complete=next(found, None) is None)

    def stop_if_any(self, *findings: Iterable[Finding]) -> None:
        """Raise `WrongFile` if there is any finding."""
        found = chain(*findings)
        if (first := next(found, None)) is not None:
            self.stop([first], found)

    def _problem(self, finding: Finding, line: int) -> FileError:
        place, fault, hint = finding
        message = fault
        if place:
            message = sentence("{place}: {fault}", place=shown_place(place), fault=fault)
        row = self._rows[line - 1] if line <= len(self._rows) else ""
        return FileError(self.shown, line, message, row, None, hint)

    @cached_property
    def _text(self) -> str:
        return self._raw.decode("utf-8-sig", "replace")

    @cached_property
    def _rows(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        return lines(self._text)


def _known_part(doc: Any, place: KeyPath) -> KeyPath:
    """Return the longest start of a place that leads to something in a document."""
    for depth, part in enumerate(place):
        if isinstance(doc, Mapping):
            there = part in doc
        else:
            there = isinstance(doc, list) and isinstance(part, int) and part < len(doc)
        if not there:
            return place[:depth]
        doc = doc[part]
    return place
