"""The log of crashes: a private file that holds nothing from anybody's notes."""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path

from rounds.store.state.paths import PRIVATE, private_folder, state_folder


def log_crash(error: BaseException) -> Path | None:
    """Append the traceback (without values) to the log; return where it is, None if refused."""
    file = state_folder() / "crash.log"
    try:
        private_folder(file.parent)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"--- {datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}\n")
            # The message of an exception may quote a note, so only its type is written.
            log.writelines(traceback.format_tb(error.__traceback__))
            log.write(f"{type(error).__name__}\n")
    except OSError:
        return None
    return file
