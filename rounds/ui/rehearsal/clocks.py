"""The clocks of a rehearsal: the system's, hurried, and clocks that are set by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rounds import steady_clock
from rounds.domain.views.room import Room


@dataclass
class FastClocks:
    """The system's clocks, from now on `speed` times as fast."""

    speed: float
    steady_start: float = field(default_factory=steady_clock.steady)
    wall_start: datetime = field(default_factory=steady_clock.wall)

    def steady(self) -> float:
        """Return the seconds of the steady clock, hurried."""
        return self.steady_start + (steady_clock.steady() - self.steady_start) * self.speed

    def wall(self) -> datetime:
        """Return the time of day, hurried."""
        return self.wall_start + timedelta(seconds=self.steady() - self.steady_start)

    def unhurried(self, room: Room) -> Room:
        """Return the room with its moments moved to the system's clock, which other windows use."""
        ahead = self.steady() - steady_clock.steady()
        moments = {
            "ends_at": None if room.ends_at is None else room.ends_at - ahead,
            "begins_at": None if room.begins_at is None else room.begins_at - ahead,
            "page_chosen_at": room.page_chosen_at - ahead,
            "board_since": room.board_since - ahead,
        }
        return room.with_(**moments)


@dataclass
class SetClocks:
    """Clocks that stand still until they are set: `now` is in seconds since `start`."""

    start: datetime
    now: float = 0.0

    def steady(self) -> float:
        """Return the seconds since the start."""
        return self.now

    def wall(self) -> datetime:
        """Return the time of day."""
        return self.start + timedelta(seconds=self.now)
