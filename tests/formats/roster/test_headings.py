"""What the headings of a roster mean, in fourteen languages, and which column has the names."""

from __future__ import annotations

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.roster.columns.headings import guess, meaning
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read

LANGUAGES = {
    "en": "Name,Company,Industry,Notes,Attendance",
    "ja": "氏名,会社名,業種,備考,出欠",
    "de": "Vor- und Nachname,Firma,Branche,Bemerkung,Teilnahme",
    "fr": "Nom complet,Société,Secteur d'activité,Remarques,Présence",
    "es": "Nombre y apellidos,Empresa,Sector,Observaciones,Asistencia",
    "it": "Nome e cognome,Azienda,Settore,Osservazioni,Presenza",
    "pt": "Nome completo,Empresa,Setor,Observações,Presença",
    "nl": "Volledige naam,Bedrijf,Branche,Opmerkingen,Aanwezigheid",
    "pl": "Imię i nazwisko,Firma,Branża,Uwagi,Obecność",
    "sv": "Namn,Företag,Bransch,Anmärkningar,Närvaro",
    "ru": "ФИО,Компания,Отрасль,Примечания,Участие",
    "ko": "이름,회사명,업종,비고,참석여부",
    "zh-Hans": "姓名,公司名称,行业,备注,是否参加",
    "zh-Hant": "姓名,公司名稱,行業,備註,是否參加",
}


def roster(text: str) -> RosterReading:
    return read(text.encode())


def names(found: RosterReading) -> list[object]:
    return [person["name"] for person in found.people]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_roster_is_understood_in_each_language(language: str) -> None:
    found = roster(f"{LANGUAGES[language]}\nAnn Lee,North,food,late,1\nBen Oak,South,law,,1\n")

    assert found.people[0] == {
        "name": "Ann Lee",
        "company": "North",
        "industry": "food",
        "remark": "late",
    }
    assert found.ignored == ()


@pytest.mark.parametrize(
    ("headings", "row", "name"),
    [
        ("Vorname,Nachname", "Jürgen,Groß", "Jürgen Groß"),
        ("Name,Vorname", "Groß,Jürgen", "Jürgen Groß"),
        ("Nom,Prénom", "Roy,Renée", "Renée Roy"),
        ("Prénom,Nom de famille", "Renée,Roy", "Renée Roy"),
        ("Nombre,Apellidos", "José,Núñez", "José Núñez"),
        ("Nome,Cognome", "Lia,Rossi", "Lia Rossi"),
        ("Nome,Sobrenome", "João,Reis", "João Reis"),
        ("Voornaam,Achternaam", "Anne,de Wit", "Anne de Wit"),
        ("Voornaam,Tussenvoegsel,Achternaam", "Anne,de,Wit", "Anne de Wit"),
        ("Imię,Nazwisko", "Żaneta,Wąs", "Żaneta Wąs"),
        ("Förnamn,Efternamn", "Åsa,Öst", "Åsa Öst"),
        ("Имя,Фамилия", "Анна,Ли", "Анна Ли"),
        ("Фамилия,Имя", "Ли,Анна", "Анна Ли"),
        ("성,이름", "김,민수", "김민수"),
        ("姓,名", "青木,恵", "青木 恵"),
        ("参加者 姓,参加者 名", "青木,恵", "青木 恵"),
        ("Full Name - First Name,Full Name - Last Name", "Ann,Lee", "Ann Lee"),
        ("Attendee first name,Attendee last name", "Ann,Lee", "Ann Lee"),
    ],
)
def test_a_name_in_two_columns_is_put_together(headings: str, row: str, name: str) -> None:
    assert names(roster(f"{headings}\n{row}\n")) == [name]


@pytest.mark.parametrize("extra", ["First name", "Last name"])
def test_a_part_of_the_name_beside_the_whole_name_is_not_added(extra: str) -> None:
    part = {"First name": ("Ann", "Ben"), "Last name": ("Lee", "Oak")}[extra]

    found = roster(f"Name,{extra}\nAnn Lee,{part[0]}\nBen Oak,{part[1]}\n")

    assert names(found) == ["Ann Lee", "Ben Oak"]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "ご芳名",
            "芳名",
            "姓名",
            "ご参加者名",
            "申込者名",
            "会員名",
            "ゲスト名",
            "お客様名",
            "代表者名",
        ),
        *(
            "Participant Name",
            "Ticket Holder Name",
            "Delegate",
            "full_name",
            "1. お名前（必須）",
            "Ｎａｍｅ*",
        ),
        *(
            "メンバー名",
            "予約者名",
            "Invitee Name",
            "Name und Vorname",
            "Prénom NOM",
            "Nome Cognome",
            "Naam en voornaam",
        ),
        *(
            "Teilnehmer",
            "Nom du participant",
            "Nombre del asistente",
            "Name des Teilnehmers",
            "참석자명",
            "嘉宾姓名",
            "报名人",
            "Deltagarens namn",
            "Imię i nazwisko uczestnika",
            "Ф.И.О.",
        ),
    ],
)
def test_names_stand_under_many_headings(heading: str) -> None:
    assert names(roster(f"No,{heading},Company\n1,Ann Lee,A\n2,Ben Oak,B\n")) == [
        "Ann Lee",
        "Ben Oak",
    ]


