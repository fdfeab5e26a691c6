"""Names of files that every system accepts, whatever people are called."""

from __future__ import annotations

import unicodedata

from rounds.text.safe import one_line

_MOST_BYTES = 120
_FORBIDDEN = frozenset('<>:"/\\|?*%')


def file_stem(number: int, name: str) -> str:
    """Return the name of somebody's files without its ending: the number, then the name.

    The number makes it the only one, and no word that Windows keeps for itself.
    """
    plain = unicodedata.normalize("NFC", one_line(name))
    kept = "".join(" " if c in _FORBIDDEN or c.isspace() else c for c in plain if c.isprintable())
    words = "-".join(kept.split()).strip(".-")
    while len(words.encode("utf-8")) > _MOST_BYTES:
        words = words[:-1]
    return f"{number:02}-{words}".rstrip(".-")
