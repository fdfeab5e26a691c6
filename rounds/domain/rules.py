"""What else must be true of a value than its type: the metadata of annotations.

    RoundNumber = Annotated[int, Between(1, 40)]

A rule is called with a value and returns it, or raises `Invalid` with a sentence for the host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rounds.domain.invalid import Invalid
from rounds.domain.sentence import Sentence, sentence


@dataclass(frozen=True)
class Between:
    """A number from `least` to `most`; `below` and `above` tell a host why."""

    least: float
    most: float | None = None
    below: Sentence | None = None
    above: Sentence | None = None

    def __call__(self, number: Any) -> Any:
        """Return the number."""
        if number < self.least:
            raise Invalid.value(sentence("must be {ge} or more", ge=f"{self.least:g}"), self.below)
        if self.most is not None and number > self.most:
            raise Invalid.value(sentence("must be {le} or less", le=f"{self.most:g}"), self.above)
        return number


@dataclass(frozen=True)
class Line:
    """A line of text, without blanks around it."""

    empty: bool = True
    longest: int = 10_000

    def __call__(self, text: str) -> str:
        """Return the text stripped."""
        text = text.strip()
        if not (text or self.empty):
            raise Invalid.value(sentence("must not be empty"))
        if len(text) > self.longest:
            raise Invalid.value(
                sentence("is too long: at most {max_length} characters", max_length=self.longest)
            )
        return text


@dataclass(frozen=True)
class Matching:
    """A text of a certain form; `said` tells which."""

    pattern: str
    said: Sentence

    def __call__(self, text: str) -> str:
        """Return the text."""
        if not re.fullmatch(self.pattern, text):
            raise Invalid.value(self.said)
        return text


@dataclass(frozen=True)
class Length:
    """A list of so many entries; `said` tells how many."""

    least: int
    most: int
    said: Sentence

    def __call__(self, entries: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return the entries."""
        if not self.least <= len(entries) <= self.most:
            raise Invalid.value(self.said)
        return entries


@dataclass(frozen=True)
class Otherwise:
    """What is said in other words where the data is of another kind."""

    said: Sentence
    hint: Sentence | None = None
