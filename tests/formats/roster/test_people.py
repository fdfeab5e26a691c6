"""The columns of a roster that steer the evening: tables, rounds, staff, readings."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.domain.sentence import plain
from rounds.formats.new_event import blocks
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read
from rounds.store.reading.read import read as read_event_file


def roster(text: str) -> RosterReading:
    return read(text.encode())


def remarks(text: str) -> list[str]:
    return [plain(doubt.said) for doubt in roster(text).doubtful]


@pytest.mark.parametrize(
    ("cell", "table"), [("3", 3), ("３", 3), ("12", 12), ("Window", "Window"), ("0", "0")]
)
def test_a_table_is_a_number_or_a_name(cell: str, table: int | str) -> None:
    (person,) = roster(f"Name,Table\nAnn,{cell}\n").people

    assert person == {"name": "Ann", "table": table}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("from_round", "from_round"),
        ("開始ラウンド", "from_round"),
        ("Until round", "until_round"),
        ("終了ラウンド", "until_round"),
    ],
)
def test_somebody_may_come_late_or_leave_early(heading: str, field: str) -> None:
    (person,) = roster(f"氏名,{heading}\n青木 美咲,２\n").people

    assert person == {"name": "青木 美咲", field: 2}


@pytest.mark.parametrize("cell", ["0", "41", "late", "2.5", "-1"])
def test_what_is_no_number_of_a_round_is_left_out_and_told(cell: str) -> None:
    text = f"Name,From round\nAnn,{cell}\n"

    assert roster(text).people == ({"name": "Ann"},)
    assert remarks(text) == [f"{cell} is not the number of a round and was left out."]


@pytest.mark.parametrize("cell", ["yes", "Y", "TRUE", "1", "x", "はい", "○", "✓", " staff "])
def test_a_member_of_the_staff_is_marked_in_many_ways(cell: str) -> None:
    (person,) = roster(f"Name,Staff\nAnn,{cell}\n").people

    assert person == {"name": "Ann", "staff": True}


@pytest.mark.parametrize("cell", ["no", "", "いいえ", "0"])
def test_a_participant_is_not_staff(cell: str) -> None:
    (person,) = roster(f"Name,Staff\nAnn,{cell}\n").people

    assert person == {"name": "Ann"}


@pytest.mark.parametrize(
    ("headings", "cells", "kana"),
    [
        ("セイ,メイ", "アオキ,ミサキ", "アオキ ミサキ"),
        ("姓カナ,名カナ", "アオキ,", "アオキ"),
        ("姓ふりがな,名ふりがな", ",みさき", "みさき"),
    ],
)
def test_a_reading_in_two_columns_is_put_together(headings: str, cells: str, kana: str) -> None:
    (person,) = roster(f"姓,名,{headings}\n青木,美咲,{cells}\n").people

    assert person == {"name": "青木 美咲", "kana": kana}


def test_a_reading_in_one_column_goes_before_one_in_two() -> None:
    (person,) = roster("氏名,フリガナ,セイ,メイ\n青木,アオキ,ア,イ\n").people

    assert person == {"name": "青木", "kana": "アオキ"}


def test_somebody_with_an_id_is_wished_for_by_it_as_the_event_file_demands() -> None:
    text = "Name,ID,Wishes\nAnn,ann-n,ＢＥＮ\nBen,ben-s,ann-n; Ben\n"

    first, second = roster(text).people

    assert first["wishes"] == ["ben-s"]
    assert second["wishes"] == ["ann-n"]


def test_every_column_that_is_understood_can_be_in_an_event_file(tmp_path: Path) -> None:
    text = (
        "Name,Company,Industry,Purpose,Offers,Seeks,About me,Email,Side,Avoid,Wishes,Table,"
        "From round,Until round,Staff,ID,Kana\n"
        "Ann,North,food,sales,bread,flour,I bake.,a@example.org,A,Ben,,2,1,3,,ann,あん\n"
        "Ben,South,law,help,advice,clients,I advise.,b@example.org,B,,Cleo,3,,2,,ben,べん\n"
        "Cleo,East,law,help,advice,clients,I help.,c@example.org,A,,,,,,yes,cleo,くれお\n"
    )
    file = tmp_path / "mixer.toml"
    sides = 'sides = ["A", "B"]\n'
    found = roster(text)
    file.write_text(f'[event]\ntitle = "Mixer"\n{sides}\n{blocks(found.people)}', encoding="utf-8")

    event = read_event_file(file).event

    assert found.ignored == ()
    for person, written in zip(event.participants, found.people, strict=True):
        known = person.data()
        assert {
            field: list(known[field]) if isinstance(value, list) else known[field]
            for field, value in written.items()
        } == written
