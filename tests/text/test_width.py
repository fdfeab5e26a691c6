"""One measure of width: what is cut, padded and drawn agrees with what Textual lays out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rounds.text.safe import one_line
from rounds.text.width import clusters, cut, width
from tests.text.typed import ANYTHING, NASTY

FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Aiko", 4),
        ("愛子", 4),
        ("ｱｲｺ", 3),
        ("が\u3099", 2),
        (f"{FAMILY} Family", 9),
        ("👍🏽", 2),
        ("🇯🇵", 2),
        ("❤\ufe0f", 2),
        ("", 0),
    ],
)
def test_a_text_takes_as_many_cells_as_a_terminal_of_today_draws(text: str, cells: int) -> None:
    assert width(text) == cells


@given(ANYTHING | NASTY)
def test_the_screens_are_laid_out_by_the_same_measure(typed: str) -> None:
    assert width(typed) == cell_len(typed)


@given(ANYTHING | NASTY, st.integers(0, 20))
def test_a_line_never_exceeds_its_cells(typed: str, limit: int) -> None:
    assert width(cut(one_line(typed), limit)) <= limit


@given(ANYTHING | NASTY)
def test_pieces_add_up_to_the_text(typed: str) -> None:
    assert "".join(clusters(typed)) == typed


@given(ANYTHING | NASTY)
def test_the_cells_of_the_pieces_add_up_to_those_of_the_text(typed: str) -> None:
    assert sum(map(width, clusters(typed))) == width(typed)


@pytest.mark.parametrize("whole", [FAMILY, "👍🏽", "🇯🇵", "❤\ufe0f", "が\u3099", "\u1100\u1161"])
def test_what_people_see_as_one_character_is_one_piece(whole: str) -> None:
    assert list(clusters(f"A{whole}B")) == ["A", whole, "B"]


def test_a_cut_does_not_tear_characters_apart() -> None:
    assert cut("👩\u200d👩 and others", 6) == "👩\u200d👩..."
    assert cut("🇯🇵🇯🇵🇯🇵", 5) == "🇯🇵..."
    assert cut("が\u3099が\u3099がが", 7) == "が\u3099が\u3099..."
    assert cut("山田太郎花子", 9) == "山田太..."
