"""Japanese is broken where a reader would pause, and never in a name."""

from __future__ import annotations

import pytest
from hypothesis import given

from rounds.text.phrases import NOT_FIRST, NOT_LAST, phrase_groups, phrases
from tests.text.typed import ANYTHING, NASTY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("すべてのキーと進め方の説明", ["すべての", "キーと", "進め方の", "説明"]),
        ("LED工事の紹介がほしい", ["LED工事の", "紹介が", "ほしい"]),
        ("記録3件を取り込みました。", ["記録3件を", "取り込みました。"]),
        ("2人ずつお話しします。", ["2人ずつ", "お話しします。"]),
        ("説明", ["説明"]),
        ("", [""]),
    ],
)
def test_a_phrase_is_a_word_and_what_hangs_on_it(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("伊藤 健太 さんは退出しました。", "伊藤 健太 さん"),
        ("Tom Walker さんは退出しました。", "Tom Walker さん"),
        ("山田 はなこ さんと みやもと さくら さん", "みやもと さくら さん"),
        ("次は伊藤健太郎さんです", "伊藤健太郎さん"),
        ("「佐藤 美咲」さんを当日参加で追加", "「佐藤 美咲」さん"),
    ],
)
def test_a_name_stays_with_its_title(text: str, name: str) -> None:
    assert any(name in phrase for phrase in phrases(text))


@pytest.mark.parametrize(
    "whole", ["テーブル15", "Wi-Fi を", "QRコード", "[event] の", "2026年", "１２３"]
)
def test_latin_words_and_numbers_stay_whole(whole: str) -> None:
    assert any(whole in phrase for phrase in phrases(f"会場の{whole}の説明を読みます"))


@given(ANYTHING | NASTY)
def test_phrases_add_up_to_the_text_and_begin_with_no_closing_sign(typed: str) -> None:
    found = phrases(typed)

    assert "".join(found) == typed
    assert not [phrase for phrase in found[1:] if phrase[0] in NOT_FIRST]
    assert not [phrase for phrase in found[:-1] if phrase[-1] in NOT_LAST]


def test_what_hangs_on_a_word_is_in_its_group() -> None:
    assert phrase_groups("自分はこの人のために何ができる？") == [
        ["自分は", "この"],
        ["人の", "ために"],
        ["何が", "できる？"],
    ]
