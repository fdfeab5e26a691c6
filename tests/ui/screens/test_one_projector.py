"""One projector: the room sees the host's own window."""

from __future__ import annotations

from rounds.domain.sentence import sentence
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop


async def seen(host: Laptop) -> str:
    return "\n".join(await host.picture())


async def test_the_console_says_that_the_room_sees_it() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h")

        assert host.words("projector") == "One screen: the room sees this one"
        assert host.words("told") == "The room sees: this screen; h: back to the stage"


async def test_beside_a_stage_window_that_joined_the_console_says_what_that_one_shows() -> None:
    async with laptop(an_event(6), console=False) as host:
        host.app.projector = True
        await host.press("h")

        assert host.words("projector") == "Projector window: connected"
        assert host.words("told") == "The room sees: the welcome, 6 expected"


async def test_who_is_absent_is_not_named_where_the_room_reads_along() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        await host.press("h", "3", "x")
        told = host.words("told")
        console = await seen(host)
        await host.press("c")
        door = await seen(host)

    assert told.startswith("No. 3 is absent")
    assert "Person 03" not in console + door
    assert "Person 04" in console
    assert "Person 04" in door


async def test_who_is_absent_is_named_on_a_console_of_its_own() -> None:
    async with laptop(an_event(6), console=True) as host:
        await host.press("3", "x")

        assert "Person 03" in await seen(host)


async def test_undo_names_nobody_on_the_stage() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "3", "x", "escape")
        await host.wait(2)
        await host.press("u")
        shown = await seen(host)

    assert "Undone" in shown
    assert "Person 03" not in shown


async def test_two_are_kept_apart_in_the_dark_and_no_word_says_what_for() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h")
        keys = await seen(host)
        await host.press("k")
        asked = host.words("told")
        await host.wait(2)
        await host.press("k", "2")
        dark = (await seen(host)).strip()
        await host.press("enter", "5", "enter")
        told = host.words("told")
        apart = host.session.event.kept_apart[0].people

    assert "apart" not in keys.lower()
    assert "apart" not in asked.lower()
    assert dark == ""
    assert set(apart) == {"Person 02", "Person 05"}
    assert told == "Noted."


async def test_a_message_from_the_console_says_that_the_room_reads_it_on_the_stage() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "3", "x", "t")
        await host.type("Supper is ready")
        await host.press("enter")
        told = host.words("told")
        await host.press("h")

        assert told == "The room sees: this screen; h: back to the stage and your message"
        assert "Supper is ready" in await seen(host)


async def test_k_pressed_twice_at_once_darkens_the_screen_and_no_key_moves_the_evening() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "k", "k", "2", "enter", "5", "enter")

        assert set(host.session.event.kept_apart[0].people) == {"Person 02", "Person 05"}
        assert host.session.run.phase == "lobby"


async def test_a_number_of_nobody_sets_nothing_in_the_dark() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "k")
        await host.wait(2)
        await host.press("k", "2", "enter", "9", "9", "enter")

        assert host.words("told").startswith("Nothing was set")
        assert not host.session.event.kept_apart


async def test_a_stray_l_asks_in_both_languages_and_changes_nothing() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("l")
        shown = await seen(host)

        assert host.session.language == "en"
    assert "Press l again" in shown
    assert "もう一度 l" in shown


async def test_who_changed_the_language_reads_in_both_how_to_go_back_and_u_does() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("l")
        await host.wait(1)
        await host.press("l")
        shown = await seen(host)
        changed = host.session.language
        await host.wait(2)
        await host.press("u")
        back = await seen(host)

        assert host.session.language == "en"
    assert changed == "ja"
    assert "To go back: u" in shown.replace("\n", " ")
    assert "元に戻すには u" in shown
    assert "WELCOME" in back or "Starts" in back or "expected" in back


async def test_u_takes_back_time_that_was_given_by_mistake() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        before = host.session.state.remaining()
        await host.press("plus")
        await host.wait(10)
        await host.press("u")

        assert host.session.state.remaining() == before - 10
        assert host.words("told") == "Undone: 30 s more"


async def test_who_left_is_not_named_in_the_questions_about_a_partner_either() -> None:
    async with laptop(an_event(4, rounds=2), console=False) as host:
        await into_the_round(host)
        (first, *_rest) = host.session.event.rounds[0].pairings
        gone, partner = first.people
        await host.press("h", gone[-1], "g")
        await host.press(partner[-1], "v")
        met = await seen(host)
        await host.press("escape", "o")
        result = await seen(host)

    assert gone not in met + result
    assert partner in met


async def test_in_japanese_who_is_called_by_number_is_not_addressed_as_by_name() -> None:
    async with laptop(an_event(6), console=False, language="ja") as host:
        await into_the_round(host)
        await host.press("h", "3", "x")
        told = host.words("told")
        await host.press("p")
        asked = await seen(host)
        await host.type("4")
        await host.press("enter")

        assert told.startswith("3番の方を欠席にしました")
        assert "3番の方 さん" not in asked
        assert host.words("told").startswith("3番の方は欠席か早退になっています")


async def test_a_refusal_names_nobody_who_is_absent_either() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        await host.press("h", "3", "x", "p")
        await host.type("4")
        await host.press("enter")

        assert host.words("told") == "No. 3 is not here. Choose the name and press i first."


async def test_news_names_nobody_who_is_absent_where_the_room_reads_along() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        await host.press("h", "3", "x")
        host.session.state.news.append(
            sentence("Both cannot be: {names}", names=["Person 03", "Person 04"])
        )
        await host.press("escape", "h")

        assert "Both cannot be: No. 3, Person 04" in host.words("news")


async def test_undo_of_the_language_answers_in_the_language_that_is_back() -> None:
    async with laptop(an_event(6), console=False, language="ja") as host:
        await host.press("l")
        await host.wait(1)
        await host.press("l")
        await host.wait(2)
        await host.press("u")
        shown = await seen(host)

    assert "元に戻しました" in shown
    assert "Undone" not in shown
