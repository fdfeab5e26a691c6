"""Finding and replacing one entry of the record, also after the file was read again."""

from __future__ import annotations

from typing import Any

from rounds.domain.errors import RuleError
from rounds.domain.event import Event
from rounds.domain.identity import identity


def current(event: Event, kind: str, entry: Any) -> Any:
    """Return an entry as it is in the event now; `RuleError` if it is not there any more."""
    return getattr(event, kind)[_place(event, kind, entry)]


def replaced(event: Event, kind: str, entry: Any, **changes: Any) -> Event:
    """Return the event with some fields of one entry changed; `RuleError` if it is not there."""
    place = _place(event, kind, entry)
    entries = getattr(event, kind)
    new = entries[place].with_(**changes)
    return event.with_(**{kind: (*entries[:place], new, *entries[place + 1 :])})


def _place(event: Event, kind: str, entry: Any) -> int:
    entries = getattr(event, kind)
    wanted = identity(kind, entry)
    alike = [place for place, other in enumerate(entries) if identity(kind, other) == wanted]
    same = [place for place in alike if entries[place] == entry]
    if not alike:
        raise RuleError("This entry is not in the file any more. Open the file again.")
    return (same or alike)[0]
