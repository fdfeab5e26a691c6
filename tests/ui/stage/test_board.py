from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from rounds.domain.views.room import BoardEntry
from rounds.i18n import using
from rounds.ui.stage.board.layout import Layout, lay_out
from rounds.ui.stage.board.lines import sorted_lines
from rounds.ui.stage.board.paging import page_at
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.pictures.move import arrangement
from rounds.ui.stage.scenes import pages, scene
from tests.ui.stage.evenings import Language, board, room


def entry(number: int, name: str, reading: str = "", company: str = "") -> BoardEntry:
    return BoardEntry(
        number=number, name=name, reading=reading, company=company, table=str(number), seat="A"
    )


def laid_out(entries: Sequence[BoardEntry], columns: int, rows: int) -> Layout:
    return lay_out(sorted_lines(entries), columns, rows)


def names(entries: list[BoardEntry]) -> list[str]:
    return [line.name for line in laid_out(entries, 78, 15).lines]


def test_names_are_sorted_whatever_their_case_and_accents() -> None:
    assert names([entry(1, "zoe"), entry(2, "Émile"), entry(3, "Eva"), entry(4, "anna")]) == [
        "anna",
        "Émile",
        "Eva",
        "zoe",
    ]


def test_japanese_names_are_sorted_by_their_reading() -> None:
    people = [
        entry(1, "渡辺", "ワタナベ"),
        entry(2, "加藤", "かとう"),
        entry(3, "合田", "ごうだ"),
        entry(4, "青木", "ｱｵｷ"),
    ]

    assert names(people) == ["青木", "加藤", "合田", "渡辺"]


def test_one_walk_in_without_a_reading_leaves_everybody_else_where_they_look() -> None:
    people = [
        entry(1, "渡辺", "わたなべ"),
        entry(2, "加藤", "かとう"),
        entry(3, "Ken Smith"),
        entry(4, "斎藤"),
    ]

    assert names(people) == ["Ken Smith", "加藤", "渡辺", "斎藤"]


def test_who_cannot_be_put_in_order_is_announced_at_the_end_of_the_span() -> None:
    people = [entry(1, "渡辺", "わたなべ"), entry(2, "加藤", "かとう"), entry(4, "斎藤")]

    assert laid_out(people, 78, 15).page_range(0) == "か-わ, others"


def test_a_page_of_those_who_cannot_be_put_in_order_says_so() -> None:
    people = [entry(n, "加藤", "かとう") for n in range(1, 5)] + [
        entry(n, f"斎藤 {n}") for n in range(5, 9)
    ]
    layout = laid_out(people, 20, 4)

    assert [layout.page_range(page) for page in range(layout.pages)] == ["か", "others"]


def test_names_mostly_without_a_reading_sort_the_board_by_number() -> None:
    people = [entry(2, "渡辺"), entry(1, "加藤"), entry(10, "青木", "あおき")]

    assert names(people) == ["1 加藤", "2 渡辺", "10 青木"]


def test_the_numbers_of_a_board_stand_under_one_another() -> None:
    people = tuple(entry(number, "加藤") for number in (9, 10))
    state, now = room("first_move", "ja", board=people)
    lines = [line for line in scene(state, now, 60, 20).lines() if "加藤" in line]

    assert [line.index(" 加藤") for line in lines] == [lines[0].index(" 加藤")] * 2


def test_two_people_of_one_name_are_told_apart() -> None:
    people = [entry(3, "Ken Sato", company="Acme"), entry(9, "Ken Sato", company="Bolt")]

    assert names(people) == ["Ken Sato #3 Acme", "Ken Sato #9 Bolt"]


def test_a_trio_sits_at_a_b_and_c() -> None:
    seats = {line.seat for line in laid_out(board(3, trio=True), 78, 15).lines}

    assert seats == {"1A", "1B", "1C"}


def test_a_table_with_a_name_keeps_its_seat_apart() -> None:
    person = BoardEntry(number=1, name="Ann", table="Window", seat="B")

    assert laid_out([person], 78, 15).lines[0].seat == "Window B"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("moving", [False, True])
def test_sixty_people_fit_one_page_of_a_usual_window(language: Language, moving: bool) -> None:
    state, _now = room("move", language, board=board(60, language, moving))

    assert pages(state, 80, 24) == 1


def test_two_hundred_people_take_four_pages_at_most() -> None:
    state, _now = room("first_move", people=200)

    assert pages(state, 80, 24) <= 4


def test_two_hundred_people_take_two_pages_where_half_of_them_stay() -> None:
    state, _now = room("move", people=200)

    assert pages(state, 80, 24) == 2


def test_a_shortened_board_lists_all_who_move_and_all_who_rest() -> None:
    entries = board(201, moving=True)
    layout = laid_out(entries, 78, 14)

    assert layout.only_movers
    assert len(layout.lines) == sum(not each.stays for each in entries)


def test_pages_are_balanced() -> None:
    layout = laid_out(board(200), 78, 15)
    sizes = [len(layout.page(page)) for page in range(layout.pages)]

    assert max(sizes) - min(sizes) <= 8


@pytest.mark.parametrize("people", [150, 200, 260])
def test_a_page_ends_where_a_letter_ends_if_that_is_near(people: int) -> None:
    layout = laid_out(board(people), 78, 15)
    heads = [{line.head for line in layout.page(page)} for page in range(layout.pages)]

    assert layout.pages > 2
    assert not any(one & other for one, other in pairwise(heads))


