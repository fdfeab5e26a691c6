"""What a host in Japan notices: lines that break where Japanese breaks, keys that are heard."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop

SIZES = pytest.mark.parametrize("size", [(60, 20), pytest.param((80, 24), marks=pytest.mark.wide)])


async def lines(host: Laptop) -> list[str]:
    """Return the rows of the window without the blanks around their words."""
    return [line.strip() for line in await host.picture()]


@SIZES
async def test_the_question_before_leaving_has_no_word_torn_in_two(size: tuple[int, int]) -> None:
    async with laptop(an_event(6), size=size, language="ja") as host:
        await into_the_round(host)
        await host.press("ctrl+q")
        shown = await lines(host)

    assert any("Enter を押してください。" in line for line in shown)
    assert any("Esc で続けます。" in line for line in shown)
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
        host.session.people.check_in_all()
        await host.press("enter")
        shown = await lines(host)

    assert any("第1ラウンドを始める" in line for line in shown)


@SIZES
async def test_a_key_of_a_dialog_stands_on_the_row_of_what_it_does(size: tuple[int, int]) -> None:
    async with laptop(an_event(6), size=size, language="ja") as host:
        await into_the_round(host)
        await host.press("1", "w")
        shown = await lines(host)

    assert any("Esc：やめる" in line for line in shown)


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


async def test_the_keys_of_the_evening_are_heard_while_japanese_input_is_on() -> None:
    screens = []
    async with laptop(an_event(6), console=False, language="ja") as host:
        for key, back in [("？", "escape"), ("Ｂ", "x"), ("ｃ", "escape"), ("ｈ", "escape")]:
            await host.press(key)
            screens.append(host.screen)
            await host.press(back)

    assert screens == ["KeysScreen", "BlackScreen", "CheckInScreen", "ConsoleScreen"]


async def test_the_wide_blank_pauses_and_the_wide_plus_gives_more_time() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        before = host.session.state.remaining()
        await host.press("＋")
        longer = host.session.state.remaining()
        await host.press("\u3000")

        assert longer == before + 30
        assert host.session.run.paused


async def test_wide_digits_mark_a_person_and_choose_how_the_evening_ends() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        await host.press("３")
        marked = host.marked
        await host.press("ｄ", "０")

        assert marked == "Person 03"
        assert host.screen == "ConsoleScreen"
        assert host.session.event.in_force.rounds == 1


async def test_quit_in_wide_letters_leaves() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        await host.press("ctrl+q")
        await host.type("ｑｕｉｔ")
        await host.press("enter")

        assert not host.app.is_running


async def test_wide_letters_in_a_line_of_text_stay_as_they_are_typed() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await host.press("t", "ｂ", "？")
        shown = await lines(host)

    assert "ｂ？" in shown


async def test_a_walk_in_with_a_reading_stands_in_kana_order_on_the_board() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await host.press("a")
        await host.type("新井 花／あらい はな")
        await host.press("enter", "c")
        await host.type("江口 健（えぐち けん）")
        await host.press("enter", "enter")

        assert [(each.name, each.kana) for each in host.session.event.walk_ins] == [
            ("新井 花", "あらい はな"),
            ("江口 健", "えぐち けん"),
        ]


async def test_a_table_is_named_in_wide_characters() -> None:
    async with laptop(an_event(6), language="ja") as host:
        await host.press("enter", "f")
        await host.type("２＝窓側")
        await host.press("enter")

        assert host.words("told") == "テーブル2は使いません。組は「窓側」に移ります。"


def namesakes() -> Event:
    return Event.checked(
        {
            "event": {"title": "交流会", "rounds": 1},
            "participants": [
                {"name": "田中 一"},
                {"name": "斎藤 学", "kana": "さいとう まなぶ", "company": "斎藤塾"},
                {"name": "斎藤 学", "id": "2", "company": "学文社"},
                {"name": "森 葵", "kana": "もり あおい"},
            ],
        }
    )


@SIZES
async def test_whoever_is_marked_is_told_from_namesakes(
    size: tuple[int, int],
) -> None:
    said = []
    async with laptop(namesakes(), size=size, language="ja") as host:
        before = host.words("told")
        for _ in range(3):
            await host.press("down")
            await host.wait(0)
            said.append(host.words("told"))
        await host.wait(6)

        assert said == [
            "2 斎藤 学（さいとう まなぶ）斎藤塾",
            "3 斎藤 学、学文社",
            "4 森 葵（もり あおい）",
        ]
        assert host.words("told") == before


async def test_who_is_being_looked_for_is_told_as_long_as_the_host_types() -> None:
    async with laptop(namesakes(), language="ja") as host:
        await host.press("slash")
        await host.type("学文")
        await host.wait(60)

        assert host.words("told") == "3 斎藤 学、学文社"


async def test_the_vowels_of_kana_input_are_the_keys_that_were_pressed() -> None:
    screens = []
    async with laptop(an_event(6), language="ja") as host:
        await into_the_round(host)
        for key in ("あ", "え", "お", "ん"):
            await host.press("１", key)
            screens.append(host.screen)
            await host.press("escape")
            await host.press("escape")
        await host.press("３", "い")
        here = host.session.state.roster.states["Person 03"]
        await host.wait(2)
        await host.press("う")

        assert screens == ["AskLineDialog", "AskLineDialog", "MarkPairingDialog", "NotesScreen"]
        assert here == "here"
        assert "u を押して" in host.words("told")


@pytest.mark.parametrize("typed", daily(1, ["か", "っ", "漢"]))
@pytest.mark.parametrize("console", [True, False])
async def test_composed_text_where_a_key_is_meant_says_that_japanese_input_is_on(
    typed: str, console: bool
) -> None:
    async with laptop(an_event(6), console=console) as host:
        await host.press(typed)

        assert "Japanese input is on" in await host.everything()


async def test_composed_text_in_a_line_is_text() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("c", "か", "あ")

        assert "Japanese input" not in await host.everything()
        assert "かあ" in await host.everything()
