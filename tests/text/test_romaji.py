"""Japanese names are found by Latin letters, however they are spelled."""

from __future__ import annotations

import pytest

from rounds.text.romaji import folded, romaji


@pytest.mark.parametrize(
    ("reading", "typed"),
    [
        ("さとう", "sato"),
        ("さとう", "satou"),
        ("すずき", "suzuki"),
        ("しみず", "shimizu"),
        ("しみず", "simizu"),
        ("ちば", "chiba"),
        ("つちや", "tsuchiya"),
        ("ふじもと", "fujimoto"),
        ("おおの", "ohno"),
        ("おおの", "oono"),
        ("おの", "ono"),
        ("しょうじ", "shoji"),
        ("じゅんこ", "junko"),
        ("はっとり", "hattori"),
        ("なんば", "namba"),
        ("きょうこ", "kyoko"),
        ("こんの", "konno"),
        ("ゆうた", "yuta"),
        ("ほんだ", "honda"),
    ],
)
def test_a_reading_and_its_spellings_are_the_same(reading: str, typed: str) -> None:
    assert romaji(reading) == folded(typed)


@pytest.mark.parametrize("typed", ["s", "sh", "shi", "shim", "shimi", "shimizu"])
def test_every_letter_on_the_way_to_a_name_is_a_beginning_of_it(typed: str) -> None:
    assert romaji("しみず").startswith(folded(typed))


@pytest.mark.parametrize("typed", ["t", "ts", "tsu", "tsuc", "tsuch", "tsuchi", "tsuchiy"])
def test_also_where_two_letters_stand_for_one(typed: str) -> None:
    assert romaji("つちや").startswith(folded(typed))


@pytest.mark.parametrize(
    ("reading", "typed"),
    [
        ("じょーじ", "jo-ji"),
        ("じょーじ", "jouji"),
        ("じょーじ", "joji"),
        ("ゔぁん", "van"),
        ("ゔぁん", "ban"),
        ("しぇふ", "shefu"),
        ("ちぇん", "chen"),
        ("じぇーん", "jen"),
        ("ふぁん", "fan"),
        ("ふぃりっぷ", "firippu"),
        ("てぃな", "tina"),
        ("でぃお", "dio"),
        ("うぃりあむ", "wiriamu"),
        ("まりー", "marii"),
    ],
)
def test_a_foreign_name_in_kana_is_found_as_it_is_spoken(reading: str, typed: str) -> None:
    assert romaji(reading) == folded(typed)
