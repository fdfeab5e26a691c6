"""A terminal that cannot show every name is refused before doors, in words that it can show."""

from __future__ import annotations

import io
import sys

import pytest

from rounds.i18n import say
from rounds.ui.terminal.character_set import not_utf8
from tests.terminal import Terminal


def terminal(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf_8"])
def test_a_terminal_set_to_utf_8_shows_everything(encoding: str) -> None:
    assert not_utf8(terminal(encoding)) is None


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "euc-jp", "shift_jis", "cp437"])
def test_any_other_terminal_is_told_what_to_do_in_letters_that_it_has(
    english: None, encoding: str
) -> None:
    refusal = not_utf8(terminal(encoding))

    assert refusal is not None
    assert say(refusal).isascii()
    assert "export LC_ALL=C.UTF-8" in say(refusal)


@pytest.mark.terminal
def test_no_evening_begins_whose_names_would_be_garbled() -> None:
    command = [sys.executable, "-m", "rounds", "--lang", "ja", "demo"]
    with Terminal(command, environment={"PYTHONIOENCODING": "euc-jp"}) as window:
        window.wait_for("set to euc", "UTF-8")
        window.read_to_the_end()

    assert window.status == 2
