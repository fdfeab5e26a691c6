"""What is wrong with data that is no value, and where: sentences for the host."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rounds.domain.sentence import Sentence

Place = tuple[str | int, ...]
"""The keys and the positions (from 0) that lead to a value."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where, what, and perhaps what to do.

    `kind` is "type" where the data is of another kind altogether, "missing" or "unknown" for
    a key, and "value" where the kind is right.
    """

    place: Place
    kind: Literal["type", "value", "missing", "unknown"]
    said: Sentence
    hint: Sentence | None = None


class Invalid(ValueError):
    """Data that is no value of a type; `faults` are all that were found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*(f"{fault.place}: {fault.said}" for fault in self.faults))

    @classmethod
    def type(cls, said: Sentence, hint: Sentence | None = None) -> Invalid:
        """Return the fault of data of another kind."""
        return cls([Fault((), "type", said, hint)])

    @classmethod
    def value(cls, said: Sentence, hint: Sentence | None = None) -> Invalid:
        """Return the fault of a value of the right kind."""
        return cls([Fault((), "value", said, hint)])

    def inside(self, key: str | int) -> tuple[Fault, ...]:
        """Return the faults as they are seen from one level further out."""
        return tuple(
            Fault((key, *each.place), each.kind, each.said, each.hint) for each in self.faults
        )
