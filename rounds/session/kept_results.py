"""What is worked out from several evenings, kept until the parts change from which it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rounds.domain.event import Event

Result = TypeVar("Result")


class KeptResult(Generic[Result]):
    """Gives what a function makes of some events, again only if one of their `fields` is new.

    What the host ticks off about a note changes neither who met whom nor any referral.
    """

    def __init__(
        self,
        make: Callable[[Sequence[Event]], Result],
        fields: Sequence[str],
        events: Callable[[], Sequence[Event]],
    ) -> None:
        self._make = make
        self._fields = fields
        self._events = events
        self._kept: tuple[list[object], Result] | None = None

    def get(self) -> Result:
        """Return the result for the events as they are now."""
        events = self._events()
        parts: list[object] = [getattr(each, name) for each in events for name in self._fields]
        if self._kept is None or not same(parts, self._kept[0]):
            self._kept = parts, self._make(events)
        return self._kept[1]


def same(one: Sequence[object], other: Sequence[object]) -> bool:
    """Return whether two lists hold the very same things."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
