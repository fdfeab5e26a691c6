from __future__ import annotations

import pytest

from rounds.text.width import width
from rounds.text.wrap import wrapped

WAY = "懇親会の会場は、エレベーターで5階に上がって右手です。コートはそのまま置いて行けます。"
LONG = (
    "まもなく第3ラウンドをはじめますのでお席におつきになってお待ちくださいますようお願いいたします"
)


def test_a_clause_that_fits_on_a_line_is_not_broken_to_make_lines_equal() -> None:
    assert wrapped(WAY, 52) == [
        "懇親会の会場は、",
        "エレベーターで5階に上がって右手です。",
        "コートはそのまま置いて行けます。",
    ]


def test_a_clause_too_long_for_a_line_is_broken_between_words() -> None:
    assert wrapped(LONG, 40) == [
        "まもなく第3ラウンドをはじめますので",
        "お席におつきになって",
        "お待ちくださいますようお願いいたします",
    ]


def test_a_latin_word_keeps_the_particle_after_it() -> None:
    text = "会場のWi-Fi をお使いのかたはQRコードをLINEで読み取ってください"

    for room in range(16, 60):
        assert not [line for line in wrapped(text, room) if line[0] in "をで"]


LEFT = "伊藤 健太 さんは退出しました。佐藤 美咲 さんがテーブル2で1人です。"
ALONE = "佐藤 美咲 さんがテーブル2で1人です。石川 奈々 さんがテーブル15の 後藤 剛 さんと組みます。"
LATIN = "Tom Walker さんは退出しました。Emma Diaz さんがテーブル15の Ana Costa さんと組みます。"
CAR = "お車のナンバー 品川３００の か１２３４のお客様、至急お車までお戻りください。"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (LEFT, ["伊藤 健太 さん", "佐藤 美咲 さん"]),
        (ALONE, ["佐藤 美咲 さん", "石川 奈々 さん", "後藤 剛 さん"]),
        (LATIN, ["Tom Walker さん", "Emma Diaz さん", "Ana Costa さん"]),
        ("山田 はなこ さんと みやもと さくら さん", ["山田 はなこ さん", "みやもと さくら さん"]),
    ],
)
def test_a_name_and_its_san_stay_on_one_line(text: str, names: list[str]) -> None:
    for room in range(20, 90):
        lines = wrapped(text, room)
        for name in names:
            assert any(name in line for line in lines), (room, lines)


@pytest.mark.parametrize("text", [LEFT, ALONE, LATIN, CAR, "伊藤健太郎さんと東海林さだお様"])
def test_no_line_begins_with_san(text: str) -> None:
    for room in range(9, 90):
        assert not [line for line in wrapped(text, room) if line.startswith(("さん", "様"))]


def test_a_line_is_broken_after_a_sentence_before_it_is_broken_in_a_name() -> None:
    assert wrapped(LEFT, 52) == [
        "伊藤 健太 さんは退出しました。",
        "佐藤 美咲 さんがテーブル2で1人です。",
    ]
    assert wrapped(CAR, 52) == [
        "お車のナンバー 品川３００の か１２３４のお客様、",
        "至急お車までお戻りください。",
    ]


def test_names_in_a_row_are_broken_between_them_only() -> None:
    assert wrapped("佐藤 美咲 さんと 石川 奈々 さん", 24) == ["佐藤 美咲 さんと", "石川 奈々 さん"]


def test_words_parted_by_blanks_are_broken_there_where_nothing_is_better() -> None:
    assert wrapped("東京 大阪 名古屋", 10) == ["東京 大阪", "名古屋"]
    assert wrapped("Welcome to 東京 for one evening", 16) == [
        "Welcome to 東京",
        "for one evening",
    ]


def test_english_breaks_between_words_into_lines_of_one_length() -> None:
    assert wrapped("The fire alarm was a test. Please go on.", 30) == [
        "The fire alarm was a",
        "test. Please go on.",
    ]


@pytest.mark.parametrize("room", [10, 14, 20, 33])
def test_no_line_starts_with_a_sign_that_belongs_to_the_one_before(room: int) -> None:
    text = "「ちょっと、コーヒーを」とシェフが（笑って）言った。「どうぞ！」"

    for line in wrapped(text, room):
        assert line[0] not in "ーっょャュ、。」）！ェ"
        assert line[-1] not in "「（"


@pytest.mark.parametrize("text", [WAY, LONG, "ー" * 90, "！" * 90, "W" * 200, "あ」" * 40])
@pytest.mark.parametrize("room", [2, 5, 21, 52])
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text: str, room: int) -> None:
    lines = wrapped(text, room)

    assert max(map(width, lines)) <= max(room, 4)
    assert "".join(lines) == text


def test_what_is_too_much_stays_in_the_last_line_to_be_cut() -> None:
    assert wrapped(WAY, 40, 2) == [
        "懇親会の会場は、",
        "エレベーターで5階に上がって右手です。コートはそのまま置いて行けます。",
    ]


def test_nothing_to_say_is_one_empty_line() -> None:
    assert wrapped("", 20) == [""]
