"""The place of a TOML error, as each version of Python tells it."""

from __future__ import annotations

import tomllib

import pytest

from rounds.store.errors.toml_errors import place_of


class NewerError(tomllib.TOMLDecodeError):
    """An error as Python 3.14 raises it."""

    lineno = 7
    colno = 3


def test_the_place_is_read_from_the_message() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as fault:
        tomllib.loads("a = 1\nb = x")

    assert place_of(fault.value) == (2, 5)


def test_the_attributes_of_a_newer_python_are_used() -> None:
    assert place_of(NewerError("wrong (at line 1, column 1)")) == (7, 3)


def test_the_end_of_the_text_is_no_place() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as fault:
        tomllib.loads("a = [1,")

    assert place_of(fault.value) is None
    assert place_of(NewerError("Unclosed array (at end of document)")) is None
