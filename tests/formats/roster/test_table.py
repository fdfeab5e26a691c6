from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.new_event import blocks, with_people
from rounds.formats.roster.reading import PersonData, RosterReading
from rounds.formats.roster.report import lines
from rounds.formats.roster.table import read

JAPANESE = (
    "氏名,フリガナ,会社名,業種,参加目的\r\n"
    "青木 美咲,アオキ ミサキ,青木社労士事務所,士業,顧問先を探す\r\n"
)
JAPANESE_READ = {
    "name": "青木 美咲",
    "kana": "アオキ ミサキ",
    "company": "青木社労士事務所",
    "industry": "士業",
    "purpose": "顧問先を探す",
}


def people(text: str) -> list[PersonData]:
    return list(read(text.encode()).people)


def told(roster: RosterReading) -> str:
    return "\n".join(plain(line) for line in lines(roster))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le"])
def test_a_japanese_roster_is_read_however_it_was_saved(encoding: str) -> None:
    roster = read(JAPANESE.encode(encoding))

    assert list(roster.people) == [JAPANESE_READ]


def test_western_letters_survive_excel_too() -> None:
    roster = read("Name,Company\r\nRenée Müller,Café Zoë\r\n".encode("cp1252"))

    assert roster.people[0] == {"name": "Renée Müller", "company": "Café Zoë"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_usual_delimiter_will_do(delimiter: str) -> None:
    text = "Name,Company,Industry\nAnn,North,food\nBen,South,law\n".replace(",", delimiter)

    assert [person["industry"] for person in people(text)] == ["food", "law"]


@pytest.mark.parametrize(
    "heading",
    [
        "Name",
        " NAME ",
        "Full name",
        "ｎａｍｅ",
        "Participant",
        "氏名",
        "お名前",
        "氏　名（必須）",
        "ご氏名*",
    ],
)
def test_a_name_goes_by_many_headings(heading: str) -> None:
    assert people(f"{heading},会社\nAnn,North\n") == [{"name": "Ann", "company": "North"}]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Organisation", "company"),
        ("所属", "company"),
        ("会社名・屋号", "company"),
        ("業種", "industry"),
        ("Industry / Sector", "industry"),
        ("参加目的（任意）", "purpose"),
        ("What brings you here tonight?", "purpose"),
        ("参加の目的を教えてください", "purpose"),
        ("求めること", "seeks"),
        ("提供できること", "offers"),
        ("ふりがな", "kana"),
        ("E-mail", "contact"),
    ],
)
def test_a_column_is_understood_by_what_it_asks_for(heading: str, field: str) -> None:
    assert people(f'name,"{heading}"\nAnn,x\n') == [{"name": "Ann", field: "x"}]


def test_a_bare_list_of_names_is_a_roster() -> None:
    assert people("Ann\nBen\n\nCleo\n") == [{"name": "Ann"}, {"name": "Ben"}, {"name": "Cleo"}]


def test_a_title_above_the_headings_does_no_harm() -> None:
    roster = read(b"Spring mixer,,\n,,\nName,Company,Shoe size\nAnn,North,38\n")

    assert roster.people == ({"name": "Ann", "company": "North"},)
    assert "1 row above the headings was left out." in told(roster)


def test_columns_that_mean_nothing_are_told() -> None:
    roster = read(b"Name,Shoe size,Shirt\nAnn,38,M\n")

    assert "not used: Shoe size, Shirt" in told(roster)


def test_a_line_without_a_name_is_told() -> None:
    roster = read(b"Name,Company\nAnn,North\n,South\n")

    assert len(roster.people) == 1
    assert "row 3: no name in the row" in told(roster)


def test_two_of_one_name_get_ids() -> None:
    roster = read(b"Name,Company\nKen,Bakery\nKen,Steel\n")

    assert [person["id"] for person in roster.people] == ["Ken (Bakery)", "Ken (Steel)"]
    assert "Ken is on the roster more than once (rows 2, 3)" in told(roster)


def test_family_and_given_names_are_put_together_as_the_language_does() -> None:
    assert people("First name,Last name\nAnn,Lee\n") == [{"name": "Ann Lee"}]
    assert people("姓,名\n青木,美咲\n") == [{"name": "青木 美咲"}]


def test_wishes_are_found_on_the_roster_or_told() -> None:
    roster = read(b'Name,Wishes\nAnn Lee,"ann lee; Ben Oak; Nobody"\nBen Oak,\n')

    assert roster.people[0]["wishes"] == ["Ben Oak"]
    assert "row 2: Nobody is not on the roster and was left out." in told(roster)


def test_a_cell_with_a_line_break_becomes_one_line() -> None:
    assert people('Name,Purpose\n"Ann","find\na supplier"\n')[0]["purpose"] == "find a supplier"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 a workbook", "workbook is damaged"),
        (b"\x00\x01\x02", "cannot be read"),
        (b"company,industry\nNorth,food\n", "No column holds names"),
        (b"name,company\n,North\n", "has no people"),
    ],
)
def test_a_roster_that_is_none_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


