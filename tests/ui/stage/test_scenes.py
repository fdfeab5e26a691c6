from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rounds.i18n import language, using
from rounds.text.width import width as cells
from rounds.ui.stage.scenes import frame_key, scene
from tests.ui.stage.evenings import PHASES, Language, board, room

HOSTILE = "\x1b[2J[red]Bob[/]\u202eevil\r\n\tZ\u0301\u0301\u0301\u0301\u0301\u0301\ud800"


def words(
    phase: str, language: Language = "en", size: tuple[int, int] = (80, 24), **changes: object
) -> str:
    state, now = room(phase, language, **changes)  # type: ignore[arg-type]
    return "\n".join(scene(state, now, *size, clock="19:42", ascii=True).lines())


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 36), (200, 60), (61, 47)])
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("phase", PHASES)
def test_every_picture_fills_its_window_exactly(
    phase: str, language: Language, size: tuple[int, int]
) -> None:
    canvas = scene(*room(phase, language), *size, clock="19:42")

    assert len(canvas.rows()) == size[1]
    for row in canvas.rows():
        assert sum(cells(text) for text, _style in row) == size[0]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("phase", PHASES)
def test_no_picture_has_characters_of_ambiguous_width(phase: str, language: Language) -> None:
    shown = words(phase, language)

    assert not [c for c in shown if unicodedata.east_asian_width(c) == "A"]


def test_the_stage_speaks_the_room_s_language_whatever_the_host_s_is() -> None:
    with using("en"):
        shown = words("break", "ja")

        assert "今のうちにメモをお書きください。" in shown
        assert language() == "en"


def test_the_lobby_tells_the_day_as_people_say_it() -> None:
    assert "Wednesday, 22 April 2026" in words("lobby", date="2026-04-22")
    assert "2026年4月22日（水）" in words("lobby", "ja", date="2026-04-22")


def test_the_notch_in_the_time_bar_is_where_the_time_is_up_to_the_swap() -> None:
    even = words("second_half", size=(100, 30))
    longer = words("second_half", size=(100, 30), seconds=600.0, second=360.0)

    assert even.splitlines()[-1].index("|") == 50
    assert longer.splitlines()[-1].index("|") == 60


def test_a_long_title_is_whole_where_there_is_room_beside_the_round_and_the_time() -> None:
    title = "第12回 みなとみらい異業種交流会 in 横浜"

    assert title in words("first_half", "ja", title=title)
    assert "Minato Mirai Founders and Makers Mixer" in words(
        "first_half", title="Minato Mirai Founders and Makers Mixer No. 12"
    )


def test_a_title_that_fits_stands_in_the_middle_of_the_window() -> None:
    first = words("first_half", title="Founders Mixer").splitlines()[0]

    assert first.index("Founders Mixer") == (80 - len("Founders Mixer")) // 2


def test_the_page_of_a_japanese_board_is_told_with_japanese_punctuation() -> None:
    assert "1/2ページ：い-" in words("first_move", "ja", people=100)


def test_who_speaks_is_always_said() -> None:
    assert "A SPEAKS - B LISTENS" in words("first_half")
    assert "B SPEAKS - A LISTENS" in words("second_half")
    assert "B SPEAKS - A LISTENS" in words("last_minute")


def test_the_room_sees_when_the_swap_comes() -> None:
    assert "swap in 0:59" in words("first_half")


def test_after_the_swap_none_is_promised() -> None:
    assert "swap in" not in words("second_half")


def test_who_listens_first_is_said_before_the_clock_runs() -> None:
    assert "B LISTENS FIRST   0:05" in words("listen_first")


def test_listening_the_other_way_round_says_so() -> None:
    assert "A LISTENS FIRST" in words("listen_first", listens_first="A")


def test_without_listening_first_nobody_is_told_to_listen() -> None:
    shown = words("first_half", halves=False)

    assert "TALK WITH EACH OTHER" in shown
    assert "LISTENS" not in shown


def test_before_the_clock_runs_it_shows_no_more_than_the_round_s_length() -> None:
    assert scene(*room("listen_first", halves=False), 80, 24).lines() == (
        scene(*room("listen_first", halves=False, ends_at=480.0), 80, 24).lines()
    )


def test_the_end_says_thanks_and_what_comes_next() -> None:
    shown = words("end")

    assert "Thank your partner" in shown
    assert "Next: a break" in shown


def test_overtime_counts_up() -> None:
    assert "0:23 over" in words("over")


def test_at_zero_the_board_asks_to_sit_down() -> None:
    assert "PLEASE SIT DOWN" in words("sit_down")
    assert "PLEASE SIT DOWN" not in words("move")


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("phase", ["swap", "break", "paused"])
def test_the_word_that_heads_a_picture_is_painted_in_a_usual_window(
    phase: str, language: Language
) -> None:
    shown = words(phase, language)

    assert not any(each in shown for each in ("交代", "休憩", "一時停止"))
    assert not any(each in shown for each in ("SWAP", "BREAK", "PAUSED"))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_thanks_and_the_numbers_of_the_evening_are_painted(language: Language) -> None:
    shown = words("closing", language)

    assert "THANK" not in shown
    assert "ありがとう" not in shown
    assert not any(number in shown for number in ("58", "18"))


def test_the_thanks_for_a_partner_are_painted_in_a_large_window() -> None:
    assert "Thank your partner" not in words("end", "en", (200, 60))


@pytest.mark.parametrize(("language", "size"), [("en", (60, 20)), ("ja", (80, 24))])
def test_the_word_over_a_standing_clock_is_painted_in_a_small_window(
    language: Language, size: tuple[int, int]
) -> None:
    shown = words("paused", language, size)

    assert "PAUSED" not in shown
    assert "一時停止" not in shown


