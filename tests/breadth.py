"""How much of the same the everyday tests try; `.ci/run` tries all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def daily(count: int, values: Iterable[Any]) -> list[Any]:
    """Return values for `parametrize`: the first ones are tried every day, the others are wide.

    A tuple is the values of several arguments.
    """
    return [
        value if at < count else pytest.param(*_arguments(value), marks=pytest.mark.wide)
        for at, value in enumerate(values)
    ]


def _arguments(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