def test_pages_that_share_a_letter_tell_by_more_letters_where_they_part() -> None:
    given = ["Abel"] + ["Emma"] * 58 + ["Ines"]
    family = [f"{chr(65 + number // 3)}{'oru'[number % 3]}sta" for number in range(60)]
    people = [
        entry(number, f"{one} {other}")
        for number, (one, other) in enumerate(zip(given, family, strict=True), 1)
    ]
    layout = laid_out(people, 58, 12)

    assert [layout.page_range(page) for page in range(layout.pages)] == ["A-Emma J", "Emma K-I"]
    assert layout.page_range(0, 6) == "A-E"


def test_pages_in_kana_tell_where_they_part() -> None:
    given = "あいうえおかきくけこたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ"
    readings = ["いとう あき", *(f"さとう {kana}{kana}" for kana in given), "わだ あき"]
    people = [entry(number, "佐藤", reading) for number, reading in enumerate(readings, 1)]
    layout = laid_out(people, 30, 10)

    assert [layout.page_range(page) for page in range(layout.pages)] == [
        "い-さとう ね",
        "さとう の-わ",
    ]


def test_people_of_one_name_on_two_pages_are_found_under_it() -> None:
    people = [entry(number, "Emma Diaz") for number in range(60)]
    layout = laid_out(people, 58, 12)

    assert layout.pages > 1
    assert layout.page_range(0) == "E-Emma Diaz"


def test_everybody_is_on_exactly_one_page() -> None:
    entries = board(200)
    layout = laid_out(entries, 78, 15)
    listed = [line for page in range(layout.pages) for line in layout.page(page)]

    assert listed == list(layout.lines)
    assert len(listed) == 200


@pytest.mark.parametrize(("language", "span"), [("en", "A-"), ("ja", "い-")])
def test_a_page_says_from_where_to_where_it_goes(language: Language, span: str) -> None:
    layout = laid_out(board(200, language), 78, 15)

    assert layout.page_range(0).startswith(span)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("people", [3, 5, 12, 21, 60, 200])
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
def test_no_seat_is_cut_off(size: tuple[int, int], people: int, language: Language) -> None:
    state, _now = room("move", language, people)
    with using(language):
        layout, _head, _foot = arrangement(state, *size)
    for page in range(layout.pages):
        canvas = scene(state, 8.0 * page, *size)
        words = [word for line in canvas.lines() for word in line.split()]

        for line in layout.page(page):
            assert line.seat in words


def test_a_long_name_uses_the_blanks_before_its_own_seat() -> None:
    people = (
        entry(1, "勅使河原 優希奈", "てしがわら ゆきな"),
        *(entry(n, f"山本 {n}", "やまもと") for n in range(2, 30)),
        BoardEntry(number=30, name="森 健二", reading="もり けんじ"),
    )
    state, now = room("first_move", "ja", board=people)

    assert any("勅使河原 優希奈 1A" in line for line in scene(state, now, 60, 20).lines())


def test_one_endless_name_shortens_nobody_else_s() -> None:
    people = [entry(n, f"Alexandra Berg {n:02}") for n in range(1, 23)]
    state, now = room("first_move", board=(*people, entry(23, "Z" * 80)))
    shown = " ".join(scene(state, now, 60, 20).lines())

    assert all(each.name in shown for each in people)


def test_pages_turn_every_eight_seconds() -> None:
    state, _now = room("move", board_since=100.0)

    assert [page_at(state, 100.0 + after, 3) for after in (0, 7.9, 8, 16, 24)] == [0, 0, 1, 2, 0]


def test_a_page_the_host_chose_stays_for_twenty_seconds() -> None:
    state, _now = room("move", board_since=100.0, page=2, page_chosen_at=103.0)

    assert [page_at(state, 103.0 + after, 3) for after in (0, 19.9, 20, 28)] == [2, 2, 0, 1]


def test_a_page_before_the_first_is_the_last() -> None:
    state, _now = room("move", page=-1, page_chosen_at=0.0)

    assert page_at(state, 0.0, 3) == 2


def test_an_empty_board_is_a_page() -> None:
    state, _now = room("move", board=())

    assert isinstance(scene(state, 0.0, 80, 24), Canvas)
    assert pages(state, 80, 24) == 1


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("people", [21, 200])
def test_a_message_on_the_board_moves_no_column(people: int, size: tuple[int, int]) -> None:
    long = "Please sit down soon: the hall closes at nine. " * 3
    quiet, now = room("move", people=people)
    head = arrangement(quiet, *size)[1]
    pictures = [
        scene(state, now, *size, ascii=True)
        for state in (quiet, quiet.with_(message=long[:150]), quiet.with_(ends_at=None, left=30.0))
    ]
    below = [[canvas.row(y) for y in range(head, size[1])] for canvas in pictures]

    assert below[0] == below[1] == below[2]
    words = "".join(text for y in range(head) for text, _style in pictures[1].row(y))
    assert "Please sit down soon" in words


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("people", [27, 31])
def test_what_to_do_while_resting_is_never_cut_off(people: int, language: Language) -> None:
    lines = scene(*room("first_move", language, people), 60, 20, clock="19:42", ascii=True).lines()

    assert "..." not in lines[-1]
