"""Errors that the host can fix are shown in one line of a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rounds.domain.errors import RoundsError
from rounds.i18n import say


@contextmanager
def told_errors(
    tell: Callable[[str], None], in_words: Callable[[RoundsError], str] = say
) -> Iterator[None]:
    """Tell the host of an error that the host can fix, instead of failing."""
    try:
        yield
    except RoundsError as error:
        tell(in_words(error))
