"""Whether this is the first evening that this user runs."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from rounds.store.state.paths import PRIVATE, private_folder, state_folder


def _marker() -> Path:
    return state_folder() / "welcomed"


def welcome_needed() -> bool:
    """Return whether the welcome of the first start has not been shown yet."""
    return not os.path.exists(_marker())


def welcomed() -> None:
    """Remember that it has been shown; if the disk refuses, it is shown again next time."""
    with suppress(OSError):
        private_folder(state_folder())
        _marker().touch(mode=PRIVATE)
