"""The saver of the event, as the session sees it, and its latest report."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Protocol

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence


class EventSaver(Protocol):
    """Makes events durable: the store, or its substitute in a test."""

    def save(self, event: Event) -> int:
        """Take the newest event; return the ticket under which it will be reported saved."""

    def flush(self, timeout: float) -> bool:
        """Wait until everything is on the disk; return whether it is."""

    def close(self) -> object:
        """Release the file."""


class OutsideEdit(Protocol):
    """What somebody else wrote into the event file."""

    def apply_to(self, event: Event) -> Event:
        """Return an event with what was written."""

    def acknowledge(self) -> None:
        """Tell the saver that every event saved from now on contains the edit."""


class Saving(NamedTuple):
    """The last report of the saver: when everything was saved, or why it cannot be saved."""

    ticket: int = 0
    at: datetime | None = None
    unsaved: Sentence | None = None
