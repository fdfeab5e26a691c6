"""Lines that a host pastes at the door become walk-ins, and nothing else does."""

from __future__ import annotations

from rounds.formats.roster.people.walk_ins import walk_ins


def test_pasted_lines_are_people_without_bullets_and_honorifics() -> None:
    lines = [
        "1. Ivo Kral",
        "・青木 恵様",
        "Gus Hall / Tidewater / finance",
        "林 薫（はやし かおる）",
    ]

    people, left_out = walk_ins(lines)

    assert [(each.name, each.kana, each.company, each.industry) for each in people] == [
        ("Ivo Kral", "", "", ""),
        ("青木 恵", "", "", ""),
        ("Gus Hall", "", "Tidewater", "finance"),
        ("林 薫", "はやし かおる", "", ""),
    ]
    assert left_out == []


def test_a_total_a_cancellation_and_several_in_one_line_are_no_walk_ins() -> None:
    lines = ["Ann Lee", "合計 3名", "【欠席】辻 四郎", "Tom, Sally, and Harry", "----"]

    people, left_out = walk_ins(lines)

    assert [each.name for each in people] == ["Ann Lee"]
    assert left_out == lines[1:]


def test_a_company_in_front_of_a_name_is_the_company() -> None:
    (person,), _left_out = walk_ins(["株式会社あおぞら　青木 恵"])

    assert (person.name, person.company) == ("青木 恵", "株式会社あおぞら")
