"""What is left of a storm of input before the parser sees it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from rounds.ui.terminal.input_limiter import (
    MOST_PASTED,
    MOST_STROKES,
    PASTE_BEGINS,
    PASTE_ENDS,
    InputLimiter,
)
from tests.house.source import PACKAGE, modules

WIDE_APART = 10.0
"""Seconds between two reads, so that each is judged by itself."""


def parsed(reads: Iterable[str], seconds: float = WIDE_APART) -> list[events.Event]:
    """Return what becomes of texts that are read one after the other."""
    limiter, parser = InputLimiter(), XTermParser()
    passed = [limiter.feed(text, number * seconds) for number, text in enumerate(reads, 1)]
    passed.append(limiter.overdue())
    return [
        message
        for text in passed
        if text  # to a parser no text means the end
        for message in parser.feed(text)
        if isinstance(message, events.Event)
    ]


def keys(found: Iterable[events.Event]) -> list[str]:
    return [event.key for event in found if isinstance(event, events.Key)]


def pastes(found: Iterable[events.Event]) -> list[str]:
    return [event.text for event in found if isinstance(event, events.Paste)]


def in_reads(text: str, size: int = 4095) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


def test_a_huge_paste_is_one_paste_of_its_first_characters() -> None:
    text = "".join(f"{number:06d} " for number in range(150_000))

    found = parsed(in_reads(f"{PASTE_BEGINS}{text}{PASTE_ENDS}h"), seconds=0.001)

    assert pastes(found) == [text[:MOST_PASTED]]
    assert keys(found) == ["h"]


def test_a_paste_that_fits_is_passed_on_whole() -> None:
    found = parsed([f"a{PASTE_BEGINS}one\r\ntwo\tthree{PASTE_ENDS}b"])

    assert pastes(found) == ["one\r\ntwo\tthree"]
    assert keys(found) == ["a", "b"]


@pytest.mark.parametrize("size", range(1, 14))
def test_a_paste_is_a_paste_however_the_terminal_cuts_it(size: int) -> None:
    found = parsed(in_reads(f"x{PASTE_BEGINS}hello{PASTE_ENDS}y", size))

    assert pastes(found) == ["hello"]
    assert keys(found) == ["x", "y"]


def test_pasted_commands_of_a_terminal_press_no_key() -> None:
    hostile = "a\x1b]0;" + "q" * 40 + "\x07b\x1b[A\x1b\x1bc\x03\x11"

    found = parsed([f"{PASTE_BEGINS}{hostile}{PASTE_ENDS}"])

    assert keys(found) == []
    assert pastes(found) == ["a]0;" + "q" * 40 + "b[Ac"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=8))
def test_nothing_that_is_pasted_presses_a_key(reads: list[str]) -> None:
    reads = [read.replace(PASTE_ENDS, "") for read in reads]
    if PASTE_ENDS in "".join(reads):
        return

    found = parsed([PASTE_BEGINS, *reads, PASTE_ENDS])

    assert keys(found) == []
    assert len(pastes(found)) == 1


def test_no_line_takes_more_than_is_kept_of_a_paste() -> None:
    longest = [
        node.value.value
        for path, module in modules().items()
        if PACKAGE / "ui" in path.parents
        for node in ast.walk(module)
        if isinstance(node, ast.keyword)
        and node.arg == "max_length"
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, int)
    ]

    assert longest
    assert max(longest) < MOST_PASTED


def test_a_second_paste_has_all_its_room_again() -> None:
    paste = f"{PASTE_BEGINS}{'x' * 9999}{PASTE_ENDS}"

    assert pastes(parsed([paste + paste])) == ["x" * MOST_PASTED] * 2


def test_a_paste_whose_terminal_does_not_say_so_presses_no_key() -> None:
    text = "a name, a company\r\n" * 100_000

    found = parsed(in_reads(text), seconds=0.001)

    assert keys(found) == []
    assert "".join(pastes(found)) == text[:MOST_PASTED]


def test_after_such_a_paste_a_key_is_a_key_again() -> None:
    found = parsed(["x" * 4000, "h"])

    assert keys(found) == ["h"]


def test_a_whole_phrase_from_an_ime_is_typed() -> None:
    phrase = "あ" * MOST_STROKES

    found = parsed([phrase])

    assert "".join(event.character or "" for event in found if isinstance(event, events.Key)) == (
        phrase
    )


def test_a_held_key_is_pressed_as_often_as_it_repeats() -> None:
    found = parsed(["\x7f"] * 1000, seconds=1 / 60)

    assert keys(found) == ["backspace"] * 1000


@pytest.mark.parametrize("stuck", [" ", "\r", "\x1b[B", "\x1b[32;;32u", "\x1b[<64;20;12M"])
def test_ten_thousand_times_one_key_at_once_press_none(stuck: str) -> None:
    found = parsed(in_reads(stuck * 10_000), seconds=0.001)

    assert keys(found) == []
    assert not [event for event in found if isinstance(event, events.MouseEvent)]
    assert sum(map(len, pastes(found))) <= MOST_PASTED


def test_where_the_pointer_goes_without_a_button_is_not_even_parsed() -> None:
    moves = "".join(f"\x1b[<35;{n % 80 + 1};{n % 24 + 1}M" for n in range(10_000))

    found = parsed(in_reads("a" + moves + "b"), seconds=0.001)

    assert keys(found) == ["a", "b"]
    assert len(found) == 2


def test_of_a_drag_only_the_last_place_counts() -> None:
    drag = "".join(f"\x1b[<32;{n + 1};3M" for n in range(200))

    found = parsed([f"\x1b[<0;1;3M{drag}\x1b[<0;200;3m"])

    assert [type(event) for event in found] == [
        events.MouseDown,
        events.MouseMove,
        events.MouseUp,
    ]
    assert [event.x for event in found if isinstance(event, events.MouseEvent)] == [0, 199, 199]


@pytest.mark.parametrize("size", range(1, 9))
def test_a_key_of_many_bytes_is_one_key_however_it_is_cut(size: int) -> None:
    found = parsed(in_reads("a\x1b[Bb\x1b[1;5Cc\x1bOQd", size))

    assert keys(found) == ["a", "down", "b", "ctrl+right", "c", "f2", "d"]


def test_the_escape_key_alone_is_not_held_back() -> None:
    assert InputLimiter().feed("\x1b", 1.0) == "\x1b"


def test_an_escape_key_behind_others_is_passed_on_when_nothing_follows() -> None:
    limiter = InputLimiter()

    assert limiter.feed("a\x1b", 1.0) == "a"
    assert limiter.overdue() == "\x1b"
