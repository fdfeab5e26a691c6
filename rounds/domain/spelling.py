"""A name as the host types it, with its reading where there is one."""

from __future__ import annotations

import re

_KANA = r"([\u3041-\u3096\u30a1-\u30fc\uff66-\uff9f\s]+)"
_WITH_READING = re.compile(rf"(.+?)\s*(?:[/\uff0f]{_KANA}|[(\uff08]{_KANA}[)\uff09])\s*")


def name_and_reading(line: str) -> tuple[str, str]:
    """Return the name and what follows it after a slash or in brackets, if that is all kana."""
    found = _WITH_READING.fullmatch(line)
    if found is None:
        return line.strip(), ""
    name, after_slash, in_brackets = found.groups()
    return name, (after_slash or in_brackets).strip()
