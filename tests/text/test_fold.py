"""Spellings of one text are compared as one, and other texts stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.text.fold import fold, fold_letters, fold_spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Ａｃｍｅ"),
        ("Acme", "ACME"),
        ("Müller", "muller"),
        ("Mu\u0308ller", "Müller"),
        ("İpek", "ipek"),
        ("Straße", "STRASSE"),
        ("サトウ", "さとう"),
        ("ｻﾄｳ", "サトウ"),
        ("ガ行", "が行"),
        ("渡邊 健", "渡辺健"),
        ("辺\U000e0100", "辺"),
        ("North\u3000Wind ", "North Wind"),
        ("North\u200bWind", "NorthWind"),
        ("㈱花工房", "(株)花工房"),
        ("O\u2019Neill", "O'Neill"),
        ("O\u2018Neill", "O＇Neill"),
        ("O\u02bcNeill", "O`Neill"),
        ("O\u00b4Neill", "O'Neill"),
    ],
)
def test_one_text_is_the_same_in_all_its_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Acne"),
        ("か", "が"),
        ("はな", "ぱな"),
        ("佐藤", "斎藤"),
        ("กิน", "กัน"),  # Thai: "to eat", "each other"
        ("दिन", "दीन"),
        ("", "・"),
    ],
)
def test_two_texts_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_old_forms_of_kanji_can_be_told_apart_by_their_spelling() -> None:
    assert fold_spelling("髙 田") != fold_spelling("高田")
    assert fold("髙 田") == fold("高田")


def test_letters_are_folded_with_their_blanks_and_accents() -> None:
    assert fold_letters("Ｃafé　カナ") == "café かな"


@given(st.text())
def test_what_is_folded_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
