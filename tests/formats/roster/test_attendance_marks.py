"""What stands around a name in its cell: whether somebody comes, titles, a company, a count."""

from __future__ import annotations

import pytest

from rounds.domain.sentence import plain
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read


def roster(*cells: str) -> RosterReading:
    return read("\n".join(["Name;Company", *(f"{cell};X" for cell in cells)]).encode())


def names(found: RosterReading) -> list[object]:
    return [person["name"] for person in found.people]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "欠席　青木 恵",
            "【欠席】青木 恵",
            "(欠席) 青木 恵",
            "欠席：青木 恵",
            "×青木 恵",
            "❌ 青木 恵",
        ),
        *(
            "キャンセル済 青木 恵",
            "青木 恵　キャンセル待ち",
            "【キャンセル】青木 恵（あおき めぐみ）",
        ),
        *("CANCELLED Ann Lee", "CANCELLED - Ann Lee", "[cancelled] Ann Lee", "Cancelled: Ann Lee"),
        *("Ann Lee CANCELLED", "Ann Lee, no show", "ABGESAGT Ann Lee", "Ann Lee abgesagt"),
        *("annulé: Ann Lee", "Ana Ruiz CANCELADA", "(geannuleerd) Jan Bos", "취소 김민수"),
    ],
)
def test_who_is_called_off_in_front_of_or_behind_the_name_does_not_come(cell: str) -> None:
    found = roster(cell, "Bo Lindqvist")

    assert names(found) == ["Bo Lindqvist"]
    assert plain(found.left_out[0].why).startswith("does not come")


@pytest.mark.parametrize(
    "name",
    [
        "Fabian Cancellara",
        "No Min-ho",
        "Non Nakamura",
        "Ann Absentia",
        "Max Power-Absent",
        "取 恵",
        "X Lee",
    ],
)
def test_a_name_that_resembles_a_cancellation_is_somebody(name: str) -> None:
    assert names(roster(name)) == [name]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("☐ Ann Lee", "Ann Lee"),
        ("[ ] Ann Lee", "Ann Lee"),
        ("[x] Ann Lee", "Ann Lee"),
        ("✓ Ann Lee", "Ann Lee"),
        ("【出席】青木 恵", "青木 恵"),
        ("Sig.ra Ada Neri", "Ada Neri"),
        ("Dott.ssa Ada Neri", "Ada Neri"),
        ("Dr.-Ing. Max Bauer", "Max Bauer"),
        ("Mag. Eva Huber", "Eva Huber"),
        ("Magda Ruiz", "Magda Ruiz"),
        ("Ann Lee she/her", "Ann Lee"),
        ("Ann Lee | Northwind", "Ann Lee"),
        ("Ann Lee @ Northwind", "Ann Lee"),
        ("営業部長 青木 恵", "青木 恵"),
        ("講師：青木 恵", "青木 恵"),
        ("株式会社あおぞら　青木 恵", "青木 恵"),
        ("(株)石井商店 石井太郎", "石井太郎"),
        ("大野 智（おおの さとし）／大野企画", "大野 智"),
        ("김민수 대표", "김민수"),
        ("김민수 부장님", "김민수"),
        ("王小明 总经理", "王小明"),
        ('"=HYPERLINK(""https://example.com"",""Ann Lee"")"', "Ann Lee"),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(cell: str, name: str) -> None:
    assert names(roster(cell, "Bo Lindqvist")) == [name, "Bo Lindqvist"]


@pytest.mark.parametrize(
    "cell",
    [
        "青木 恵様（2名）",
        "青木 恵（２名）",
        "Ann Lee x2",
        "Herr und Frau Huber",
        "Mr. and Mrs. Lee",
        "Sr. y Sra. Ruiz",
    ],
)
def test_a_name_that_stands_for_two_is_told(cell: str) -> None:
    found = roster(cell, "Bo Lindqvist")

    assert "brings 1 more person without a name" in plain(found.doubtful[0].said)


@pytest.mark.parametrize(
    "cell",
    ["テスト", "Test Test", "test user", "満席", "空き枠", "同上", "Reserved", "Guest 1", "ゲスト"],
)
def test_a_place_that_is_nobody_s_is_left_out_and_told(cell: str) -> None:
    found = roster(cell, "Bo Lindqvist")

    assert names(found) == ["Bo Lindqvist"]
    assert [each.name for each in found.left_out] == [cell]


def test_sides_called_guest_and_member_are_kept() -> None:
    found = read(b"Name,Side\nAnn Lee,Guest\nBo Oh,Member\n")

    assert [person["side"] for person in found.people] == ["Guest", "Member"]
