"""The introductions on the stage and on the console, driven by keys."""

from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.event import Event
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, laptop


def an_opening(people: int = 4, **settings: Any) -> Event:
    event = an_event(people, introductions=60, **settings)
    first, *others = event.participants
    first = first.with_(
        purpose="find a pump supplier",
        offers="sensors",
        pitch="We measure water.",
        contact="ann@example.com",
        remark="allergic to nuts",
    )
    return event.with_(participants=(first, *others))


async def step(host: Laptop, times: int = 1) -> None:
    for _ in range(times):
        await host.wait(2)
        await host.press("enter")


async def test_the_stage_shows_who_speaks_for_whom_and_who_is_next() -> None:
    async with laptop(an_opening(), console=False) as host:
        await step(host)
        seen = await host.everything()

        assert "1 of 4" in seen
        assert "Company 01" in seen
        assert "find a pump supplier" in seen
        assert "Next: Person 02" in seen


async def test_no_text_contact_or_remark_of_anybody_is_on_the_stage() -> None:
    async with laptop(an_opening(), console=False, size=(120, 36)) as host:
        await step(host)
        seen = await host.everything()

        assert not any(secret in seen for secret in ("We measure water", "ann@example.com", "nuts"))


async def test_the_console_says_who_speaks_who_is_next_and_how_far_over_it_is() -> None:
    async with laptop(an_opening(), size=(80, 24)) as host:
        await step(host)
        await host.wait(75)

        assert host.words("phase") == "Introductions"
        assert host.words("talking") == "1 of 4: Person 01. Next: Person 02"
        assert "Enter: the next introduction, Person 02" in host.words("next")
        assert "+0:15" in await host.everything() or host.session.state.remaining() < -14


@pytest.mark.parametrize("key", daily(1, ["enter", "pagedown", "right"]))
async def test_one_key_calls_the_next_one_and_a_double_press_counts_once(key: str) -> None:
    async with laptop(an_opening()) as host:
        await step(host)
        await host.wait(2)
        await host.press(key, key)

        assert host.words("talking") == "2 of 4: Person 02. Next: Person 03"
        assert host.words("told") == "Pressed twice in a row: it counts once."


@pytest.mark.parametrize("key", daily(1, ["backspace", "pageup"]))
async def test_back_calls_the_one_before_again(key: str) -> None:
    async with laptop(an_opening()) as host:
        await step(host, 3)
        await host.press(key)

        assert host.words("talking") == "2 of 4: Person 02. Next: Person 03"


async def test_u_undoes_a_step_at_the_second_press() -> None:
    async with laptop(an_opening()) as host:
        await step(host, 2)
        await host.press("u")
        asked = host.words("told")
        await host.press("u")

        assert asked == "Press u again to undo: introduction 2 of 4"
        assert host.words("talking") == "1 of 4: Person 01. Next: Person 02"


async def test_space_stops_the_clock_of_an_introduction_and_plus_gives_it_more_time() -> None:
    async with laptop(an_opening()) as host:
        await step(host)
        await host.wait(20)
        await host.press("space")
        await host.wait(100)
        await host.press("space", "plus")

        assert round(host.session.state.remaining()) == 70


async def test_the_rest_is_skipped_at_the_second_press_of_s() -> None:
    async with laptop(an_opening()) as host:
        await step(host)
        await host.press("s")
        asked, phase = host.words("told"), host.session.run.phase
        await host.wait(1)
        await host.press("s")

        assert (asked, phase) == ("Press s again to end the introductions.", "introductions")
        assert (host.session.run.phase, host.session.run.round) == ("move", 1)


async def test_the_one_who_speaks_last_is_followed_by_the_first_round() -> None:
    async with laptop(an_opening(3, rounds=2), console=False) as host:
        await step(host, 3)
        seen = await host.everything()
        await step(host)

        assert "Next: the first round" in seen
        assert host.session.run.phase == "move"


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_the_longest_names_leave_room_for_the_time_and_the_next_one(
    size: tuple[int, int], language: str
) -> None:
    event = an_opening()
    long = tuple(
        person.with_(name=f"{number} " + "長い名前" * 20, company="社" * 200, purpose="目的" * 100)
        for number, person in enumerate(event.participants, 1)
    )
    async with laptop(
        event.with_(participants=long), console=False, size=size, language=language
    ) as host:
        await step(host)
        await host.wait(65)
        seen = await host.everything()

        assert "1 長い名前" in seen
        assert "2 長い名前" in seen
        assert "0:05" in seen


async def test_a_name_with_markup_or_control_characters_is_only_text() -> None:
    event = an_opening()
    first, *others = event.participants
    hostile = first.with_(name="[/] [@click=app.quit]Bob\x1b[2J", company="\x1b]52;c;x\x07")
    async with laptop(event.with_(participants=(hostile, *others)), console=False) as host:
        await step(host)
        seen = await host.everything()

        assert "[@click=app.quit]Bob" in seen
        assert "\x1b" not in seen


async def test_the_keys_of_other_phases_are_not_offered() -> None:
    async with laptop(an_opening()) as host:
        await step(host)
        seen = await host.everything()

        assert "Swap now" not in seen


async def test_guests_read_in_the_lobby_that_they_will_introduce_themselves() -> None:
    async with laptop(an_opening(), console=False) as host:
        lobby = " ".join((await host.everything()).split())

        assert "First, everybody introduces themselves: 60 seconds each." in lobby


async def test_n_says_from_when_on_notes_can_be_written() -> None:
    async with laptop(an_opening()) as host:
        await host.press("n")
        in_the_lobby = host.words("told")
        await step(host)
        await host.press("n")

        assert in_the_lobby == "Notes can be written from the first round on."
        assert host.words("told") == in_the_lobby
        assert host.screen == "ConsoleScreen"


async def test_n_is_answered_on_the_stage_too() -> None:
    async with laptop(an_opening(), console=False) as host:
        await step(host)
        await host.press("n")

        assert "Notes can be written from the first round on." in await host.everything()
