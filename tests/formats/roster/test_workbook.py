"""Workbooks as hosts have them: several sheets, merged headings, numbers, damage."""

from __future__ import annotations

import io
import zipfile

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read
from tests.formats.roster.workbooks import CLOCK, DAY, Page, Styled, workbook

PEOPLE = Page([["氏名", "会社名"], ["青木 恵", "あおぞら設計"], ["石井 武", "石井商店"]])


def names(roster: RosterReading) -> list[object]:
    return [person["name"] for person in roster.people]


def doubts(roster: RosterReading) -> list[str]:
    return [plain(doubt.said) for doubt in roster.doubtful]


def test_a_workbook_is_read_as_it_is() -> None:
    roster = read(workbook({"名簿": PEOPLE}))

    assert roster.people[0] == {"name": "青木 恵", "company": "あおぞら設計"}
    assert [each.row for each in roster.taken] == [2, 3]


def test_the_first_sheet_with_people_is_read_and_the_others_are_named() -> None:
    cover = Page([["Spring mixer"], ["Total 2"], ["14 May"]])

    roster = read(workbook({"Cover": cover, "Empty": Page([]), "名簿": PEOPLE}))

    assert names(roster) == ["青木 恵", "石井 武"]
    assert roster.sheet == "名簿"
    assert doubts(roster) == ["The sheet 名簿 was read, not Cover."]


def test_a_hidden_sheet_is_not_read() -> None:
    old = Page([["Name"], ["Last year's guest"]], hidden=True)

    roster = read(workbook({"Old": old, "Now": PEOPLE}))

    assert names(roster) == ["青木 恵", "石井 武"]
    with pytest.raises(InputError, match="no visible sheet"):
        read(workbook({"Old": Page([["Name"], ["Ann Lee"]], hidden=True), "Now": Page([])}))


def test_a_sheet_of_those_who_cancelled_is_not_taken_for_the_roster() -> None:
    off = Page([["Name"], ["Ann Lee"]])

    roster = read(workbook({"Cancelled": off, "Attending": PEOPLE, "Waitlist": off}))

    assert names(roster) == ["青木 恵", "石井 武"]
    assert doubts(roster) == ["The sheet Attending was read, not Cancelled, Waitlist."]
    assert names(read(workbook({"Absagen": off}))) == ["Ann Lee"]


def test_people_in_rows_that_a_filter_hides_are_named() -> None:
    other = Page(PEOPLE.rows, hidden_rows=[2])

    roster = read(workbook({"名簿": Page(PEOPLE.rows, hidden_rows=[3]), "Copy": other}))

    assert names(roster) == ["青木 恵", "石井 武"]
    assert doubts(roster)[1:] == [
        "These people are in rows that are hidden in the workbook: 石井 武. If they do not come, "
        "leave them out."
    ]


def test_columns_that_are_hidden_are_read_and_named() -> None:
    rows = [["Name", "Company", "Industry", "Shoe size"], ["Ann Lee", "Acme", "Finance", "39"]]
    hidden = (
        '<cols><col min="1" max="1" width="9"/><col min="3" max="4" width="0" hidden="1"/></cols>'
    )

    roster = read(workbook({"Guests": Page(rows, columns=hidden)}))

    assert roster.people[0]["industry"] == "Finance"
    assert doubts(roster) == [
        "These columns are hidden in the workbook and were read all the same: Industry."
    ]


def test_headings_that_were_merged_over_several_columns_are_understood() -> None:
    page = Page(
        [
            ["春の交流会 名簿", None, None, None, None],
            ["No", "参加者", None, "会社", None, "備考"],
            [None, "姓", "名", "名称", "業種", None],
            [1, "青木", "恵", "あおぞら設計", "建築", "遅れます"],
            [2, "石井", "武", "石井商店", "小売", None],
        ],
        merged=["A1:E1", "A2:A3", "B2:C2", "D2:E2", "F2:F3"],
    )

    roster = read(workbook({"名簿": page}))

    assert roster.people == (
        {"name": "青木 恵", "company": "あおぞら設計", "industry": "建築", "remark": "遅れます"},
        {"name": "石井 武", "company": "石井商店", "industry": "小売"},
    )


def test_a_company_that_is_merged_downward_belongs_to_all_its_people() -> None:
    page = Page(
        [["Name", "Company"], ["Ana Petrov", "Northwind"], ["Bo Lindqvist", None]],
        merged=["B2:B3"],
    )

    assert read(workbook({"A": page})).people[1] == {"name": "Bo Lindqvist", "company": "Northwind"}


def test_numbers_days_and_times_are_read_as_they_are_shown() -> None:
    page = Page(
        [
            ["Name", "Phone", "Table", "Comment", "Notes", "Remarks"],
            ["Ana", 9012345678.0, 3.0, Styled(46143, DAY), Styled(0.770833333, CLOCK), 1.5],
        ]
    )

    assert read(workbook({"A": page})).people[0] == {
        "name": "Ana",
        "contact": "9012345678",
        "table": 3,
        "remark": "2026-05-01; 18:30; 1.5",
    }


def test_a_box_that_is_not_ticked_keeps_somebody_away() -> None:
    page = Page([["Name", "Attending"], ["Ana", True], ["Bo", False]])

    assert names(read(workbook({"A": page}))) == ["Ana"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (workbook({"A": PEOPLE})[:700], "damaged"),
        (workbook({"A": PEOPLE})[:-200], "damaged"),
        (b"PK\x03\x04", "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\xd0\xcf\x11\xe0 Workbook", r"old workbook \(\.xls\)"),
    ],
)
def test_a_workbook_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


def test_another_document_is_no_workbook() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as other:
        other.writestr("word/document.xml", "<x/>")

    with pytest.raises(InputError, match=r"not an \.xlsx workbook"):
        read(packed.getvalue())


def test_a_cell_far_away_does_not_take_all_memory() -> None:
    data = workbook({"A": PEOPLE})
    far = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(far, "w") as changed:
        for name in book.namelist():
            changed.writestr(name, book.read(name).replace(b'r="B3"', b'r="XFD1048576"'))

    with pytest.raises(InputError, match="a cell far from the roster"):
        read(far.getvalue())


def test_no_change_of_a_single_byte_makes_the_reader_stumble() -> None:
    data = bytearray(workbook({"A": PEOPLE}))

    for place in range(0, len(data), 7):
        changed = bytes([*data[:place], data[place] ^ 0x55, *data[place + 1 :]])
        try:
            read(changed)
        except InputError:
            continue
