"""The names on a roster: put together, without honorifics, found in any spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rounds.text.fold import fold

_HONORIFIC = re.compile(r"(.*\S)(?:\s*様|\s+(?:さま|殿)|(?<=\S\S)(?:さま|殿))")


def full_name(values: dict[str, str]) -> str:
    """Return the name in a row's values, put together if its parts have columns of their own."""
    if "name" in values:
        return values["name"]
    family, given = values.get("family", ""), values.get("given", "")
    parts = [family, given] if _eastern(family + given) else [given, family]
    return " ".join(part for part in parts if part)


def without_honorific(name: str) -> str:
    """Return a name without a final 様, さま or 殿; a screen adds its own さん."""
    found = _HONORIFIC.fullmatch(name)
    return found[1] if found and len(found[1]) > 1 else name


def _eastern(text: str) -> bool:
    return any(unicodedata.east_asian_width(c) == "W" for c in text)


class KnownNames:
    """The people of a roster, found by name or id as it is written, else in any spelling."""

    def __init__(self, people: Iterable[tuple[str, str | None]]) -> None:
        """Take the name and the id, if any, of every person.

        Whoever has an id is known to the event file by it, unless several people share the name.
        """
        keys: dict[str, set[str]] = {}
        for name, own_id in people:
            for called in (name, own_id or name):
                keys.setdefault(called, set()).add(own_id or name)
        self._keys = {
            called: found.copy().pop() if len(found) == 1 else called
            for called, found in keys.items()
        }
        self._folded = {fold(called): key for called, key in self._keys.items()}

    def find(self, wanted: str) -> str | None:
        """Return how the event file calls the person who is meant, or None."""
        if wanted in self._keys:
            return self._keys[wanted]
        bare = without_honorific(wanted)
        return self._folded.get(fold(wanted)) or self._folded.get(fold(bare))