def test_a_paused_clock_makes_room_for_the_painted_word_above_it() -> None:
    assert "一時停止" in words("paused", "ja", (60, 20))
    assert words("paused", "ja").count("############") > 4


def test_a_head_word_that_is_not_painted_is_written_as_people_write_it() -> None:
    assert "休憩" in words("break", "ja", (60, 20))
    assert "一時停止" in words("break", "ja", ends_at=None, left=300.0)
    assert "BREAK" in words("break", "en", (60, 20))
    assert "PAUSED" in words("break", "en", ends_at=None, left=300.0)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
@pytest.mark.parametrize("phase", ["paused", "break"])
def test_the_room_is_told_calmly_that_the_clock_stands(phase: str, size: tuple[int, int]) -> None:
    japanese = words(phase, "ja", size, ends_at=None, left=299.0)

    assert "The clock is stopped." in words(phase, "en", size, ends_at=None, left=299.0)
    assert "時計を止めています。少々お待ちください。" in japanese


def test_the_japanese_swap_shows_its_seconds_as_big_as_its_word() -> None:
    shown = words("swap", "ja")

    assert "0:05" not in shown
    assert "話す人" in shown


def test_a_break_still_counts_in_big_digits_under_its_japanese_word() -> None:
    assert "7:01" not in words("break", "ja")


def test_who_rests_is_listed_with_a_task() -> None:
    shown = words("move", people=7)

    assert "rest: notes, coffee, or talk to the host" in shown


def test_a_third_person_at_a_table_is_told_what_to_do() -> None:
    assert "C listens and asks" in words("first_half", trio=True)
    assert "now C speaks" in words("last_minute", trio=True)


def test_the_time_stays_in_sight_while_the_clock_stands_still() -> None:
    running = scene(*room("first_half"), 80, 24).lines()
    paused = scene(*room("paused"), 80, 24)

    assert paused.lines()[1:14] == running[1:14]
    assert any(paused.style_at(x, 20) == "white" for x in range(80))


def test_a_paused_break_says_so_and_keeps_its_words() -> None:
    shown = words("break", left=300.0, ends_at=None)

    assert "PAUSED" in shown
    assert "Only you and the host can read them." in shown


def test_a_message_of_the_host_covers_nothing() -> None:
    shown = words("message")

    assert "The fire alarm was a test. Please go on." in shown
    assert "A SPEAKS - B LISTENS" in shown
    assert "What went well lately?" in shown


def test_a_black_screen_is_black() -> None:
    canvas = scene(*room("black"), 80, 24)

    assert {style for row in canvas.rows() for _text, style in row} == {"black"}
    assert set(canvas.lines()) == {""}


def test_a_small_window_says_so_and_goes_on_counting() -> None:
    shown = words("first_half", size=(50, 12))

    assert "The window is too small: make it at least" in shown
    assert "#" in shown
    assert "4:59" in words("first_half", size=(20, 6))


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 1), (59, 100), (300, 4)])
def test_no_window_is_too_small_to_survive(size: tuple[int, int]) -> None:
    for phase in PHASES:
        assert len(scene(*room(phase), *size).lines()) == size[1]


@pytest.mark.parametrize("phase", PHASES)
def test_hostile_text_reaches_no_cell(phase: str) -> None:
    entries = tuple(each.with_(name=HOSTILE, company=HOSTILE, table=HOSTILE) for each in board(9))
    state, now = room(
        phase,
        title=HOSTILE,
        place=HOSTILE,
        date=HOSTILE,
        message=HOSTILE,
        board=entries,
        prompts={"first_half": (HOSTILE,), "break": (HOSTILE,)},
    )
    shown = "\n".join(scene(state, now, 80, 24, clock=HOSTILE).lines())

    assert not {c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs"}} - {"\n"}
    assert "\u0301" * 5 not in shown


def test_the_last_minute_is_yellow_unless_the_host_wants_calm() -> None:
    yellow = scene(*room("last_minute"), 80, 24)
    calm = scene(*room("last_minute", calm=True), 80, 24)

    assert yellow.style_at(0, 1) == "warn"
    assert calm.style_at(0, 1) == "base"


def test_pictures_of_the_same_moment_are_the_same() -> None:
    for phase in PHASES:
        state, now = room(phase)
        for later in (0.0, 0.05, 0.1, 0.35, 0.6, 0.95):
            if frame_key(state, now + later, 80) == frame_key(state, now, 80):
                assert scene(state, now + later, 80, 24).rows() == scene(state, now, 80, 24).rows()


def test_a_moment_changes_with_the_shown_second() -> None:
    state, _now = room("first_half")

    assert frame_key(state, 0.0, 80) != frame_key(state, 1.0, 80)


@settings(max_examples=80, deadline=None)
@given(
    phase=some.sampled_from(PHASES),
    language=some.sampled_from(["en", "ja"]),
    width=some.integers(1, 220),
    height=some.integers(1, 70),
    message=some.text(max_size=200),
    name=some.text(min_size=1, max_size=60).filter(str.strip),
    now=some.floats(-7000, 900),
)
def test_any_window_and_any_words_make_a_whole_picture(
    phase: str, language: Language, width: int, height: int, message: str, name: str, now: float
) -> None:
    entries = tuple(each.with_(name=name) for each in board(5))
    state, _now = room(phase, language, message=message, title=name, board=entries)
    canvas = scene(state, now, width, height, clock="19:42")

    for row in canvas.rows():
        assert sum(cells(text) for text, _style in row) == width


def test_a_long_message_of_the_host_is_read_to_its_end() -> None:
    line = "Please be back at your tables by 19:40: the hall closes early today. " * 3

    shown = words("first_half", message=line[:200])

    assert " ".join(shown.strip("=\n ").split()).endswith("the hall closes early")
