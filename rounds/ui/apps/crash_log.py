"""An app whose failures go into a log: not onto the projector, and without anybody's notes."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from rounds.store.state.crash_log import log_crash
from rounds.ui.terminal.textual_internals import InspectableApp

Result = TypeVar("Result")


class CrashLogApp(InspectableApp[Result]):
    """An app whose traceback goes into a private log; `crash_log` says where it is."""

    crashed = False
    crash_log: Path | None = None

    def fail(self) -> None:
        """Log the failure and end (Textual would print all local values)."""
        self.log_failure(self.fault)
        super().fail()

    def log_failure(self, fault: BaseException | None) -> None:
        """Write an unhandled exception to the log."""
        self.crashed = True
        if fault is not None:
            self.crash_log = log_crash(fault)
