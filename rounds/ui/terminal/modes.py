"""The modes of the terminal that the program was started in, and whether it may use it now."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

if sys.platform != "win32":
    import termios

Modes = list[object]


def current_modes() -> Modes | None:
    """Return the modes of the terminal, None where there is none."""
    if sys.platform == "win32":
        return None
    try:
        return termios.tcgetattr(sys.__stdin__)  # type: ignore[arg-type]
    except (OSError, ValueError, TypeError, AttributeError, termios.error):
        return None


def restore_modes(modes: Modes | None) -> None:
    """Give the terminal the modes that it had, as far as it can still take them."""
    if sys.platform != "win32" and modes is not None:
        with suppress(OSError, termios.error):
            termios.tcsetattr(sys.__stdin__, termios.TCSANOW, modes)  # type: ignore[arg-type]


def in_foreground() -> bool:
    """Return whether we may write to the terminal, unlike a job in the background."""
    try:
        return os.tcgetpgrp(sys.__stdin__.fileno()) == os.getpgrp()  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        return True
