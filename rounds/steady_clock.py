"""A clock that goes on while the laptop sleeps, and the wall clock beside it.

`time.monotonic` stands still during sleep on Linux and macOS, so a deadline on it would be
late by the time the lid was closed. All processes of one machine share this clock's readings.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime


def steady() -> float:
    """Return seconds of a clock that never jumps and counts sleep where the system offers one."""
    if hasattr(time, "CLOCK_BOOTTIME"):  # Linux
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()  # Windows: goes on in sleep


def wall() -> datetime:
    """Return the time of day with its offset."""
    return datetime.now().astimezone()
