from __future__ import annotations

from itertools import combinations
from string import ascii_uppercase

import pytest

from rounds.i18n import using
from rounds.ui.stage import texts
from rounds.ui.stage.drawing import letters


@pytest.mark.parametrize("rows", [5, 7, 12, 30])
def test_every_letter_has_a_form_of_its_own(rows: int) -> None:
    forms = [letters.painted(sign, 200, rows) for sign in ascii_uppercase]

    assert all(one != other for one, other in combinations(forms, 2))
    assert all(len(form) == rows for form in forms)


def test_welcome_fits_the_smallest_window() -> None:
    assert letters.painted("Welcome", 58, 5)


def test_a_text_with_a_sign_that_has_no_big_form_stays_plain() -> None:
    assert letters.painted("Zoë & Co", 500, 20) == ()


def test_what_does_not_fit_stays_plain() -> None:
    assert letters.painted("WELCOME", 30, 20) == ()


@pytest.mark.parametrize("heading", [texts.welcome, texts.break_heading, texts.swap, texts.paused])
def test_the_japanese_headings_have_big_forms(heading: object) -> None:
    with using("ja"):
        text = heading()  # type: ignore[operator]

    assert letters.painted(text, 200, 16)


def test_a_sign_of_many_strokes_is_not_painted_too_small() -> None:
    assert letters.painted("交代", 200, 7) == ()


@pytest.mark.parametrize(
    ("heading", "rows"), [(texts.swap, 8), (texts.break_heading, 8), (texts.paused, 8)]
)
def test_the_back_row_reads_the_japanese_headings_in_a_usual_window(
    heading: object, rows: int
) -> None:
    with using("ja"):
        bitmap = letters.painted(heading(), 72, rows)  # type: ignore[operator]

    assert len(bitmap) == rows
