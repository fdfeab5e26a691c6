"""Lists that stand side by side on one sheet, as on a sheet that was made to be printed."""

from __future__ import annotations

from rounds.domain.sentence import plain
from rounds.formats.roster.table import read


def test_lists_that_stand_side_by_side_are_all_read() -> None:
    table = (
        "No,氏名,会社名,,No,氏名,会社名\n"
        "1,石田 純,石田屋,,3,宇野 昌,宇野堂\n"
        "2,江口 洋,江口組,,4,尾崎 豊子,\n"
        "合計,4名,,,,,\n"
    )
    found = read(table.encode())

    assert [(p["name"], p.get("company")) for p in found.people] == [
        ("石田 純", "石田屋"),
        ("江口 洋", "江口組"),
        ("宇野 昌", "宇野堂"),
        ("尾崎 豊子", None),
    ]
    assert [each.row for each in found.taken] == [2, 3, 2, 3]
    assert plain(found.doubtful[0].said) == "2 lists stand side by side: all of them were read."


def test_a_family_and_a_given_name_may_stand_twice_on_a_row() -> None:
    found = read(b"First name,Last name,First name,Last name\nAnn,Lee,Bo,Oh\n")

    assert [person["name"] for person in found.people] == ["Ann Lee", "Bo Oh"]


def test_a_second_column_of_names_that_is_not_read_is_told() -> None:
    found = read("氏名,会社,氏名,備考\n青木 恵,あおぞら,石井 武,肉なし\n".encode())

    assert [person["name"] for person in found.people] == ["青木 恵"]
    assert (
        plain(found.doubtful[0].said)
        == "Several columns are called 氏名: only the first one was read."
    )
