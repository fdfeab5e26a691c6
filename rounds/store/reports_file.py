"""The private file with what participants told the host in confidence, over all evenings.

Only the host can read it. A new report is added at the end and durable before it counts as saved,
whatever state the file is in; everything else in the file stays as it is.
"""

from __future__ import annotations

import os
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from platformdirs import user_data_path
from pydantic import ValidationError

from rounds.domain.errors import StoreError
from rounds.domain.people.private_reports import PrivateReport
from rounds.store.disk.atomic import stamp_of, write_whole
from rounds.store.disk.lock import Lock
from rounds.store.disk.os_errors import cannot_be_written, reason, remedy
from rounds.store.disk.undisturbed import undisturbed
from rounds.store.errors.file_error import WrongFile
from rounds.store.errors.report import Report
from rounds.store.errors.toml_errors import encoding_problem, toml_problem
from rounds.store.errors.value_errors import findings
from rounds.store.format.entries import as_data, block, lay_out_blocks
from rounds.store.format.parts import read_toml
from rounds.store.reading.limits import LARGEST
from rounds.store.state.paths import PRIVATE, private_folder
from rounds.text.safe import source_line

KIND = "reports"
HEADING = b"# What participants told you in confidence. Rounds keeps it; show it to nobody.\n\n"
_ATTEMPTS = 20
_PAUSE = 0.05

Change = Callable[[Sequence[PrivateReport]], tuple[PrivateReport, ...]]


class ReportsFile:
    """The reports of this computer's user; without a `folder`, in the user's own data folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or user_data_path("rounds")) / "reports.toml"

    def read(self) -> tuple[PrivateReport, ...]:
        """Return all reports, oldest first; `WrongFile` names the lines that are wrong."""
        return self._reports(self._raw())

    def stamp(self) -> object:
        """Return the state of the file without reading it: another one after every change."""
        return stamp_of(self.path)

    def add(self, report: PrivateReport) -> None:
        """Add a report; it is durable afterwards. Raises `StoreError`."""
        new = block(KIND, as_data(KIND, report)).encode()
        self._write(lambda raw: (raw.rstrip() + b"\n\n" if raw.strip() else HEADING) + new)

    def change(self, change: Change) -> tuple[PrivateReport, ...]:
        """Change the reports as they are in the file now; return them once that is durable.

        Raises `StoreError`, `WrongFile`, and whatever the change raises.
        """
        kept: tuple[PrivateReport, ...] = ()

        def changed(raw: bytes) -> bytes:
            nonlocal kept
            kept = change(self._reports(raw))
            others = {name: value for name, value in read_toml(raw).items() if name != KIND}
            blocks = "".join(block(KIND, as_data(KIND, each)) for each in kept)
            return HEADING + (blocks + lay_out_blocks(others)).encode()

        self._write(changed)
        return kept

    def _raw(self) -> bytes:
        try:
            with self.path.open("rb") as file:
                return file.read(LARGEST)
        except FileNotFoundError:
            return b""
        except OSError as fault:
            raise StoreError(
                "{file} cannot be read: {reason}. {remedy}",
                file=source_line(str(self.path)),
                reason=reason(fault),
                remedy=remedy(fault),
            ) from fault

    def _reports(self, raw: bytes) -> tuple[PrivateReport, ...]:
        shown = str(self.path)
        if wrong := encoding_problem(shown, raw):
            raise WrongFile([wrong])
        try:
            doc = read_toml(raw)
        except tomllib.TOMLDecodeError as fault:
            text = raw.decode("utf-8-sig")
            raise WrongFile([toml_problem(shown, text, fault)]) from None
        found: list[PrivateReport] = []
        report = Report(shown, raw, doc)
        blocks = doc.get(KIND, [])
        for number, fields in enumerate(blocks if isinstance(blocks, list) else [blocks]):
            try:
                found.append(PrivateReport.checked(fields))
            except ValidationError as fault:
                report.stop(
                    ((KIND, number, *place), said, hint)
                    for place, said, hint in findings(fault, fields)
                )
        return tuple(found)

    def _write(self, change: Callable[[bytes], bytes]) -> None:
        try:
            private_folder(self.path.parent)
            with self._lock():
                undisturbed(self.path, lambda: self._replace(change))
        except OSError as fault:
            raise cannot_be_written(source_line(str(self.path)), fault) from fault

    def _replace(self, change: Callable[[bytes], bytes]) -> None:
        stamp = stamp_of(self.path)
        raw = change(self._raw())
        write_whole(self.path, raw, force=True, expect=stamp, mode=PRIVATE)
        os.chmod(self.path, PRIVATE)

    def _lock(self) -> Lock:
        """Return the lock; another window holds it only as long as it writes."""
        for _attempt in range(_ATTEMPTS):
            try:
                return Lock(self.path)
            except StoreError:
                time.sleep(_PAUSE)
        return Lock(self.path)
