"""What programs write into the cells of a list: codes, formulas, quotes, old encodings."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from rounds.domain.errors import InputError
from rounds.domain.sentence import plain
from rounds.formats.roster.reading import RosterReading
from rounds.formats.roster.table import read


def roster(text: str) -> RosterReading:
    return read(text.encode())


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Sean O&#039;Brien", "Sean O'Brien"),
        ("Ren&eacute;e Roy", "Renée Roy"),
        ("O&amp;#039;Hara", "O'Hara"),
        ("森&nbsp;さくら", "森 さくら"),
        ("Bo &lt;Lindqvist", "Bo <Lindqvist"),
        ("AT&T Lee", "AT&T Lee"),
        ('="Ann Lee"', "Ann Lee"),
        ('"=""Ann Lee"""', "Ann Lee"),
        ('="Petrov, Ana"', "Petrov, Ana"),
        ("'Ann Lee", "Ann Lee"),
        ("'Ann Lee'", "Ann Lee"),
        ("'t Hooft", "'t Hooft"),
        ("O'Brien", "O'Brien"),
        ("　森　さくら\u200b ", "森 さくら\u200b"),
    ],
)
def test_what_programs_put_around_a_text_is_undone(cell: str, name: str) -> None:
    assert roster(f"Name,Company\n{cell},North\n").people[0]["name"] == name


def test_a_number_that_was_kept_as_text_is_that_text() -> None:
    assert roster('name,company\nAnn,="0123"\n').people == ({"name": "Ann", "company": "0123"},)


def test_a_row_with_more_cells_than_headings_is_told_and_nothing_is_shifted() -> None:
    found = roster("name,company,email\nJane Roe, MBA,North,j@a.org\nBo Lindqvist,South,b@a.org\n")

    assert found.people == ({"name": "Bo Lindqvist", "company": "South", "contact": "b@a.org"},)
    assert [(each.row, each.name) for each in found.left_out] == [(2, "Jane Roe")]
    assert "more cells than headings" in plain(found.left_out[0].why)


def test_empty_cells_at_the_end_of_a_row_do_no_harm() -> None:
    assert len(roster("name,company\nAnn,North,,\nBen,South,\n").people) == 2


def test_a_quote_that_is_never_closed_is_told_with_its_row() -> None:
    with pytest.raises(InputError, match="Row 3: a quote opens and is never closed"):
        roster('name,company\nAnn,North\n"Ben,South\nCleo,East\nDan,West\n')


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name;Firma\rJürgen Groß;Bäckerei Weiß\rZoë Öz;Café\r", "mac_roman"),
        ("Nom;Société\rÉmile Crête;Pâtisserie\r", "mac_roman"),
        ("Nombre;Empresa\rJosé Núñez;Ñandú\r", "mac_roman"),
        ("氏名,会社名\r\n森 さくら,北の森\r\n", "cp932"),
        ("ｼﾒｲ,氏名\r\nﾓﾘ ｻｸﾗ,森 さくら\r\n", "cp932"),
        ("이름,회사\r\n김민수,한국전자\r\n", "cp949"),
        ("姓名,公司\r\n王小明,北京科技\r\n", "gb18030"),
        ("姓名,公司\r\n陳美玲,台灣食品\r\n", "big5"),
        ("Name,Company\r\nÁngel O’Brien,Crème\r\n", "cp1252"),
        ("Name\tFirma\nJürgen\tWeiß\n", "utf-16"),
    ],
)
def test_letters_survive_whatever_program_saved_the_list(text: str, encoding: str) -> None:
    wanted = roster(text.replace("\r\n", "\n").replace("\r", "\n")).people

    found = read(text.encode(encoding))

    assert found.people == wanted
    assert found.doubtful == ()


def test_letters_that_may_be_wrong_are_told() -> None:
    found = read(b"Name,Company\nann\xb1 lee,North\n")

    assert "Perhaps some letters are wrong" in plain(found.doubtful[0].said)


def test_a_roster_of_a_thousand_rows_is_read_in_a_moment() -> None:
    rows = "".join(f"{n},Ann{n} Lee,ann{n}@a.org,North {n % 90},maybe,nuts\n" for n in range(1000))
    begin = time.process_time()

    found = roster("No,Name,Email,Company,RSVP,Allergies\n" + rows)

    assert len(found.people) == 1000
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("piece", ["a,", "(", "a/", "a - ", "+1 ", "a and ", "&amp;", "様", "~"])
@pytest.mark.parametrize(
    "table",
    [
        'Name,RSVP\n"{}",yes\nBen,no\n',
        'Name,RSVP\nAnn,"{}"\nBen,no\n',
        '"{}",RSVP,Name\nx,yes,Ann\n',
        'Name,Avoid\nAnn,"{}"\nBen,\n',
    ],
)
def test_a_long_cell_of_signs_is_looked_through_in_a_moment(table: str, piece: str) -> None:
    begin = time.process_time()

    with suppress(InputError):
        roster(table.format(piece * (9_000 // len(piece))))

    assert time.process_time() - begin < 2