def test_a_column_that_asks_for_a_yes_or_a_no_is_no_column_of_names() -> None:
    assert names(roster("Member,Name\nYes,Ann Lee\nNo,Bo Oh\n")) == ["Ann Lee", "Bo Oh"]


def test_first_and_last_name_in_brackets_are_put_together() -> None:
    assert names(roster("Name (First),Name (Last)\nAnn,Lee\nBo,Oh\n")) == ["Ann Lee", "Bo Oh"]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Attendee #",
            "Participant #",
            "Ticket number",
            "Guest No.",
            "参加者番号",
            "受付番号",
            "Name ID",
        ),
        *("ticket_name", "Order #", "api_id", "参加枠名", "ユーザー名"),
    ],
)
def test_a_number_or_a_kind_of_ticket_is_never_a_name(heading: str) -> None:
    assert meaning(heading) is None
    assert guess(heading) is None


@pytest.mark.parametrize(
    ("payer", "person"),
    [
        ("Order First Name,Order Last Name", "Ticket First Name,Ticket Last Name"),
        ("Buyer Name,x", "Attendee Name,y"),
        ("Purchaser Name,x", "Delegate,y"),
        ("申込者名,x", "参加者名,y"),
        ("購入者 姓,購入者 名", "参加者 姓,参加者 名"),
        ("Acheteur,x", "Nom,y"),
    ],
)
def test_the_person_who_comes_counts_and_not_who_paid(payer: str, person: str) -> None:
    found = roster(f"{payer},{person}\nMax,Mann,Ann,Lee\nMax,Mann,Ben,Oak\n")

    assert [{*str(name).split()} - {"Lee", "Oak"} for name in names(found)] == [{"Ann"}, {"Ben"}]


def test_the_mail_address_of_who_paid_is_nobody_else_s() -> None:
    found = roster("Order Email,Attendee Name\nx@a.org,Ann Lee\nx@a.org,Ben Oak\n")

    assert found.people == ({"name": "Ann Lee"}, {"name": "Ben Oak"})


@pytest.mark.parametrize("name", ["Buyer name", "申込者名", "Purchaser Name"])
def test_who_paid_comes_where_no_other_column_has_names(name: str) -> None:
    assert names(roster(f"{name},Seat\nAnn Lee,3\nBen Oak,4\n")) == ["Ann Lee", "Ben Oak"]


@pytest.mark.parametrize("cell", ["anonymous", "", "Form", "匿名"])
def test_a_column_with_one_word_for_everybody_loses_against_the_one_with_names(cell: str) -> None:
    found = roster(f"Name,ご氏名を教えてください,会社\n{cell},森 さくら,A\n{cell},林 誠,B\n")

    assert names(found) == ["森 さくら", "林 誠"]


def test_who_has_no_whole_name_has_its_parts() -> None:
    found = roster("name,first_name,last_name\nAnn Lee,Ann,Lee\n,Ben,Oak\n")

    assert names(found) == ["Ann Lee", "Ben Oak"]


def test_a_reading_in_brackets_behind_the_name_is_the_reading() -> None:
    found = roster("氏名（ふりがな）,会社\n青木 恵（あおき めぐみ）,A\n石井 武(イシイ タケシ),B\n")

    assert found.people == (
        {"name": "青木 恵", "kana": "あおき めぐみ", "company": "A"},
        {"name": "石井 武", "kana": "イシイ タケシ", "company": "B"},
    )


def test_a_column_for_the_reading_beside_one_for_the_name_is_the_reading() -> None:
    found = roster("氏名,氏名（ふりがな）\n青木 恵,あおき めぐみ\n")

    assert found.people == ({"name": "青木 恵", "kana": "あおき めぐみ"},)


def test_merged_headings_of_a_table_of_text_are_understood() -> None:
    found = roster("氏名,会社,,備考\n,名称,業種,\n森 さくら,A社,食品,\n林 誠,B社,建築,遅刻\n")

    assert found.people == (
        {"name": "森 さくら", "company": "A社", "industry": "食品"},
        {"name": "林 誠", "company": "B社", "industry": "建築", "remark": "遅刻"},
    )


def test_a_title_and_a_line_of_remarks_above_the_headings_are_no_headings() -> None:
    found = roster("交流会 参加者名簿,,\n（敬称略）,,\nNo,氏名,会社名\n1,森 さくら,A社\n")

    assert found.people == ({"name": "森 さくら", "company": "A社"},)
    assert [each.heading for each in found.columns] == ["No", "氏名", "会社名"]


