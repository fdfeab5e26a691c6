"""Whether this is the first evening that this user runs."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path


def _marker() -> Path:
    return user_state_path("rounds", ensure_exists=False) / "welcomed"


def welcome_needed() -> bool:
    """Return whether the guidance of the first start has not been seen yet."""
    return not _marker().exists()


def welcomed() -> None:
    """Remember that it has been seen; a disk that refuses shows it again next time."""
    with suppress(OSError):
        _marker().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _marker().touch(mode=0o600)
