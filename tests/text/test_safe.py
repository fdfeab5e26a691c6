"""What people type, on its way to the file, to the screen and to a spreadsheet."""

import unicodedata

import pytest
from hypothesis import given

from rounds.text.safe import clean, clean_line, csv_cell, many_lines, one_line, source_line
from tests.text.typed import ANYTHING, NASTY


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Aiko Tanaka", "Aiko Tanaka"),
        ("[/] Ann [/b]", "[/] Ann [/b]"),
        ("\x1b[2JBob", "�[2JBob"),
        ("\x1b]52;c;eA==\x07Bob", "�]52;c;eA==�Bob"),
        ("\x9b2JBob", "�2JBob"),
        ("\u202egpj.exe", "gpj.exe"),
        ("Bo\u200bb\ufeff\xad", "Bob"),
        ("  two \t words\r\nhere\u2028now ", "two words here now"),
        ("山田　太郎", "山田 太郎"),
        ("A\ud800\ue000B", "A��B"),
        ("👩\u200d👩\u200d👧 Fam", "👩\u200d👩\u200d👧 Fam"),
        ("\u200dBo\u200d b\u200d", "Bo b"),
        ("\u0301Bob", "Bob"),
        ("ﾃｽﾄ ﾀﾛｳ", "ﾃｽﾄ ﾀﾛｳ"),
        ("🏴\U000e0067\U000e0062\U000e007f Ann", "🏴\U000e0067\U000e0062\U000e007f Ann"),
        ("Ann\U000e0067\U000e0062", "Ann"),
        ("\u3164", ""),
        ("", ""),
    ],
)
def test_a_name_is_shown_on_one_harmless_line(typed: str, shown: str) -> None:
    assert one_line(typed) == shown


def test_a_letter_carries_at_most_four_marks() -> None:
    assert one_line("B" + "\u0300" * 60 + "ob") == "B" + "\u0300" * 4 + "ob"


@given(ANYTHING | NASTY)
def test_nothing_shown_can_steer_a_terminal(typed: str) -> None:
    shown = one_line(typed)

    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(c) for c in shown} & {"RLO", "LRO", "RLE", "LRE", "RLI"}
    shown.encode("utf-8")


@given(ANYTHING | NASTY)
def test_showing_twice_changes_nothing(typed: str) -> None:
    assert one_line(one_line(typed)) == one_line(typed)


@pytest.mark.parametrize(
    ("line", "shown"),
    [("  a   = 1", "  a   = 1"), ("\ta\x1b[31m", " a\ufffd[31m"), ("山　田\r", "山　田 ")],
)
def test_a_line_of_a_file_is_shown_with_its_blanks(line: str, shown: str) -> None:
    assert source_line(line) == shown


def test_lines_of_a_note_stay_lines_on_the_screen() -> None:
    assert many_lines("one\r\ntwo\x1b[2J\u2028three") == "one\ntwo�[2J\nthree"


@given(ANYTHING | NASTY)
def test_what_is_stored_is_clean(typed: str) -> None:
    stored = clean(typed)

    assert stored == clean(stored) == unicodedata.normalize("NFC", stored)
    assert {c for c in stored if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
    assert "\n" not in clean_line(typed)


def test_text_is_stored_as_it_was_meant() -> None:
    assert clean("か\u3099\r\nb\rc\x00\ud800\ufeff") == "が\nb\nc"
    assert clean_line(" Aiko\r\n\tTanaka ") == "Aiko Tanaka"
    assert clean_line("山田　太郎") == "山田　太郎"


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+81 90",
        "-5",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1+1",
        "\n=1",
        "\r=1",
        "\u3000＋1",
        "\u200b=1",
    ],
)
def test_a_cell_is_never_taken_for_a_formula(typed: str) -> None:
    assert csv_cell(typed).startswith("'")


@pytest.mark.parametrize("typed", ["plain", "a=b", "|x", "　今日は", 'a"b,c', "x\ny", "", "'=1"])
def test_ordinary_cells_stay_as_they_are(typed: str) -> None:
    assert csv_cell(typed) == typed


@given(ANYTHING | NASTY)
def test_a_cell_holds_no_control_characters(typed: str) -> None:
    cell = csv_cell(typed)

    assert {c for c in cell if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n", "\t"}
