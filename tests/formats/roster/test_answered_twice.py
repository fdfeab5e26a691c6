"""The same person twice on a roster, namesakes, and who is to be kept apart."""

from __future__ import annotations

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read


def roster(text: str) -> RosterReading:
    return read(text.encode())


def names(found: RosterReading) -> list[object]:
    return [person["name"] for person in found.people]


def doubts(found: RosterReading) -> list[str]:
    return [plain(doubt.said) for doubt in found.doubtful]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("森 さくら,mori@a.org", "森さくら,MORI@a.org"),
        ("森　さくら,", "森 さくら,"),
        ("ANN LEE,", "Ann Lee,ann@a.org"),
    ],
)
def test_who_answered_twice_is_one_person_and_the_last_answer_counts(first: str, last: str) -> None:
    found = roster(f"Name,Email,Purpose\n{first},old\nBen Oak,ben@b.org,x\n{last},new\n")

    assert names(found) == [last.split(",")[0], "Ben Oak"]
    assert found.people[0]["purpose"] == "new"
    assert found.left_out == ()
    assert doubts(found) == [
        f"{last.split(',')[0]} is on the roster 2 times (rows 2, 4): the last answer counts."
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Ann L.", "Ann Lee"),
        ("Ann Lee", "Lee Ann"),
        ("森 さくら", "Sakura Mori"),
        ("Ann Lee", "Ann Oak"),
        ("Jon Smith", "John Smith"),
    ],
)
def test_of_one_person_under_two_names_both_names_are_told(first: str, last: str) -> None:
    found = roster(f"Name,Email\n{first},a@a.org\nBen Oak,ben@b.org\n{last},A@a.org\n")

    assert names(found) == [last, "Ben Oak"]
    assert doubts(found) == [
        f"{last} and {first} share a mail address (rows 2, 4) and were taken for one person: the "
        "last answer counts."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Silva", "Ben Silva"), ("Ann Lee", "Bo Lindqvist"), ("森 さくら", "森 太郎")],
)
def test_couples_and_colleagues_with_one_mail_address_are_two_and_the_host_is_told(
    one: str, other: str
) -> None:
    found = roster(f"Name,Email\n{one},office@a.org\nEve Roy,e@b.org\n{other},Office@a.org\n")

    assert names(found) == [one, "Eve Roy", other]
    assert doubts(found) == [
        f"{one}, {other} share the mail address office@a.org and were taken as 2 people."
    ]


@pytest.mark.parametrize(
    ("first", "last", "comes"),
    [("出席", "欠席に変更します", False), ("欠席", "出席します", True)],
)
def test_a_changed_answer_decides_and_nobody_is_named_twice(
    first: str, last: str, comes: bool
) -> None:
    found = roster(f"氏名,出欠\n森 さくら,{first}\n林 誠,出席\n森 さくら,{last}\n")

    assert ("森 さくら" in names(found)) is comes
    assert [each.name for each in found.left_out] == ([] if comes else ["森 さくら"])


def test_the_last_answer_by_its_time_counts_where_the_newest_stands_first() -> None:
    found = roster(
        "Timestamp,Name,RSVP\n2026/05/03 10:00,Ann Lee,no\n2026/05/02 10:00,Ben Oak,yes\n"
        "2026/05/01 10:00,Ann Lee,yes\n"
    )

    assert names(found) == ["Ben Oak"]


def test_what_the_last_answer_leaves_empty_is_taken_from_the_one_before() -> None:
    found = roster("Name,Company,Avoid\nAnn Lee,North,Ben Oak\nBen Oak,South,\nAnn Lee,,\n")

    assert found.people[0] == {"name": "Ann Lee", "company": "North", "avoid": ["Ben Oak"]}


@pytest.mark.parametrize(
    "rows",
    [
        "Ann Lee,x@a.org,A\nBen Oak,x@a.org,A\n",
        "Tom Smith,smith@a.org,\nSally Smith,smith@a.org,\n",
        "森 さくら,info@a.org,A\n森 健太,info@a.org,A\n",
    ],
)
def test_colleagues_and_couples_who_share_an_address_are_two_people(rows: str) -> None:
    assert len(roster(f"Name,Email,Company\n{rows}").people) == 2


@pytest.mark.parametrize(
    "rows",
    ["Ken Ito,,Bakery,\nKen Ito,,Steel,\n", "青木 恵,,,アオキ メグミ\n青木 恵,,,アオキ ケイ\n"],
)
def test_namesakes_of_other_companies_or_readings_are_two_people(rows: str) -> None:
    found = roster(f"Name,Email,Company,Kana\n{rows}")

    assert len({person["id"] for person in found.people}) == 2
    assert "more than once (rows 2, 3)" in doubts(found)[0]


def test_a_company_with_and_without_its_legal_form_is_no_reason_for_two_people() -> None:
    found = roster("氏名,会社名\n森 さくら,あおぞら設計\n森 さくら,株式会社あおぞら設計\n")

    assert len(found.people) == 1


@pytest.mark.parametrize(
    "avoid",
    [
        "Lindqvist, Bo",
        "Bo Lindqvist",
        "lindqvist,bo",
        "Mr. Bo Lindqvist",
        "Diaz, Cara; Lindqvist, Bo",
    ],
)
def test_a_name_with_a_comma_is_kept_apart_as_a_whole(avoid: str) -> None:
    found = roster(f'Name,Avoid\n"Petrov, Ana","{avoid}"\n"Lindqvist, Bo",\n"Diaz, Cara",\n')

    assert "Lindqvist, Bo" in found.people[0]["avoid"]  # type: ignore[operator]


def test_several_names_with_commas_are_told_apart() -> None:
    found = roster(
        'Name,Avoid\n"Petrov, Ana","Diaz, Cara, Lindqvist, Bo"\n"Lindqvist, Bo",\n"Diaz, Cara",\n'
    )

    assert found.people[0]["avoid"] == ["Diaz, Cara", "Lindqvist, Bo"]


def test_somebody_to_keep_apart_who_is_unknown_is_a_refusal_with_the_row() -> None:
    with pytest.raises(InputError, match=r"Bo Lindkvist \(row 2\), Zoe \(row 3\)"):
        roster("Name,Avoid\nAna Petrov,Bo Lindkvist\nBo Lindqvist,Zoe\n")


def test_an_unknown_name_with_a_comma_is_named_as_it_was_written() -> None:
    with pytest.raises(InputError, match=r": Lindkvist, Bo \(row 2\)\."):
        roster('Name,Avoid\n"Petrov, Ana","Lindkvist, Bo"\n"Lindqvist, Bo",\n')


def test_somebody_to_keep_apart_who_does_not_come_needs_no_refusal() -> None:
    found = roster("Name,RSVP,Avoid\nAna Petrov,yes,Bo Lindqvist\nBo Lindqvist,no,\nCy Orr,yes,\n")

    assert "avoid" not in found.people[0]
    assert doubts(found) == ["Bo Lindqvist is not on the roster and was left out."]


def test_both_of_two_namesakes_are_kept_apart() -> None:
    found = roster("Name,Company,Avoid\nAna Petrov,A,Ken Ito\nKen Ito,B,\nKen Ito,C,\n")

    assert found.people[0]["avoid"] == ["Ken Ito (B)", "Ken Ito (C)"]
