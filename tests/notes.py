"""Notes for tests."""

from __future__ import annotations

from rounds.domain.event import Note
from tests.evenings import START


def a_note(by: str, about: str, **fields: object) -> Note:
    """Return a note of round 1."""
    return Note.checked({"round": 1, "by": by, "about": about, "at": START, **fields})
