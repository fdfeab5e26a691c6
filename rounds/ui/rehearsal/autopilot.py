"""A rehearsal: the whole evening at high speed, on a copy that never reaches the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rounds import steady_clock
from rounds.domain.event import Event
from rounds.domain.views.room import Room
from rounds.session.session import Session

LINGER = 5.0
"""Seconds (of the rehearsed evening) for which the end picture stays."""


@dataclass
class FastClocks:
    """The system's clocks, running `speed` times as fast from now on."""

    speed: float
    steady_start: float = field(default_factory=steady_clock.steady)
    wall_start: datetime = field(default_factory=steady_clock.wall)

    def steady(self) -> float:
        """Return the hurried seconds."""
        return self.steady_start + (steady_clock.steady() - self.steady_start) * self.speed

    def wall(self) -> datetime:
        """Return the hurried time of day."""
        return self.wall_start + timedelta(seconds=self.steady() - self.steady_start)

    def unhurried(self, room: Room) -> Room:
        """Return the room as a window on the system's own clock must be told of it right now."""
        ahead = self.steady() - steady_clock.steady()
        moments = {
            "ends_at": None if room.ends_at is None else room.ends_at - ahead,
            "begins_at": None if room.begins_at is None else room.begins_at - ahead,
            "page_chosen_at": room.page_chosen_at - ahead,
            "board_since": room.board_since - ahead,
        }
        return room.with_(**moments)


class NoDisk:
    """A saver that saves nothing: a rehearsal leaves the file alone."""

    def save(self, event: Event) -> int:
        """Take the event and forget it."""
        return 0

    def flush(self, timeout: float) -> bool:
        """There is nothing to wait for."""
        return True

    def close(self) -> None:
        """There is nothing to give back."""


@dataclass
class Autopilot:
    """Presses the host's keys: everybody comes, every step is taken when its time is over.

    `linger` is for how long (in the session's seconds) the lobby and the closing stay.
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
            case "move" | "break" if session.state.remaining() <= 0:
                session.steps.next()
            case "talk" if session.state.scene == "end" and session.state.remaining() <= -LINGER:
                session.steps.next()
            case "closing":
                return stayed >= self.linger
        return False


def blank(event: Event) -> Event:
    """Return the evening before its doors open: the roster and the rules without the record."""
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
