"""A name as the host types it, perhaps with its reading and its side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rounds.text.fold import fold

_SLASH = re.compile(r"[/\uff0f]")
_KANA = r"([\u3041-\u3096\u30a1-\u30fc\uff66-\uff9f\s]+)"
_WITH_READING = re.compile(rf"(.+?)\s*(?:[/\uff0f]{_KANA}|[(\uff08]{_KANA}[)\uff09])\s*")


def name_and_reading(line: str) -> tuple[str, str]:
    """Return the name and its reading: kana after a slash or in brackets, "" without them."""
    found = _WITH_READING.fullmatch(line)
    if found is None:
        return line.strip(), ""
    name, after_slash, in_brackets = found.groups()
    return name, (after_slash or in_brackets).strip()


def name_reading_and_side(line: str, sides: Sequence[str] | None) -> tuple[str, str, str]:
    """Return the name, the reading and the side; "" for a reading or a side that is missing.

    A side comes last, after a slash, in any spelling; other words there belong to the name.
    """
    *before, last = _SLASH.split(line)
    side = next((name for name in sides or () if fold(name) == fold(last)), "")
    if not before or not side:
        return (*name_and_reading(line), "")
    rest = line[: len(line) - len(last)].rstrip("/\uff0f \u3000")
    return (*name_and_reading(rest), side)
