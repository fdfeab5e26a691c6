"""Texts that break as the stage breaks them."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from rounds.i18n import using
from rounds.ui.widgets.wrapped_text import WrappedText

CELLS = 24


class _OneText(App[None]):
    def __init__(self, line: list[str]) -> None:
        super().__init__()
        self.line = line

    def compose(self) -> ComposeResult:
        yield WrappedText()

    def on_mount(self) -> None:
        self.query_one(WrappedText).say(self.line, "and a line")


@pytest.mark.parametrize(
    ("language", "items", "rows"),
    [
        (
            "en",
            ["26 here", "3 expected", "1 absent", "1 left"],
            ["26 here, 3 expected,", "1 absent, 1 left", "and a line"],
        ),
        (
            "ja",
            ["受付済み26", "未受付3", "欠席1", "早退1"],
            ["受付済み26、未受付3、", "欠席1、早退1", "and a line"],
        ),
        ("en", ["nobody"], ["nobody", "and a line"]),
    ],
)
async def test_no_item_of_a_list_is_torn_apart(
    language: str, items: list[str], rows: list[str]
) -> None:
    with using(language):
        async with _OneText(items).run_test(size=(CELLS, 10)) as pilot:
            await pilot.pause()

            assert pilot.app.query_one(WrappedText).rows_shown() == rows
