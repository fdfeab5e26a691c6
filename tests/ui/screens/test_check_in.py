"""The check-in: whoever stands at the door is here in a few keys."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from rounds.domain.event import Event
from rounds.domain.people import roster
from rounds.session.session import Session
from tests.breadth import daily
from tests.evenings import Hands, a_session, an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop


def here(session: Session) -> list[str]:
    return [key for key, state in roster.states(session.event).items() if state == "here"]


def guests() -> Event:
    return Event.checked(
        {
            "event": {"title": "交流会", "rounds": 2},
            "participants": [
                {"name": "佐藤 花子", "kana": "さとう はなこ", "company": "花工房"},
                {"name": "Ana Silva", "company": "Northwind"},
                {"name": "Anita Berg", "company": "Tidal"},
                {"name": "Tommy Lee", "company": "Northwind"},
            ],
        }
    )


async def at_the_door(host: Laptop, typed: str, *keys: str) -> None:
    await host.type(typed)
    await host.press(*keys)


@pytest.mark.parametrize("typed", daily(2, ["サトウ", "花工房", "さとう", "佐", "1"]))
async def test_kana_kanji_company_or_number_and_enter_check_somebody_in(typed: str) -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, typed, "enter")

        assert here(host.session) == ["佐藤 花子"]
        assert host.words("counter") == "Check-in: 1 of 4 here"
        assert host.words("told") == "佐藤 花子 is here: number 1"


async def test_the_line_is_empty_for_the_next_one() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "enter")
        await at_the_door(host, "tom", "enter")

        assert here(host.session) == ["Ana Silva", "Tommy Lee"]


async def test_a_hasty_second_enter_sends_nobody_out_again() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "enter", "enter")
        await at_the_door(host, "ana", "enter")

        assert here(host.session) == ["Ana Silva"]


async def test_the_arrows_choose_among_those_found() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "an", "down", "enter")

        assert here(host.session) == ["Anita Berg"]


async def test_a_name_nobody_has_becomes_a_walk_in_at_the_second_enter() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "Zoë Walker", "enter")
        asked = host.words("told")
        before = here(host.session)
        await host.press("enter")

        assert asked == 'Press Enter again to add "Zoë Walker" as a walk-in.'
        assert before == []
        assert here(host.session) == ["Zoë Walker"]
        assert host.words("counter") == "Check-in: 1 of 5 here"


async def test_a_walk_in_may_have_a_name_that_is_part_of_another() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "Tom", "down", "enter", "enter")

        assert here(host.session) == ["Tom"]


@pytest.mark.parametrize("key", daily(1, ["enter", "ctrl+x"]))
async def test_a_number_nobody_has_is_not_a_walk_in_and_is_answered(key: str) -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "77", key)

        assert host.session.event.walk_ins == ()
        assert host.words("told") == "Nobody found"
        assert (await host.everything()).count("Nobody found") == 2


async def test_a_walk_in_brings_company_and_industry() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "Zoë Walker / Acme / retail", "enter")
        asked = host.words("told")
        await host.press("enter")

        (walk_in,) = host.session.event.walk_ins
        assert asked == 'Press Enter again to add "Zoë Walker" (Acme, retail) as a walk-in.'
        assert (walk_in.name, walk_in.company, walk_in.industry) == ("Zoë Walker", "Acme", "retail")


async def test_the_same_key_clears_every_line_and_takes_nothing_back() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "enter", "ctrl+u", "ctrl+u")

        assert here(host.session) == ["Ana Silva"]


async def test_a_latecomer_hears_the_seat_and_the_partner_at_once() -> None:
    async with laptop(an_event(5, rounds=4)) as host:
        await into_the_round(host)
        await host.press("c")
        await at_the_door(host, "Tom Walker", "enter", "enter")
        seat = next(e for e in host.app.room.board if e.name == "Tom Walker")
        (partner,) = (
            e.name for e in host.app.room.board if e.table == seat.table and e is not seat
        )

        assert host.words("told") == (
            f"Tom Walker is here: number 6, now at {seat.table}{seat.seat} with {partner}"
        )


async def test_everybody_is_here_with_one_key_and_undone_with_one() -> None:
    async with laptop(guests()) as host:
        await host.press("c", "ctrl+a")
        everybody = len(here(host.session))
        await host.press("ctrl+z")

        assert everybody == 4
        assert here(host.session) == []


async def test_clearing_the_line_takes_nothing_back() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "enter")
        await at_the_door(host, "tom", "left", "ctrl+u")

        assert host.app.screen.query_one(Input).value == ""
        assert here(host.session) == ["Ana Silva"]
        assert host.session.run.phase == "lobby"


async def test_a_round_under_way_is_never_taken_back_at_the_door() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.wait(120)
        await host.press("c", "ctrl+z", "ctrl+z")

        assert host.session.state.scene == "first_half"
        assert host.words("told") == (
            "The last step cannot be undone here (start of round 1): press Esc, then u."
        )


async def test_at_the_door_a_check_in_during_a_round_is_taken_back_and_nothing_before_it() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("c")
        await at_the_door(host, "person 03", "ctrl+x", "ctrl+z")
        told = host.words("told")
        await host.press("ctrl+z")

        assert told == "Undone: absence of Person 03"
        assert host.session.run.phase == "talk"


async def test_with_nothing_to_take_back_the_door_hears_so() -> None:
    async with laptop(guests()) as host:
        await host.press("c", "ctrl+z")

        assert host.words("told") == "Nothing to undo."


async def test_somebody_who_called_off_is_absent_with_one_key() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "tommy", "ctrl+x")

        assert roster.states(host.session.event)["Tommy Lee"] == "absent"
        assert host.words("counter") == "Check-in: 0 of 3 here"


async def test_whoever_was_just_named_is_made_absent_without_typing_again() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "tommy", "enter")
        await at_the_door(host, "tommy", "enter")
        named, marked = host.words("told"), host.marked
        await host.press("ctrl+x")

        assert named == "Tommy Lee is already here (Ctrl+X: absent): number 4"
        assert marked == "Tommy Lee"
        assert roster.states(host.session.event)["Tommy Lee"] == "absent"


async def test_whoever_was_just_named_is_forgotten_once_the_next_name_is_typed() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "tommy", "enter")
        await at_the_door(host, "xyz", "escape", "ctrl+x")

        assert here(host.session) == ["Tommy Lee"]
        assert host.words("told") == "Type a name, a company or a number"


async def test_the_line_of_whoever_was_just_named_can_be_seen() -> None:
    async with laptop(an_event(200)) as host:
        await host.press("c")
        await at_the_door(host, "150", "enter")
        lines = await host.picture()

        assert any("Person 150" in line and "Company" in line for line in lines)


async def test_escape_empties_the_line_first_and_leaves_then() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "escape")
        after_one = host.screen
        await host.press("escape")

        assert (after_one, host.screen) == ("CheckInScreen", "ConsoleScreen")


async def test_ctrl_q_does_at_the_door_what_escape_does() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "ana", "ctrl+q")
        after_one = host.screen
        await host.press("ctrl+q")

        assert (after_one, host.screen) == ("CheckInScreen", "ConsoleScreen")


async def test_the_door_says_that_the_arrows_choose() -> None:
    async with laptop(guests()) as host:
        await host.press("c")

        assert "Up/Down Choose" in (await host.picture())[-1]


async def test_markup_in_a_name_stays_text() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await at_the_door(host, "[@click=app.quit]Bob[/]", "enter", "enter")

        assert here(host.session) == ["[@click=app.quit]Bob[/]"]
        assert "[@click=app.quit]Bob[/] is here: number 5" in host.words("told")


@pytest.mark.parametrize(("size", "language"), daily(1, [((60, 20), "ja"), ((80, 24), "en")]))
async def test_two_hundred_people_fit_any_window(size: tuple[int, int], language: str) -> None:
    hands = Hands()
    session = a_session(an_event(200), hands, language=language)
    async with laptop(session, hands, size=size) as host:
        await host.press("c")
        await at_the_door(host, "199")
        lines = await host.picture()

        assert host.marked == "Person 199"
        assert {cell_len(line) for line in lines} == {size[0]}
        assert any("Person 199" in line for line in lines)


async def test_the_terminals_cursor_follows_what_is_typed() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await host.picture()
        before = host.app.cursor_position
        await host.type("さと")
        await host.picture()

        assert host.app.cursor_position.x == before.x + 4
        assert host.app.cursor_position.y == before.y


async def test_a_reading_that_was_typed_is_read_back_before_the_walk_in_is_added() -> None:
    async with laptop(guests(), language="ja") as host:
        await host.press("c")
        await host.type("新井 花／あらい はな")
        await host.press("enter")

        asked = host.words("told")
        assert "（あらい はな）" in asked
        assert "／ふりがな" not in asked


def mentoring() -> Event:
    return Event.checked(
        {
            "event": {"title": "Mentors", "rounds": 1, "sides": ["メンター", "メンティー"]},
            "participants": [
                {"name": "佐藤 花子", "side": "メンター"},
                {"name": "鈴木 一", "side": "メンティー"},
            ],
        }
    )


async def test_a_walk_in_of_an_evening_with_two_sides_is_given_one_at_the_door() -> None:
    async with laptop(mentoring()) as host:
        await host.press("c")
        await at_the_door(host, "内田 光／うちだ ひかる／メンティー", "enter")
        asked = host.words("told")
        await host.press("enter")

        (walk_in,) = host.session.event.walk_ins
        assert asked == (
            'Press Enter again to add "内田 光" (うちだ ひかる, メンティー) as a walk-in.'
        )
        assert (walk_in.name, walk_in.kana, walk_in.side) == (
            "内田 光",
            "うちだ ひかる",
            "メンティー",
        )
        assert host.words("told") == "内田 光 is here: number 3"


async def test_who_adds_a_walk_in_without_a_side_hears_how_to_give_one() -> None:
    async with laptop(mentoring()) as host:
        await host.press("c")
        await at_the_door(host, "内田 光", "enter", "enter")
        told = host.words("told")
        await host.press("ctrl+z")
        await at_the_door(host, "内田 光／メンター", "enter", "enter")

        assert told == (
            "内田 光 is here: number 3. No side was given: "
            "Ctrl+Z undoes it, then type name / メンター or name / メンティー."
        )
        assert [walk_in.side for walk_in in host.session.event.walk_ins] == ["メンター"]


async def test_on_the_console_too_a_walk_in_is_given_a_side() -> None:
    async with laptop(mentoring()) as host:
        await host.press("a")
        asked = "\n".join(await host.picture())
        await host.type("内田 光／メンター")
        await host.press("enter", "a")
        await host.type("林 次郎")
        await host.press("enter")

        assert "industry / メンター or メンティー" in " ".join(asked.split())
        assert [walk_in.side for walk_in in host.session.event.walk_ins] == ["メンター", ""]
        assert host.words("told") == (
            "林 次郎 is here. No side was given: "
            "u undoes it, then type name / メンター or name / メンティー."
        )


async def test_during_a_round_without_check_in_the_door_says_that_nobody_is_checked_in() -> None:
    async with laptop(an_event(6), console=False) as host:
        host.session.steps.next()
        await host.press("c")

        assert host.words("counter") == "Check-in: nobody checked in, 6 taking part"
