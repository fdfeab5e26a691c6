"""Contrast as WCAG computes it; colour blindness after Machado, Oliveira and Fernandes (2009)."""

from __future__ import annotations

from itertools import combinations

import pytest

from rounds.ui.stage.drawing.palette import (
    ALL,
    BLACK,
    MOVE,
    PAINT,
    SEAT_A,
    SEAT_B,
    STYLES,
    WARN,
    WHITE,
)

Linear = tuple[float, float, float]
SIGHT = {
    "usual": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Linear:
    values = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def luminance(colour: Linear) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Linear) -> Linear:
    red, green, blue = (max(0.0, value) for value in colour)
    scaled = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    """Return how far apart two colours are seen (CIE 1976)."""
    seen = []
    for colour in (one, other):
        values = linear(colour)
        red, green, blue = (
            sum(share * value for share, value in zip(row, values, strict=True))
            for row in SIGHT[sight]
        )
        seen.append(lab((red, green, blue)))
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


@pytest.mark.parametrize("name", STYLES)
def test_every_text_can_be_read_on_a_weak_projector(name: str) -> None:
    style = STYLES[name]

    assert contrast(style.text, style.background) >= 6.4


@pytest.mark.parametrize("ink", [SEAT_A, SEAT_B, WARN, WHITE])
def test_painted_letters_stand_out_from_black(ink: str) -> None:
    assert contrast(ink, BLACK) >= 6.4


@pytest.mark.parametrize("sight", SIGHT)
def test_the_colours_are_told_apart_by_everybody(sight: str) -> None:
    colours = (SEAT_A, SEAT_B, WARN, MOVE, WHITE, BLACK)

    closest = min(distance(one, other, sight) for one, other in combinations(colours, 2))

    assert closest >= 20


def test_the_phases_differ_in_brightness() -> None:
    talk, last_minute, end = (luminance(linear(colour)) for colour in (BLACK, WARN, WHITE))

    assert talk < 0.1 < last_minute - 0.5 < end - 0.75 + 0.1


def test_every_colour_is_one_of_the_256_of_any_terminal() -> None:
    steps = {0, 95, 135, 175, 215, 255}
    greys = set(range(8, 239, 10))
    for style in ALL.values():
        for colour in (style.text, style.background):
            values = {int(colour[at : at + 2], 16) for at in (1, 3, 5)}

            assert values <= steps or (len(values) == 1 and values <= greys), colour


def test_painted_styles_are_never_written_in() -> None:
    assert not set(PAINT) & set(STYLES)