def test_a_starting_file_gets_the_people_in_the_place_of_its_examples() -> None:
    template = '# Yours.\n\n[event]\ntitle = "x"\n\n[[participants]]\nname = "Example"\n'

    text = with_people(template, [{"name": 'Ann "the" Lee', "avoid": ["Ben"]}, {"name": "Ben"}])

    assert text.startswith("# Yours.")
    assert [each["name"] for each in tomllib.loads(text)["participants"]] == [
        'Ann "the" Lee',
        "Ben",
    ]


@given(
    st.lists(st.dictionaries(st.sampled_from(["name", "company", "pitch"]), st.text(), min_size=1))
)
def test_whatever_stands_in_a_cell_is_written_as_it_is(found: list[dict[str, object]]) -> None:
    if any("\ud800" <= c <= "\udfff" for person in found for v in person.values() for c in str(v)):
        return
    assert tomllib.loads(blocks(found)).get("participants", []) == found


@given(st.binary(max_size=300))
def test_no_file_however_broken_makes_the_reader_stumble(data: bytes) -> None:
    try:
        roster = read(data)
    except InputError:
        return
    assert all(person["name"] for person in roster.people)
    blocks(roster.people)


@pytest.mark.parametrize("heading", ["Role", "役割"])
def test_what_somebody_does_is_no_side_but_a_remark(heading: str) -> None:
    roster = read(f"Name,{heading}\nAnn,CEO\nBen,Engineer\nCleo,Designer\nDan,\n".encode())

    assert [person.get("side") for person in roster.people] == [None] * 4
    assert [str(person.get("remark", ""))[-3:] for person in roster.people[::3]] == ["CEO", ""]


def test_a_column_of_two_roles_names_the_sides() -> None:
    roster = read(b"Name,Role\nAnn,mentor\nBen,Mentee\nCleo,mentee\nDan,Mentor\n")

    assert [person["side"] for person in roster.people] == ["mentor", "Mentee", "mentee", "Mentor"]
    assert "Role: side" in told(roster)


def test_a_column_of_sides_is_taken_before_one_of_roles() -> None:
    roster = read(b"Name,Role,Side\nAnn,boss,mentor\nBen,staff,mentee\n")

    assert [person["side"] for person in roster.people] == ["mentor", "mentee"]
    assert [person["remark"] for person in roster.people] == ["Role: boss", "Role: staff"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("伊藤　健太 様", "伊藤 健太"),
        ("伊藤 健太様", "伊藤 健太"),
        ("伊藤 健様", "伊藤 健"),
        ("いとう けんたさま", "いとう けんた"),
        ("伊藤 健 殿", "伊藤 健"),
        ("伊藤健太殿", "伊藤健太"),
        ("様", "様"),
        ("伊 様", "伊 様"),
        ("鵜殿", "鵜殿"),
        ("やまだ あさま", "やまだ あさま"),
    ],
)
def test_a_name_leaves_its_honorific_on_the_envelope(written: str, name: str) -> None:
    assert people(f"氏名,会社名\n{written},北の森\n")[0]["name"] == name


def test_somebody_to_avoid_may_be_written_with_an_honorific() -> None:
    found = people("氏名,避けたい人\n伊藤 健太 様,佐藤花子様\n佐藤 花子 様,\n")

    assert found[0]["avoid"] == ["佐藤 花子"]


@pytest.mark.parametrize(
    "heading", ["出欠", "出欠席", "参加", "Attendance", "RSVP", "ご出欠（必須）"]
)
@pytest.mark.parametrize(
    "word",
    [
        *("欠席", "欠席いたします", "ご欠席", "不参加です", "参加できません", "参加しない"),
        *("×", "No", "No, sorry", "ABSENT", "declined", "Not attending"),
    ],
)
def test_who_is_marked_absent_is_left_out_and_named(heading: str, word: str) -> None:
    roster = read(
        f'氏名,{heading}\n青木 美咲,出席\n伊藤 健太 様,"{word}"\n佐藤 花子,たぶん\n'.encode()
    )

    assert [person["name"] for person in roster.people] == ["青木 美咲", "佐藤 花子"]
    assert f"row 3, 伊藤 健太: does not come: {word}" in told(roster)


@pytest.mark.parametrize("word", ["出席", "参加", "参加できます", "Yes", "Notably yes", "Norway"])
def test_who_is_not_plainly_absent_is_on_the_roster(word: str) -> None:
    roster = read(f"氏名,出欠\n青木 美咲,出席\n伊藤 健太,{word}\n".encode())

    assert len(roster.people) == 2


def test_rows_without_names_are_not_called_absent() -> None:
    with pytest.raises(InputError, match="has no people"):
        read("氏名,出欠\n,出席\n".encode())


def test_a_roster_of_absent_people_says_so() -> None:
    with pytest.raises(InputError, match="Nobody on this roster can be taken: 青木 美咲"):
        read("氏名,出欠\n青木 美咲,欠席\n".encode())
