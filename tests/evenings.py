"""Evenings for tests: an event of any size, a keeper in memory, clocks that are numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.evening import rounds as evening
from rounds.domain.event import Event, Round
from rounds.session.clocks import Clocks
from rounds.session.session import Session

START = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)


@dataclass
class Hands:
    """The clocks of a test: `now` moves only when the test moves it."""

    now: float = 1000.0
    wall_shift: float = 0.0

    def steady(self) -> float:
        return self.now

    def wall(self) -> datetime:
        return START + timedelta(seconds=self.now - 1000.0 + self.wall_shift)

    def move(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class MemoryKeeper:
    """Takes every event and remembers it."""

    kept: list[Event] = field(default_factory=list)
    closed: bool = False

    def save(self, event: Event) -> int:
        self.kept.append(event)
        return len(self.kept)

    def flush(self, timeout: float) -> bool:
        return True

    def close(self) -> None:
        self.closed = True


@dataclass
class Edited:
    """An edit of the event file: what it does to an event, and whether it was acknowledged."""

    change: Callable[[Event], Event] = lambda event: event
    acknowledged: bool = False

    def apply_to(self, event: Event) -> Event:
        return self.change(event)

    def acknowledge(self) -> None:
        self.acknowledged = True


def an_event(people: int = 6, **settings: Any) -> Event:
    """Return an event of so many participants named Person 01, Person 02 …"""
    industries = ["finance", "software", "health", "legal", "retail"]
    return Event.checked(
        {
            "event": {"title": "Test Mixer", "rounds": min(3, people - 1), "seed": 1, **settings},
            "participants": [
                {
                    "name": f"Person {number:02d}",
                    "company": f"Company {number:02d}",
                    "industry": industries[number % len(industries)],
                }
                for number in range(1, people + 1)
            ],
        }
    )


def a_running_round() -> Event:
    """Return an event of seven whose first round runs: two pairings, Person 05 rests."""
    round_ = Round.checked(
        {
            "number": 1,
            "pairings": [
                {"table": 1, "people": ["Person 01", "Person 02"]},
                {"table": 2, "people": ["Person 03", "Person 04"]},
            ],
            "resting": ["Person 05"],
        }
    )
    return evening.begin_round(an_event(7).with_(plan=(round_,)), 1, START)


def a_session(event: Event | None = None, hands: Hands | None = None, **options: Any) -> Session:
    """Return a session on clocks that stand still."""
    hands = hands or Hands()
    options.setdefault("planner", PlannerAtOnce())
    return Session(event or an_event(), MemoryKeeper(), Clocks(hands.steady, hands.wall), **options)
