from __future__ import annotations

from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from rounds.domain.evening.clock import clock_text
from rounds.ui.stage.drawing import digits
from rounds.ui.stage.scenes import scene
from tests.ui.stage.evenings import room

SIZES = ((60, 20), (80, 24), (100, 30), (120, 36), (200, 60))


def painted_rows(width: int, height: int, seconds: float) -> int:
    """Return over how many rows the white digits of a talk go."""
    state, _now = room("first_half", seconds=max(480.0, seconds), ends_at=seconds)
    canvas = scene(state, 0.0, width, height, clock="19:42")
    inked = [
        any(canvas.style_at(x, y) == "white" for x in range(width * 3 // 10, width))
        for y in range(height)
    ]
    first = inked.index(True)
    return inked.index(False, first) - first


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_eight_minutes_fill_nearly_half_of_the_height(width: int, height: int) -> None:
    rows = painted_rows(width, height, 480.0)

    assert rows >= 0.45 * height


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_ten_minutes_are_painted_too(width: int, height: int) -> None:
    rows = painted_rows(width, height, 600.0)

    assert rows >= digits.SMALLEST


def test_there_is_no_leading_zero() -> None:
    assert clock_text(480) == "8:00"


def test_too_low_a_box_gets_plain_text() -> None:
    assert digits.painted("8:00", 200, 6) == ()


def test_too_narrow_a_box_gets_plain_text() -> None:
    assert digits.painted("8:00", 30, 20) == ()


def test_digits_take_the_same_room_from_second_to_second() -> None:
    widths = {len(digits.painted(clock_text(second), 500, 12)[0]) for second in range(600)}

    assert len(widths) == 1


@pytest.mark.parametrize("text", ["8:00", "0:07", "10:00", "1", "21", "119:59"])
def test_the_size_is_that_of_the_picture(text: str) -> None:
    for columns in range(1, 200, 7):
        for rows in range(1, 40, 3):
            picture = digits.painted(text, columns, rows)
            size = digits.size(text, columns, rows)

            shown = digits.Size(len(picture), len(picture[0])) if picture else None
            assert size == shown


@pytest.mark.parametrize("rows", range(digits.SMALLEST, 32))
def test_no_two_digits_look_alike(rows: int) -> None:
    signs = [digits.painted(sign, 200, rows) for sign in "0123456789"]

    closest = min(difference(one, other) for one, other in combinations(signs, 2))

    assert closest >= 0.05


@pytest.mark.parametrize("rows", [7, 9, 12, 18, 30])
def test_a_stroke_is_a_fifth_of_the_height(rows: int) -> None:
    one = digits.painted("4", 200, rows)
    stroke = sum(one[0][: len(one[0]) // 2]) / digits.CELL / rows

    assert stroke == pytest.approx(digits.STROKE, abs=0.04)


def test_the_eight_has_a_waist() -> None:
    eight = digits.painted("8", 200, 12)

    assert not eight[6][0]
    assert not eight[6][-1]


def difference(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> float:
    """Return the share of cells in which two bitmaps differ."""
    cells = [
        (a, b) for row, line in zip(one, other, strict=True) for a, b in zip(row, line, strict=True)
    ]
    return sum(a != b for a, b in cells) / len(cells)


@pytest.mark.parametrize("rows", [7, 9, 12, 18, 30])
def test_the_back_row_tells_any_two_digits_apart(rows: int) -> None:
    seen = [blurred(digits.painted(sign, 200, rows)) for sign in "0123456789"]

    closest = min(
        ImageStat.Stat(ImageChops.difference(one, other)).rms[0] / 255
        for one, other in combinations(seen, 2)
    )

    assert closest >= 0.06


def blurred(bitmap: tuple[bytes, ...]) -> Image.Image:
    """Return a digit 240 dots high, blurred by a seventh of its height."""
    dots = Image.new("L", (len(bitmap[0]), len(bitmap)))
    dots.putdata([255 * bit for row in bitmap for bit in row])
    tall = 240
    wide = round(tall * len(bitmap[0]) / len(bitmap) / digits.CELL)
    paper = Image.new("L", (wide + 160, tall + 160))
    paper.paste(dots.resize((wide, tall), Image.Resampling.NEAREST), (80, 80))
    return paper.filter(ImageFilter.GaussianBlur(tall * 0.14)).crop((80, 80, wide + 80, tall + 80))
