"""How often Python looks for garbage: rarely while the program starts, then often and briefly."""

from __future__ import annotations

import gc


def collect_rarely() -> None:
    """Call this first of all: nearly everything that is made at the start stays.

    It saves a tenth of the time to the first picture.
    """
    gc.set_threshold(100_000, 50, 50)


def collect_what_is_new() -> None:
    """Call this after the first picture: what exists now is never looked at again.

    So each collection is short, and none can be felt between a key and its picture.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
