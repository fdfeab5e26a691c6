"""Whoever is typed is found, in any script."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.domain.people.roster import RosterIndex
from rounds.domain.people.search import named, nearest_name, search
from tests.evenings import an_event


def people() -> RosterIndex:
    event = Event.checked(
        {
            "event": {"title": "Mixer"},
            "participants": [
                {"name": "佐藤 花子", "kana": "さとう はなこ", "company": "花工房"},
                {"name": "Ana Müller", "company": "Northwind"},
                {"name": "Joanna Smith", "company": "Tidal"},
                {"name": "Tom Walker", "company": "Anaconda Ltd"},
            ],
        }
    )
    return RosterIndex(event)


def test_nothing_typed_finds_everybody_in_the_order_of_the_roster() -> None:
    assert search(people(), "  ") == ("佐藤 花子", "Ana Müller", "Joanna Smith", "Tom Walker")


def test_the_beginning_of_a_name_comes_before_its_middle_and_the_company() -> None:
    assert search(people(), "an") == ("Ana Müller", "Joanna Smith", "Tom Walker")


@pytest.mark.parametrize("typed", ["さとう", "サトウ", "ｻﾄｳ", "はなこ", "佐藤花", "花工"])
def test_kanji_kana_and_company_find_a_japanese_name(typed: str) -> None:
    assert search(people(), typed) == ("佐藤 花子",)


@pytest.mark.parametrize("typed", ["muller", "MÜLLER", "ＡＮＡ", "ana m"])
def test_accents_width_and_case_do_not_matter(typed: str) -> None:
    assert search(people(), typed)[0] == "Ana Müller"


def test_a_number_finds_that_person_first() -> None:
    roster = RosterIndex(an_event(25))

    assert search(roster, "2")[:3] == ("Person 02", "Person 20", "Person 21")
    assert search(roster, "１２")[0] == "Person 12"


def test_nobody_is_found_by_what_nobody_is_called() -> None:
    assert search(people(), "zzz") == ()


def called(*names: str) -> RosterIndex:
    event = Event.checked(
        {"event": {"title": "Mixer"}, "participants": [{"name": name} for name in names]}
    )
    return RosterIndex(event)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("斎藤", "齋藤 学"),
        ("渡辺", "渡邉 健"),
        ("渡邊", "渡辺 健"),
        ("高橋", "髙橋 陽子"),
        ("山崎", "山﨑 一"),
        ("浜田", "濱田 誠"),
        ("沢田", "澤田 茂"),
        ("中島", "中嶋 悠"),
        ("広田", "廣田 翔"),
        ("国分", "國分 歩"),
        ("桜井", "櫻井 恵"),
        ("坂本竜", "坂本 龍馬"),
        ("吉田", "𠮷田 葵"),
    ],
)
def test_a_name_is_found_by_the_common_form_of_its_characters(typed: str, name: str) -> None:
    assert search(called("田中 一", name), typed) == (name,)


def test_a_name_written_as_it_was_typed_comes_before_a_variant() -> None:
    two = called("齋藤 学", "斎藤 愛")

    assert search(two, "斎藤") == ("斎藤 愛", "齋藤 学")
    assert search(two, "齋藤") == ("齋藤 学", "斎藤 愛")


@pytest.mark.parametrize(
    "typed", ["じょうじ", "ジョージ", "jo-ji", "joji", "ばん", "ヴァン", "van"]
)
def test_a_foreign_name_is_found_however_its_kana_are_written(typed: str) -> None:
    assert search(called("田中 一", "ジョージ・ヴァン"), typed) == ("ジョージ・ヴァン",)


@pytest.mark.parametrize("typed", ["佐藤 花子", "佐藤花子", "佐藤　花子", "ｻﾄｳ ﾊﾅｺ"])
def test_a_whole_name_is_known_however_it_is_spelled(typed: str) -> None:
    assert named(people(), typed) == ("佐藤 花子",)


def test_an_old_form_of_a_character_is_the_same_name() -> None:
    assert named(called("渡邊 沢", "渡部 澤"), "渡辺澤") == ("渡邊 沢",)


def test_a_part_of_a_name_calls_nobody() -> None:
    assert named(people(), "佐藤") == named(people(), " ") == ()


def test_a_name_written_exactly_so_comes_before_one_that_is_only_alike() -> None:
    two = called("高田", "髙田")

    assert named(two, "髙田") == ("髙田",)
    assert named(two, "髙 田") == ("高田", "髙田")


def test_a_part_of_a_name_suggests_the_only_person_who_has_it() -> None:
    assert nearest_name(people(), "joanna") == "Joanna Smith"


def test_the_nearest_name_is_suggested_for_a_mistyped_one() -> None:
    assert nearest_name(people(), "Joana Smit") == "Joanna Smith"
    assert nearest_name(people(), "佐藤華子") == "佐藤 花子"
    assert nearest_name(people(), "Nobody") is None
