"""Apps that fail loudly, but neither over the projector nor with anybody's notes."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from rounds.store.state.crash_log import log_crash
from rounds.ui.textual_internals import OpenApp

Result = TypeVar("Result")


class CrashLogApp(OpenApp[Result]):
    """An app whose traceback goes into a private log; `crash_log` says where it is."""

    crashed = False
    crash_log: Path | None = None

    def fail(self) -> None:
        """Write the failure down and end (Textual would print all local values)."""
        self.failed(self.fault)
        super().fail()

    def failed(self, fault: BaseException | None) -> None:
        """Write a fault of the program down."""
        self.crashed = True
        if fault is not None:
            self.crash_log = log_crash(fault)
