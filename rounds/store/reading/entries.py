"""Reading the blocks of a record as entries, leaving out those that are wrong."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from pydantic import ValidationError

from rounds.domain.event import Event


def read_entries(kind: str, blocks: list[Any]) -> tuple[list[Any], bool]:
    """Return the entries of one kind that can be read, and whether these are all."""
    try:
        return _checked(kind, blocks), True
    except ValidationError:
        found: list[Any] = []
    for block in blocks:
        with suppress(ValidationError):
            found += _checked(kind, [block])
    return found, False


def _checked(kind: str, blocks: list[Any]) -> list[Any]:
    return [*getattr(Event.checked({"event": {"title": "-"}, kind: blocks}), kind)]
