"""What the program and its worker tell each other, pickled, one after the other.

Both ends belong to one program and one person, over pipes that nobody else can open.
"""

from __future__ import annotations

from dataclasses import dataclass

from rounds.domain.event import Event
from rounds.domain.planner.result import Plan


@dataclass(frozen=True)
class Request:
    """Plan for this event, and give up all requests before (see `plans` for `settled`)."""

    number: int
    event: Event
    settled: bool


@dataclass(frozen=True)
class Answer:
    """A plan for the request with this number; None is a sign of life while it is worked on."""

    number: int
    plan: Plan | None = None
