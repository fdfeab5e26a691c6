"""Turns the bytes that a terminal sends into messages, limits what comes, and never goes deaf."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from textual.message import Message

from rounds.ui.terminal.input_limiter import InputLimiter


class InputParser(Protocol):
    """What finds keys, clicks and pastes in the text that a terminal sends."""

    def feed(self, data: str, /) -> Iterable[Message]:
        """Return what the text means together with the text before it."""

    def tick(self) -> Iterable[Message]:
        """Return what is due by the time that has passed."""


class Keyboard:
    """Decodes, limits and parses input; `new_parser` makes a parser that has read nothing yet.

    Bytes that are not UTF-8 and codes with a number out of all bounds come from a paste, a
    mouse, or a terminal with other settings. They are skipped.
    """

    def __init__(self, new_parser: Callable[[], InputParser]) -> None:
        self._new_parser = new_parser
        self._parser = new_parser()
        self._limiter = InputLimiter()
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def received(self, data: bytes, now: float) -> Iterator[Message]:
        """Yield what these bytes mean together with those before them; `now` is in seconds."""
        yield from self._parse(self._limiter.feed(self._decode(data), now))

    def nothing_followed(self) -> Iterator[Message]:
        """Yield what the bytes so far mean when the terminal has paused."""
        yield from self._parse(self._limiter.overdue())

    def tick(self) -> Iterator[Message]:
        """Yield what is due by the time that has passed, such as a lone Escape."""
        yield from self._skipping_nonsense(self._parser.tick())

    def _parse(self, text: str) -> Iterator[Message]:
        if text:  # to a parser an empty text means the end
            yield from self._skipping_nonsense(self._parser.feed(text))

    def _skipping_nonsense(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except (ValueError, OverflowError):
            self._parser = self._new_parser()
