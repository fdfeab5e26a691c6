"""Turns the bytes that a terminal sends into messages, limits what comes, and never goes deaf."""

from __future__ import annotations

import re
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


ESCAPE, ENTER = "\x1b", "\r"
_ALONE = re.compile(r"\x1b(?=[\r\x1b])")
"""An Escape that begins no function key."""


class Keyboard:
    """Decodes, limits and parses input; `new_parser` makes a parser that has read nothing yet.

    `escape` makes the message for the key Escape, which is also the beginning of all function
    keys. Enter right behind it is two keys: a parser would take them for Alt+Enter and drop the
    Escape. That Enter comes after a pause, when what Escape closes is gone.

    Bytes that are not UTF-8 and codes with a number out of all bounds come from a paste, a
    mouse, or a terminal with other settings. They are skipped.
    """

    def __init__(
        self, new_parser: Callable[[], InputParser], escape: Callable[[], Message]
    ) -> None:
        self._new_parser = new_parser
        self._escape = escape
        self._held_back = ""
        self._parser = new_parser()
        self._limiter = InputLimiter()
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def received(self, data: bytes, now: float) -> Iterator[Message]:
        """Yield what these bytes mean together with those before them; `now` is in seconds."""
        yield from self._parse(self._limiter.feed(self._decode(data), now))

    def nothing_followed(self) -> Iterator[Message]:
        """Yield what the bytes so far mean when the terminal has paused."""
        text = self._held_back + self._limiter.overdue()
        self._held_back = ""
        if text == ESCAPE:
            yield self._escape()
        else:
            yield from self._parse(text)

    def tick(self) -> Iterator[Message]:
        """Yield what is due by the time that has passed, such as a lone Escape."""
        yield from self._skipping_nonsense(self._parser.tick())

    def _parse(self, text: str) -> Iterator[Message]:
        text, self._held_back = self._held_back + text, ""
        while alone := _ALONE.search(text):
            yield from self._feed(text[: alone.start()])
            yield self._escape()
            text = text[alone.end() :]
            if text.startswith(ENTER):
                text, self._held_back = "", text
        if text.endswith(ESCAPE):
            text, self._held_back = text[:-1], ESCAPE
        yield from self._feed(text)

    def _feed(self, text: str) -> Iterator[Message]:
        if text:  # to a parser an empty text means the end
            yield from self._skipping_nonsense(self._parser.feed(text))

    def _skipping_nonsense(self, messages: Iterable[Message]) -> Iterator[Message]:
        try:
            yield from messages
        except (ValueError, OverflowError):
            self._parser = self._new_parser()
