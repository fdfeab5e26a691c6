from __future__ import annotations

import pytest

from rounds.text.keywords import alike, katakana, keywords


def share(one: str, other: str) -> bool:
    """Return whether two texts have a word in common."""
    return bool(keywords(one).keys() & keywords(other).keys()) or any(
        alike(mine, yours) for mine in katakana(one) for yours in katakana(other)
    )


@pytest.mark.parametrize(
    ("seeks", "offers"),
    [
        ("a pump supplier", "Pumps"),
        ("web designer", "design of ＷＥＢ pages"),
        ("investors", "angel investment"),
        ("an accountant", "accounting"),
        ("photographer for events", "wedding photography"),
        ("Müller's bakeries", "MULLER"),
        ("an IT person", "IT support"),
        ("C++ developers", "c++"),
        ("ポンプの仕入先", "ﾎﾟﾝﾌﾟメーカー"),
        ("デザインできる方", "Webデザイナー"),
        ("税理士を探しています", "税理士事務所"),
        ("不動産を売りたい方", "不動産仲介"),
        ("渡邊会計のような方", "渡辺会計"),
    ],
)
def test_the_same_thing_said_in_another_way_is_recognised(seeks: str, offers: str) -> None:
    assert share(seeks, offers)


@pytest.mark.parametrize(
    ("seeks", "offers"),
    [
        ("looking for new customers", "help for people who need new customers"),
        ("it would be good to meet somebody", "IT"),
        ("a supplier of steel", "suppliers of cloth"),
        ("マーケティング", "コンサルティング"),
        ("マンション", "ファッション"),
        ("ワイン", "デザイン"),
        ("税理士", "弁護士"),
        ("会社を紹介してほしい", "会社の紹介"),
        ("", ""),
    ],
)
def test_what_only_sounds_alike_or_says_nothing_is_not(seeks: str, offers: str) -> None:
    assert not share(seeks, offers)


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "[/]", "\u202e", "🧑‍🚒", "a" * 10_000, "アー" * 5_000]
)
def test_whatever_is_typed_can_be_read(text: str) -> None:
    assert isinstance(keywords(text), dict)
    assert isinstance(katakana(text), frozenset)
