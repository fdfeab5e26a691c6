"""The host's part, the marker line, the record below it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.store.format.parts import MARKER_START, compose, split

MARKER = MARKER_START + " ======== kept by Rounds"
PIECES = st.lists(
    st.sampled_from(
        [
            MARKER,
            "\n",
            "\r\n",
            "\ufeff",
            "[event]",
            "[[notes]]",
            "[[participants]]",
            'a = "b"',
            " ",
            "#",
        ]
    ),
    max_size=12,
).map("".join)


@given(PIECES)
def test_the_pieces_are_the_file(text: str) -> None:
    parts = split(text.encode())

    assert sorted(parts.raw) == sorted(text.encode())
    assert parts.misplaced or parts.raw == text.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_first_marker_line_divides(end: str) -> None:
    text = end.join(["[event]", MARKER, "[[notes]]", "round = 1", MARKER, ""])
    parts = split(text.encode())

    assert parts.host == f"[event]{end}".encode()
    assert parts.marker == f"{MARKER}{end}".encode()
    assert parts.record.startswith(b"[[notes]]")


def test_a_marker_in_the_middle_of_a_line_divides_nothing() -> None:
    assert split(f"a = 1 {MARKER}\n".encode()).marker == b""


def test_a_remark_right_below_the_marker_stays_there() -> None:
    parts = split(f"[event]\n{MARKER}\n# mine\n\n[[notes]]\nround = 1\n".encode())

    assert parts.head == b"# mine\n\n"
    assert compose(parts, "[[notes]]\n", "en") == (
        f"[event]\n{MARKER}\n# mine\n\n[[notes]]\n".encode()
    )


def test_without_a_marker_the_record_is_where_it_begins() -> None:
    parts = split(b'[event]\ntitle = "x"\n[[notes]]\nround = 1\n')

    assert parts.host == b'[event]\ntitle = "x"\n'
    assert parts.record == b"[[notes]]\nround = 1\n"


def test_a_text_that_looks_like_an_entry_is_no_record() -> None:
    text = b'[event]\ntitle = "x"\npitch = """\n[[notes]]\n"""\n'

    assert split(text).host == text


def test_the_marker_line_always_begins_a_line() -> None:
    parts = split(f"[event]\n{MARKER}\n".encode())._replace(host=b"[[ev")

    assert compose(parts, "", "en") == f"[[ev\n{MARKER}\n".encode()


def test_a_file_without_anything_to_record_gets_no_marker() -> None:
    assert compose(split(b"[event]\n"), "", "en") == b"[event]\n"
