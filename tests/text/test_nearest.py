from __future__ import annotations

import pytest

from rounds.text.nearest import nearest

KNOWN = ["rounds", "Joanna Smith", "佐藤 花子", "サイド"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rouns", "rounds"),
        ("ROUDNS", "rounds"),
        ("joana smit", "Joanna Smith"),
        ("JOANNASMITH", "Joanna Smith"),
        ("佐藤華子", "佐藤 花子"),
        ("ｻｲﾄﾞ", "サイド"),
    ],
)
def test_the_nearest_text_is_meant_however_it_is_spelled(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


def test_a_text_that_is_like_no_other_means_nothing() -> None:
    assert nearest("zzz", KNOWN) is None


def test_a_higher_likeness_asks_for_more_letters_in_common() -> None:
    assert nearest("rou", KNOWN) == "rounds"
    assert nearest("rou", KNOWN, 0.75) is None
