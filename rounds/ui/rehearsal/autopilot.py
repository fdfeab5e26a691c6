"""Presses the host's keys for a whole evening, on a copy of the event that is never saved."""

from __future__ import annotations

from dataclasses import dataclass

from rounds.domain.event import Event
from rounds.session.session import Session

LINGER = 5.0
"""Seconds (of the rehearsed evening) for which the end picture stays."""


class NoDisk:
    """A saver that saves nothing: a rehearsal leaves the file alone."""

    def save(self, event: Event) -> int:
        """Discard the event."""
        return 0

    def flush(self, timeout: float) -> bool:
        """Return at once: there is nothing to wait for."""
        return True

    def close(self) -> None:
        """Do nothing: no file is open."""


@dataclass
class Autopilot:
    """Runs an evening to which everybody comes; every step is taken when its time is over.

    `linger` is how long the lobby and the closing stay, in the session's seconds.
    """

    linger: float
    _since: tuple[str, int, float] = ("", 0, 0.0)

    def __call__(self, session: Session) -> bool:
        """Do what is due; return whether the evening is over."""
        now, run = session.clocks.steady(), session.run
        if self._since[:2] != (run.phase, run.round):
            self._since = (run.phase, run.round, now)
        stayed = now - self._since[2]
        match run.phase:
            case "lobby" if stayed >= self.linger:
                session.people.check_in_all()
                session.steps.next()
            case "introductions" | "move" | "break" if session.state.remaining() <= 0:
                session.steps.next()
            case "talk" if session.state.scene == "end" and session.state.remaining() <= -LINGER:
                session.steps.next()
            case "closing":
                return stayed >= self.linger
        return False


def without_record(event: Event) -> Event:
    """Return the event as it is before doors open: roster and settings without the record."""
    return event.with_(
        walk_ins=(),
        attendance=(),
        pins=(),
        changes=(),
        plan=(),
        rounds=(),
        clock=(),
        notes=(),
    )
