"""The QR code on the stage is read from the picture of the terminal by a decoder of its own."""

from __future__ import annotations

import pytest
import zxingcpp

from rounds.domain.views.room import JoinByPhone
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.palette import ALL, BLACK, WHITE
from rounds.ui.stage.scenes import scene
from tests.ui.stage.evenings import Language, room
from tests.ui.stage.render import picture

JOIN = JoinByPhone(address="192.168.1.24:8765", code="K7QX2M9D")
LONGEST = JoinByPhone(address="192.168.100.200:65535", code="K7QX2M9D")
SIZES = ((60, 20), (80, 24), (100, 30), (120, 36), (120, 45), (200, 60), (200, 70), (61, 47))


def shown(
    phase: str,
    size: tuple[int, int],
    language: Language = "en",
    *,
    joining: JoinByPhone | None = JOIN,
    ascii: bool = False,
    **changes: object,
) -> Canvas:
    state, now = room(phase, language, join=joining, **changes)  # type: ignore[arg-type]
    return scene(state, now, *size, clock="19:42", ascii=ascii)


def decoded(canvas: Canvas) -> list[str]:
    """What a camera reads that does not try whether black and white are swapped."""
    return [code.text for code in zxingcpp.read_barcodes(picture(canvas, 6), try_invert=False)]


def words(canvas: Canvas) -> str:
    return "\n".join(canvas.lines())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("phase", ["lobby", "first_half"])
def test_a_camera_reads_the_full_screen_in_every_window(phase: str, size: tuple[int, int]) -> None:
    canvas = shown(phase, size, join_over=phase)

    assert decoded(canvas) == ["HTTP://192.168.1.24:8765/J/K7QX2M9D"]
    assert "192.168.1.24:8765" in words(canvas) or size[0] >= 200  # painted as large letters


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=str)
def test_a_camera_reads_the_longest_address(size: tuple[int, int]) -> None:
    assert decoded(shown("lobby", size, join_over="lobby", joining=LONGEST)) == [LONGEST.url]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 45), (200, 60)], ids=str)
@pytest.mark.parametrize("phase", ["lobby", "break"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_lobby_and_break_show_the_code_beside_what_they_say_otherwise(
    language: Language, phase: str, size: tuple[int, int]
) -> None:
    canvas = shown(phase, size, language)

    assert decoded(canvas) == [JOIN.url]
    assert "K7QX 2M9D" in words(canvas)
    assert len(canvas.rows()) == size[1]


@pytest.mark.parametrize("phase", ["lobby", "break"])
def test_a_message_to_the_room_leaves_the_code_readable(phase: str) -> None:
    canvas = shown(phase, (80, 24), message="The blue car must be moved")

    assert decoded(canvas) == [JOIN.url]
    assert "The blue car" in words(canvas)


@pytest.mark.parametrize("phase", ["lobby", "break"])
def test_in_a_small_window_lobby_and_break_say_address_and_code(phase: str) -> None:
    canvas = shown(phase, (60, 20))

    assert decoded(canvas) == []
    assert "192.168.1.24:8765, code K7QX 2M9D" in words(canvas)


@pytest.mark.parametrize("over", [None, "lobby"])
def test_without_colours_address_and_code_are_said_in_words(over: str | None) -> None:
    said = words(shown("lobby", (80, 24), ascii=True, join_over=over))

    assert "192.168.1.24:8765" in said
    assert "K7QX" in said


@pytest.mark.parametrize("over", [None, "lobby"])
@pytest.mark.parametrize("phase", ["lobby", "break"])
def test_while_no_phone_can_join_nothing_of_a_code_is_seen(phase: str, over: str | None) -> None:
    with_phones_off = shown(phase, (120, 36), joining=None, join_over=over)

    assert with_phones_off.rows() == shown(phase, (120, 36), joining=None).rows()
    assert decoded(with_phones_off) == []
    assert "J/" not in words(with_phones_off)


def test_the_full_screen_goes_when_the_room_has_to_see_something_else() -> None:
    assert decoded(shown("swap", (80, 24), join_over="first_half")) == []
    assert decoded(shown("first_move", (80, 24), join_over="lobby")) == []


def test_while_people_talk_the_full_screen_shows_the_time_that_is_left() -> None:
    assert "4:59" in words(shown("first_half", (80, 24), join_over="first_half"))


@pytest.mark.parametrize("phase", ["lobby", "first_move", "first_half"])
def test_a_line_to_the_host_or_the_room_is_seen_below_the_full_screen(phase: str) -> None:
    over = "move" if phase == "first_move" else phase
    canvas = shown(phase, (80, 24), join_over=over, message="Press Enter again")

    assert decoded(canvas) == [JOIN.url]
    assert "Press Enter again" in words(canvas)


def test_a_darkened_projector_shows_no_code() -> None:
    assert decoded(shown("lobby", (120, 36), join_over="lobby", black=True)) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_code_is_black_on_white_with_four_light_modules_around_it(
    size: tuple[int, int],
) -> None:
    canvas = shown("lobby", size, join_over="lobby")

    columns, rows = (8, 4) if size == (120, 36) else (4, 2)
    top = next(y for y in range(1, size[1]) if canvas.style_at(0, y) == "code")
    quiet = {canvas.style_at(x, top + y) for x in range(columns) for y in range(rows)}
    assert quiet == {"code"}
    assert (ALL["code"].text, ALL["code"].background) == (BLACK, WHITE)
