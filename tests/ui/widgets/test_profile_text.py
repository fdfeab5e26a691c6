"""What a guest wrote, in however few rows."""

from __future__ import annotations

import pytest

from rounds.text.width import width
from rounds.ui.widgets.profile_text import fitting

ITEMS = (
    "Kitanomori Labs, hardware",
    "Purpose: find a pump supplier for the new plant",
    "Offers: sensor know-how",
    "Looks for: people who build factories",
)


def test_where_there_is_room_each_item_has_its_own_row() -> None:
    assert fitting(ITEMS, 60, 6) == list(ITEMS)


def test_a_long_item_takes_the_rows_that_are_left() -> None:
    shown = fitting((ITEMS[0], "Purpose: " + "pumps and pipes " * 9), 40, 4)

    assert shown[0] == ITEMS[0]
    assert len(shown) == 4
    assert shown[-1].endswith("...")


def test_in_fewer_rows_than_items_something_of_every_item_can_be_read() -> None:
    assert fitting(ITEMS, 56, 3) == [
        "Kitanomori Labs, hardware",
        "Purpose: find a pump supplier for the new plant",
        "Offers: sensor know-how | Looks for: people who build...",
    ]


@pytest.mark.parametrize("rows", range(7))
@pytest.mark.parametrize(
    "text", ["word " * 200, "とても長い文章です" * 60, "x" * 5000, "\x1b[2J[/]"]
)
def test_however_long_the_words_are_they_stay_in_their_rows(rows: int, text: str) -> None:
    shown = fitting([f"{label}: {text}" for label in "abcd"], 56, rows)

    assert len(shown) <= rows
    assert all(width(line) <= 56 for line in shown)


def test_without_room_or_words_there_is_nothing() -> None:
    assert fitting(ITEMS, 0, 3) == fitting(ITEMS, 60, 0) == fitting((), 60, 3) == []
