"""Escape, and what a hand presses right behind it: no key is lost and none becomes another."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from rounds.ui.terminal.keyboard import Keyboard


def a_keyboard() -> Keyboard:
    return Keyboard(lambda: XTermParser(False), lambda: events.Key("escape", "\x1b"))


def pressed(keyboard: Keyboard, *reads: bytes) -> list[str]:
    """Return the keys that come of what was read, then of a pause."""
    came: list[Message] = []
    for at, data in enumerate(reads):
        came += keyboard.received(data, at / 100)
    came += keyboard.nothing_followed()
    came += keyboard.nothing_followed()
    return [message.key for message in came if isinstance(message, events.Key)]


@pytest.mark.parametrize(
    ("reads", "keys"),
    [
        ([b"\x1b"], ["escape"]),
        ([b"\x1b\r"], ["escape", "enter"]),
        ([b"\x1b", b"\r"], ["escape", "enter"]),
        ([b"ab\x1b", b"\r", b"c"], ["a", "b", "escape", "enter", "c"]),
        ([b"\x1b\r\x1b\r"], ["escape", "enter", "escape", "enter"]),
        ([b"\x1b[A"], ["up"]),
        ([b"\x1b", b"[A"], ["up"]),
        ([b"\x1b", b"[", b"6~"], ["pagedown"]),
        ([b"\x1b\x1b"], ["escape", "escape"]),
        ([b"\r"], ["enter"]),
    ],
)
def test_enter_right_behind_escape_is_a_key_of_its_own(reads: list[bytes], keys: list[str]) -> None:
    assert pressed(a_keyboard(), *reads) == keys


def test_the_enter_behind_an_escape_waits_until_what_escape_closes_is_gone() -> None:
    keyboard = a_keyboard()

    at_once = [*keyboard.received(b"\x1b\r", 0.0)]

    assert [message.key for message in at_once if isinstance(message, events.Key)] == ["escape"]
