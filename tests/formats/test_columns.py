from __future__ import annotations

from rounds.formats.columns import aligned, wrapped
from rounds.i18n import using
from rounds.text.width import width


def test_columns_begin_at_the_same_cell_in_any_script() -> None:
    lines = aligned([["青木 美咲", "IT"], ["Ann", "food"]])

    assert lines == ["  青木 美咲  IT", "  Ann        food"]
    assert {
        width(line[: line.index(last)]) for line, last in zip(lines, ["IT", "food"], strict=True)
    } == {13}


def test_numbers_stand_to_the_right() -> None:
    assert aligned([["9", "x"], ["10", "y"]]) == ["   9  x", "  10  y"]


def test_a_name_of_eighty_letters_does_not_push_the_others_away() -> None:
    (line,) = aligned([["x" * 80, "end"]], widest=10)

    assert line == "  xxxxxxx...  end"


def test_nothing_in_a_cell_steers_the_terminal() -> None:
    (line,) = aligned([["a\x1b[2Jb", "c"]])

    assert "\x1b" not in line


def test_a_long_list_goes_on_in_the_next_line() -> None:
    assert wrapped(["1 Ann", "2 Ben", "3 Cleo"], indent=2, cells=16) == [
        "  1 Ann, 2 Ben,",
        "  3 Cleo",
    ]


def test_a_list_of_names_in_lines_is_written_as_the_language_does() -> None:
    names = ["田中 愛子", "鈴木 健一", "佐藤 美咲"]
    with using("ja"):
        assert wrapped(names, indent=2, cells=24) == ["  田中 愛子、鈴木 健一、", "  佐藤 美咲"]
    with using("en"):
        assert wrapped(["Ann", "Ben", "Eva"], indent=2, cells=11) == ["  Ann, Ben,", "  Eva"]
