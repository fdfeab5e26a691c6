"""An event file with another record; the host's part stays as it is, byte for byte."""

from __future__ import annotations

from rounds.domain.event import Event
from rounds.store.format.entries import EntryCache, lay_out_blocks
from rounds.store.format.parts import compose
from rounds.store.reading.interpret import Loaded


def with_event(loaded: Loaded, event: Event) -> bytes:
    """Return the file with the record of this event, and what another version wrote there."""
    entries = EntryCache().entries_of(event).values()
    record = "".join(entry.text for entry in entries) + lay_out_blocks(loaded.carried)
    return with_record(loaded, record)


def with_record(loaded: Loaded, record: str) -> bytes:
    """Return the file with this text as its record."""
    return compose(loaded.parts, record.removesuffix("\n"), loaded.event.settings.language or "en")
