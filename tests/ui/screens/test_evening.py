"""The keys that stage and console share: guarded where a slip would cost the room something."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from rounds.ui.screens.stage import StageScreen
from rounds.ui.widgets.stage_view import StageView
from tests.breadth import daily
from tests.evenings import Hands, a_session, an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop


def on_the_wall(host: Laptop) -> str:
    assert isinstance(host.app.screen, StageScreen)
    view = host.app.screen.query_one(StageView)
    return "\n".join(
        "".join(segment.text for segment in view.render_line(y)) for y in range(view.size.height)
    )


def foot(lines: list[str]) -> str:
    return "\n".join(lines[-3:])


@pytest.mark.parametrize("key", daily(1, ["u", "backspace", "pageup"]))
async def test_with_nothing_to_take_back_the_host_hears_so(key: str) -> None:
    async with laptop(an_event(6)) as host:
        await host.press(key)

        assert host.words("told") == "Nothing to undo."


@pytest.mark.parametrize("key", ["u", "backspace"])
async def test_after_a_new_start_the_host_hears_why_nothing_can_be_taken_back(key: str) -> None:
    hands = Hands()
    before = a_session(an_event(6), hands)
    before.steps.next()
    async with laptop(a_session(before.event, hands), hands) as host:
        await host.press(key)

        assert host.words("told") == "Nothing to undo: Rounds was started again."


async def test_with_nothing_to_take_back_the_footer_offers_no_key_for_it() -> None:
    async with laptop(an_event(6)) as host:
        keys = foot(await host.picture())

        assert "u Undo" not in keys
        assert "Backspace" not in keys


async def test_a_swap_is_told_and_taken_back_at_the_second_press() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press("s")
        told, swapped = host.words("told"), host.session.state.scene
        await host.press("u", "u")

        assert (told, swapped) == ("Swapped; u undoes it.", "swap")
        assert host.words("told") == "Undone: swap"
        assert host.session.state.scene == "first_half"


@pytest.mark.parametrize(("key", "name"), daily(1, [("u", "u"), ("backspace", "Backspace")]))
async def test_before_a_round_that_has_run_is_taken_back_the_host_is_asked(
    key: str, name: str
) -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press(key)
        asked, phase = host.words("told"), host.session.run.phase
        await host.press(key)

        assert asked == f"Press {name} again to undo: start of round 1"
        assert phase == "talk"
        assert host.session.run.phase == "move"


@pytest.mark.parametrize("seconds", daily(1, [0, 60, 600]))
async def test_before_any_step_is_taken_back_by_undo_the_host_is_asked(seconds: float) -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter")
        await host.wait(seconds)
        await host.press("u")
        asked, phase = host.words("told"), host.session.run.phase
        await host.press("u")

        assert asked == "Press u again to undo: move to round 1"
        assert phase == "move"
        assert host.session.run.phase == "lobby"


async def test_the_answer_to_one_question_takes_back_no_other_step() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("s", "u", "backspace", "u")

        assert host.words("told") == "Press u again to undo: start of round 1"
        assert host.session.state.scene == "first_half"


async def test_a_wrong_message_is_taken_back_before_the_seats_are() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("enter", "t")
        await host.type("Please sit down")
        await host.press("enter", "t")
        await host.type("Pleas sti down")
        await host.press("enter", "u")
        told, message = host.words("told"), host.session.room.message
        await host.wait(1)
        await host.press("u")

        assert (told, message) == ("Undone: message to the room", "Please sit down")
        assert host.session.room.message == ""
        assert host.session.run.phase == "move"


async def test_a_round_ended_by_mistake_goes_on_with_one_key() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(60)
        await host.press("enter", "enter", "backspace")

        assert host.words("told") == "Undone: end of round 1"
        assert host.session.state.scene == "first_half"


async def test_who_ends_the_evening_on_time_hears_when_that_is_and_how_to_take_it_back() -> None:
    event = an_event(12, rounds=6, starts_at="18:30", ends_at="19:30")
    async with laptop(event) as host:
        await host.wait(600)
        await host.press("d", "1")
        fewer = host.words("told")
        await host.press("u", "d", "escape")
        left_alone = host.words("told")
        await into_the_round(host)
        await host.press("d", "0")

        assert fewer == "5 rounds, ends 19:26; u undoes it."
        assert left_alone == "Undone: change of the timetable"
        assert host.words("told") == "1 round, ends 18:50; u undoes it."


async def test_space_says_what_it_does_now() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        running = foot(await host.picture())
        await host.press("space")
        paused = foot(await host.picture())
        await host.press("space")

        assert "Space Pause" in running
        assert "Space Resume" in paused
        assert not host.session.run.paused


@pytest.mark.parametrize("apart", daily(2, range(8)))
async def test_two_presses_of_enter_in_one_burst_are_one(apart: int) -> None:
    async with laptop(an_event(6)) as host:
        await host.press("a")
        await host.type("Pam")
        host.app.post_message(events.Key("enter", None))
        for _ in range(apart):
            await asyncio.sleep(0)
        await host.press("enter")

        assert host.session.run.phase == "lobby"


async def test_escape_once_too_often_does_not_show_the_roster_to_the_room() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("h", "escape", "escape")

        assert host.screen == "StageScreen"


async def test_copying_text_with_ctrl_c_does_not_end_the_program() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("ctrl+c")

        assert host.app.return_code is None
        assert "Press Ctrl+C again to leave." in on_the_wall(host)


async def test_ctrl_c_twice_leaves() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("ctrl+c", "ctrl+c")

        assert host.app.return_code == 0


async def test_ctrl_c_in_a_round_asks_as_ctrl_q_does() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("ctrl+c")

        assert host.screen == "LeaveDialog"


@pytest.mark.parametrize("size", [(60, 20), pytest.param((80, 24), marks=pytest.mark.wide)])
async def test_the_way_off_the_projector_and_the_pause_are_always_in_the_footer(
    size: tuple[int, int],
) -> None:
    async with laptop(an_event(26), console=False, size=size) as host:
        await host.press("h")
        await into_the_round(host)
        keys = foot(await host.picture())

        assert "h Stage  u Undo  Space Pause  Backspace Back" in keys


async def test_in_a_window_of_24_rows_a_round_shows_every_key_for_its_course() -> None:
    async with laptop(an_event(26)) as host:
        await into_the_round(host)
        keys = foot(await host.picture())

        for key in ("t Message", "n Notes", "+ 30 s more", "- 30 s less", "s Swap now"):
            assert key in keys


async def test_at_an_early_swap_the_room_sees_the_swap_and_no_word_for_the_host() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        await host.press("s")

        seen = "\n".join(await host.picture())
        assert "SWAP" in seen or "SPEAKS" in seen
        assert "undoes it" not in seen


async def test_a_question_stands_as_long_as_the_second_press_counts() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("enter")
        asked = host.words("told")
        await host.wait(2.1)

        assert asked == "Press Enter again to end this round early."
        assert host.words("told").startswith("The room sees")


async def into_the_break(host: Laptop) -> None:
    await into_the_round(host)
    await host.wait(480)
    await host.press("enter")
    await host.wait(60)


@pytest.mark.parametrize(("key", "other"), daily(1, [("enter", "enter"), ("pagedown", "right")]))
async def test_a_break_ends_early_only_at_the_second_press(key: str, other: str) -> None:
    async with laptop(an_event(6, break_after=[1], break_minutes=30)) as host:
        await into_the_break(host)
        await host.press(key)
        asked, still = host.words("told"), host.session.state.scene
        await host.wait(1)
        await host.press(other)

        assert asked == "Press Enter again to end the break (29:00 left)."
        assert still == "break"
        assert host.session.state.scene == "move"


async def test_two_hasty_presses_at_the_laptop_do_not_end_the_break() -> None:
    async with laptop(an_event(6, break_after=[1])) as host:
        await into_the_break(host)
        for _ in range(20):
            await host.press("enter")
            await host.wait(0.2)

        assert host.session.state.scene == "break"


@pytest.mark.parametrize("seconds", daily(1, [515, 560, 700]))
async def test_a_break_that_is_nearly_over_ends_at_one_press(seconds: float) -> None:
    async with laptop(an_event(6, break_after=[1])) as host:
        await into_the_break(host)
        await host.wait(seconds)
        await host.press("enter")

        assert host.session.state.scene == "move"


async def test_who_is_finding_somebody_hears_which_key_ends_the_break() -> None:
    async with laptop(an_event(6, break_after=[1])) as host:
        await into_the_break(host)
        await host.press("slash", "pagedown")

        assert host.words("told") == "Press PgDn again to end the break (9:00 left)."


@pytest.mark.parametrize("console", [True, False])
async def test_a_question_about_the_round_goes_when_the_round_is_over(console: bool) -> None:
    async with laptop(an_event(6), console=console) as host:
        await into_the_round(host)
        await host.wait(478)
        await host.press("minus")
        asked = "\n".join(await host.picture())
        await host.wait(1.1)

        assert "Press - again" in asked
        assert "Press - again" not in "\n".join(await host.picture())
        assert host.session.state.scene == "end"


@pytest.mark.parametrize("console", [True, False])
async def test_a_word_said_after_a_question_stays_when_the_round_is_over(console: bool) -> None:
    async with laptop(an_event(6), console=console) as host:
        await into_the_round(host)
        await host.wait(478)
        await host.press("minus", "m")
        await host.wait(1.1)

        assert "Sound off" in "\n".join(await host.picture())


async def test_a_press_after_the_bell_does_not_answer_what_was_asked_before_it() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(478)
        await host.press("u")
        await host.wait(1.1)
        await host.press("u")

        assert host.session.run.phase == "talk"
        assert host.words("told") == "Press u again to undo: start of round 1"


async def test_a_double_press_of_u_takes_one_thing_back() -> None:
    async with laptop(an_event(6)) as host:
        host.session.people.check_in_all()
        host.session.say_to_room("Red car")
        await host.press("u", "u")
        once = (host.session.room.message, host.session.room.here)
        await host.wait(1)
        await host.press("u")

        assert once == ("", 6)
        assert host.session.room.here == 0


async def test_whoever_reads_the_question_slowly_may_still_end_the_break() -> None:
    hands = Hands()
    session = a_session(an_event(6, break_after=[1]), hands)
    session.steps.next()
    session.steps.next()
    hands.move(486)
    session.tick()
    session.steps.next()
    async with laptop(session, hands) as host:
        await host.wait(60)
        await host.press("enter")
        await host.wait(4)
        await host.press("enter")

        assert host.session.run.phase == "move"
