"""Leaving in the middle of a round: by a word, in either language."""

from __future__ import annotations

import pytest

from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop

WIDE = "\N{FULLWIDTH LATIN SMALL LETTER T}"


@pytest.mark.parametrize(
    "word",
    daily(2, ["終 了", f"くい{WIDE}", "quit", "Quit ", "終了", "しゅうりょう", "くいt", "クイｔ"]),
)
async def test_the_word_may_be_typed_with_the_japanese_input_on(word: str) -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        await host.press("ctrl+q")
        said = "".join("\n".join(await host.picture()).split())
        await host.type(word)
        await host.press("enter")

        assert "終了するには「終了」（またはquit）と入力してEnterを押してください。" in said
        assert host.app._exit


async def test_a_wrong_word_is_answered_with_the_right_one() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("ctrl+q")
        await host.type("yes")
        await host.press("enter")
        refused = host.words("refused")
        await host.type("!")

        assert host.screen == "LeaveDialog"
        assert refused == "Nothing was done: type quit to leave."
        assert host.words("refused") == ""
