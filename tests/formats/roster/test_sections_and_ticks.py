"""Who comes, where only the whole list tells: sections of a list, marks in a column."""

from __future__ import annotations

import pytest

from rounds.domain.sentence import plain
from rounds.formats.roster.people.answers import answer
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read


def names(found: RosterReading) -> list[object]:
    return [person["name"] for person in found.people]


@pytest.mark.parametrize(
    ("here", "away"),
    [
        ("CONFIRMED", "DECLINED"),
        ("Coming:", "Not coming (1):"),
        ("【出席】", "【欠席】"),
        ("■参加者（2名）", "■欠席者（1名）"),
        ("Zusagen", "Absagen"),
        ("Confirmés", "Excusés"),
        ("참석자", "불참자"),
    ],
)
@pytest.mark.parametrize("headings", ["Name,Company\n", ""])
def test_who_stands_in_the_section_of_those_who_cancelled_does_not_come(
    headings: str, here: str, away: str
) -> None:
    company = ",North" if headings else ""
    rows = [here, f"Ann Lee{company}", f"Bo Oh{company}", away, f"Cy Day{company}"]

    found = read((headings + "\n".join(rows) + "\n").encode())

    assert names(found) == ["Ann Lee", "Bo Oh"]
    (last,) = (each for each in found.left_out if each.name == "Cy Day")
    assert plain(last.why).startswith("does not come")


def test_who_stands_in_the_section_of_a_waiting_list_waits() -> None:
    found = read("氏名,会社\n青木,あおぞら\nキャンセル待ち,\n石井,石井商店\n".encode())

    assert names(found) == ["青木"]
    assert "waiting list" in plain(found.left_out[-1].why)


def test_counts_above_a_list_are_no_sections() -> None:
    found = read("氏名,会社\n参加者 2名,\n欠席者 1名,\n青木,あおぞら\n石井,石井商店\n".encode())

    assert names(found) == ["青木", "石井"]


def test_a_person_with_a_name_like_an_answer_begins_no_section() -> None:
    assert names(read(b"Will\nNo\nAnn\n")) == ["Will", "No", "Ann"]


def test_an_x_ticks_those_who_come_where_the_others_have_none() -> None:
    found = read(b"Name;Kommt\nIda;x\nUwe;\nEva;-\nMax;x (mit Frau)\n")

    assert "Ida" in names(found)
    assert "Max" in names(found)
    assert plain(found.doubtful[0].said) == "No answer, taken as coming: Uwe, Eva"


def test_an_x_beside_other_answers_says_no() -> None:
    assert names(read("氏名,出欠\n青木,○\n石井,x\n上原,\n".encode())) == ["青木", "上原"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("아쉽지만 못 가요", "no"),
        ("Weiß noch nicht", "doubtful"),
        ("갈 수도 있어요", "doubtful"),
        ("참여확정", "yes"),
    ],
)
def test_answers_of_forms_are_understood(cell: str, said: str) -> None:
    assert answer(cell) == said


@pytest.mark.parametrize(
    "table",
    [
        "氏名,お支払い状況\nAnn Lee,支払い済み\nBo Oh,返金済み\n",
        "Nom,État du billet\nAnn Lee,Payé\nBo Oh,Remboursé\n",
        "Name,Bist du am 14. Mai dabei?\nAnn Lee,Ja klar!\nBo Oh,Leider nein\n",
        "Nome,Confirma presença?\nAnn Lee,Confirmo\nBo Oh,Não poderei ir\n",
        "이름,참여상태\nAnn Lee,참여확정\nBo Oh,신청취소\n",
        "ビジター名,出欠\nAnn Lee,参加\nBo Oh,欠席連絡あり\n",
    ],
)
def test_more_columns_tell_who_comes(table: str) -> None:
    assert names(read(table.encode())) == ["Ann Lee"]


def test_a_list_with_circled_numbers_has_a_title_and_people() -> None:
    lines = [
        "5/14 交流会 参加表明",
        "①山口 百恵",
        "②三浦 友和（遅れます）",
        "③郷 ひろみ→キャンセル",
    ]

    assert names(read("\n".join(lines).encode())) == ["山口 百恵", "三浦 友和"]
