"""What a host in Japan notices: lines that break where Japanese breaks, keys that are heard."""

from __future__ import annotations

import pytest

from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop

SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24)])


async def lines(host: Laptop) -> list[str]:
    """Return the rows of the window without the blanks around their words."""
    return [line.strip() for line in await host.picture()]


@SIZES
async def test_the_question_before_leaving_has_no_word_torn_in_two(size: tuple[int, int]) -> None:
    async with laptop(an_event(6), size=size, language="ja") as host:
        await into_the_round(host)
        await host.press("ctrl+q")
        shown = await lines(host)

    assert any("Escape で続けます。" in line for line in shown)
    assert not any(line.startswith(("）", "。", "、")) for line in shown)


@SIZES
async def test_the_warning_before_the_notes_has_no_word_torn_in_two(size: tuple[int, int]) -> None:
    async with laptop(an_event(6), size=size, language="ja") as host:
        await into_the_round(host)
        await host.press("n")
        shown = await lines(host)

    assert any("プロジェクターを" in line for line in shown)
    assert not any(line.startswith(("）", "。", "、")) for line in shown)


async def test_a_narrow_console_tears_no_word_of_the_next_step() -> None:
    async with laptop(an_event(6), size=(60, 20), language="ja") as host:
        host.session.check_in_all()
        await host.press("enter")
        shown = await lines(host)

    assert any("第1ラウンドを始める" in line for line in shown)


@SIZES
async def test_a_key_of_a_dialog_stands_on_the_row_of_what_it_does(size: tuple[int, int]) -> None:
    async with laptop(an_event(6), size=size, language="ja") as host:
        await into_the_round(host)
        await host.press("1", "w")
        shown = await lines(host)

    assert any("Escape：やめる" in line for line in shown)


async def test_the_reasons_for_a_pairing_follow_each_other_as_japanese_sentences_do() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        await host.press("1", "v")
        why = host.words("why")

    assert "。" in why
    assert "。 " not in why


async def test_a_way_to_end_is_numbered_with_a_wide_colon() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        await host.press("d")
        shown = await lines(host)

    assert "0：第1ラウンドで閉会する" in shown
