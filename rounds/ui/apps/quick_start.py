"""Makes the first picture quick: puts off what Python and its libraries need not do yet."""

from __future__ import annotations

import gc
import os


def prepare() -> None:
    """Call this first of all, before anything heavy is imported.

    Nearly everything that is made at the start stays, so collecting garbage rarely saves a
    tenth of the time. No plugin of pydantic is used, and looking for some would read the
    metadata of every installed package.
    """
    gc.set_threshold(100_000, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def settle_down() -> None:
    """Call this after the first picture: what exists now is never looked at again.

    So each collection is short, and none can be felt between a key and its picture.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
