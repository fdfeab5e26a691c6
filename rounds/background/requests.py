"""What the program and its worker tell each other, pickled, one after the other.

Both ends belong to one program and one person, over pipes that nobody else can open.
"""

from __future__ import annotations

from typing import NamedTuple

from rounds.domain.event import Event
from rounds.domain.planner.result import Plan


class Request(NamedTuple):
    """Plan for this event, and give up all requests before (see `plans` for `settled`)."""

    number: int
    event: Event
    settled: bool


class Answer(NamedTuple):
    """A plan for the request with this number; None is a sign of life while it is worked on."""

    number: int
    plan: Plan | None = None
