"""The join code of an evening, the same on paper the day before and on the screen."""

from __future__ import annotations

from rounds.store.state.phones_file import KeptPhones, PhonesFile
from rounds.web.access.join_code import is_code, new_code


def kept_phones(file: PhonesFile) -> KeptPhones:
    """Return what was kept about an evening's phones; the first time a new code is made and kept.

    Raises `OSError` where it cannot be kept.
    """
    kept = file.read()
    if kept is None or not is_code(kept.code):
        kept = KeptPhones(new_code(), True, {})
        file.write(kept)
    return kept
