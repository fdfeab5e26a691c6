"""A change of a file that begins again when another program saves the file in between."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import Changed
from rounds.text.safe import source_line

Result = TypeVar("Result")

PAUSE = 0.3
"""Seconds after which a file that was saved by another program is looked at again."""

_ATTEMPTS = 10


def undisturbed(file: str | os.PathLike[str], attempt: Callable[[], Result]) -> Result:
    """Return what `attempt` returns, which raises `Changed` if another program saved the file.

    It then begins again with what was saved; `StoreError` if the other program does not stop.
    """
    for _attempt in range(_ATTEMPTS):
        try:
            return attempt()
        except Changed:
            time.sleep(PAUSE)
    raise StoreError(
        "{file} is being written by another program. Close it there first.",
        file=source_line(Path(file).name),
    )