def test_headings_that_are_not_known_are_listed_with_those_that_would_be() -> None:
    with pytest.raises(InputError) as wrong:
        roster("REF,KUNDE,ORT\n1,Ann Lee,Ulm\n2,Ben Oak,Bonn\n")

    assert "Row 1 has: REF, KUNDE, ORT" in str(wrong.value)
    assert "氏名" in str(wrong.value)


def test_several_columns_without_headings_are_not_read_as_names() -> None:
    with pytest.raises(InputError, match="No column holds names"):
        roster("Ann Lee,North\nBen Oak,South\n")


@pytest.mark.parametrize(
    ("pasted", "wanted"),
    [
        ("1. Ann Lee\n2. Ben Oak\n", ["Ann Lee", "Ben Oak"]),
        ("・森 さくら\n・林 誠\n", ["森 さくら", "林 誠"]),
        ("■ 森 さくら\n■ 林 誠\n", ["森 さくら", "林 誠"]),
        ("Ann Lee\nJohn Doe, PhD\nBen Oak\n", ["Ann Lee", "John Doe, PhD", "Ben Oak"]),
        ("Ann Lee, Ben Oak, Cleo Ray\n", ["Ann Lee", "Ben Oak", "Cleo Ray"]),
        ("森 さくら、林 誠、原 京子\n", ["森 さくら", "林 誠", "原 京子"]),
        ("* Ann Lee\n* Ben Oak\n", ["Ann Lee", "Ben Oak"]),
        ("Ann Lee <ann@a.org>\nBen Oak <ben@b.org>\n", ["Ann Lee", "Ben Oak"]),
        ("お名前\n森 さくら 様\n林 誠さん\n", ["森 さくら", "林 誠"]),
    ],
)
def test_a_pasted_list_of_names_is_a_roster(pasted: str, wanted: list[str]) -> None:
    assert names(roster(pasted)) == wanted


def test_a_single_word_above_full_names_may_be_a_heading_and_is_told() -> None:
    found = roster("CLIENTES\nAnn Lee\nBen Oak\nCleo Ray\n")

    assert [plain(doubt.said) for doubt in found.doubtful] == [
        "CLIENTES was taken for a person: is it the heading?"
    ]


def test_what_hosts_write_about_people_is_kept_as_a_remark() -> None:
    found = roster(
        "氏名,役職,紹介者,懇親会,アレルギー,車椅子\n"
        "森 さくら,部長,原 京子,参加,卵,なし\n林 誠,,,不参加,特になし,要\n"
    )

    assert [person.get("remark") for person in found.people] == [
        "役職：部長; 紹介者：原 京子; 懇親会：参加; アレルギー：卵",
        "懇親会：不参加; 車椅子：要",
    ]
    assert len(found.people) == 2


def test_what_hosts_write_in_english_is_kept_as_a_remark() -> None:
    found = roster("Name,Job title,Allergies,Wheelchair access,Comments\nAnn,CEO,nuts,no,Late!\n")

    assert found.people == ({"name": "Ann", "remark": "Job title: CEO; Allergies: nuts; Late!"},)


@pytest.mark.parametrize(
    ("written", "name", "remark"),
    [
        ("森 さくら（代理：加藤）", "森 さくら", "代理：加藤"),
        ("森 さくら ※遅れます", "森 さくら", "遅れます"),
        ("森 さくら 代表取締役", "森 さくら", "代表取締役"),
        ("代表取締役　森 さくら", "森 さくら", "代表取締役"),
        ("Ann Lee (she/her)", "Ann Lee", "she/her"),
        ("Ann Lee, CEO", "Ann Lee", "CEO"),
    ],
)
def test_what_stands_behind_a_name_is_told_and_kept(written: str, name: str, remark: str) -> None:
    found = roster(f'氏名,会社\n"{written}",A\n林 誠,B\n')

    assert found.people[0] == {"name": name, "company": "A", "remark": remark}
    assert [doubt.row for doubt in found.doubtful] == [2]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *(("森 さくらさん", "森 さくら"), ("田中氏", "田中"), ("林 誠 先生", "林 誠")),
        *(("Mr. Bo Lindqvist", "Bo Lindqvist"), ("Ms Ann Lee", "Ann Lee")),
        *(("Dr. Ann Lee", "Ann Lee"), ("Herr Jürgen Groß", "Jürgen Groß")),
        *(("Mme Renée Roy", "Renée Roy"), ("김민수 님", "김민수"), ("王小明 先生", "王小明")),
        *(("Msgr Ann", "Msgr Ann"), ("Drew Lee", "Drew Lee"), ("足利 尊氏", "足利 尊氏")),
    ],
)
def test_honorifics_in_front_and_behind_go(written: str, name: str) -> None:
    assert names(roster(f"氏名,会社\n{written},A\n")) == [name]


def test_numbers_of_rows_are_no_ids() -> None:
    assert roster("ID,Name\n1,Ann Lee\n2,Ben Oak\n").people == (
        {"name": "Ann Lee"},
        {"name": "Ben Oak"},
    )
