"""What the host sees of the participants' phones, and does about them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from rounds.domain.event import Event
from rounds.domain.people import roster
from rounds.session.phones import PhonesState
from rounds.ui.apps.evening import RoundsApp
from tests.evenings import Hands, a_session, an_event
from tests.ui.apps.test_phones import JOINING, Switched
from tests.ui.screens.laptop import Laptop


class Door(Switched):
    """Phones whose state follows what the host does."""

    def open_door(self, is_open: bool) -> None:
        super().open_door(is_open)
        self.state = self.state._replace(door_open=is_open)

    async def switch_off(self) -> None:
        await super().switch_off()
        self.state = PhonesState()

    def release(self, person: str) -> None:
        super().release(person)
        self.state = self.state._replace(joined=self.state.joined - {person})

    def new_code(self) -> None:
        super().new_code()
        self.state = self.state._replace(code="ZZ22ZZ33")


@asynccontextmanager
async def a_console(
    state: PhonesState = JOINING,
    event: Event | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    mirrored: bool = False,
) -> AsyncIterator[tuple[Laptop, Switched]]:
    phones, hands = Door(state), Hands()
    session = a_session(event or an_event(6), hands)
    app = RoundsApp(session, console=not mirrored, phones=lambda: phones)
    assert app.phone_code.phones is phones
    async with app.run_test(size=size) as pilot:
        host = Laptop(session, hands, pilot)
        if mirrored:
            await host.press("h")
        await host.settle()
        yield host, phones


def with_joined(*numbers: int, **changes: object) -> PhonesState:
    joined = frozenset(f"Person {number:02}" for number in numbers)
    return JOINING._replace(joined=joined, **changes)  # type: ignore[arg-type]


async def test_the_host_reads_address_and_code_how_many_joined_and_how_many_notes_came() -> None:
    async with a_console(with_joined(1, 4, notes=7)) as (host, _phones):
        assert host.words("phones").splitlines() == [
            "Phones: 10.0.0.5:8765, code K7QX 2M9D",
            "2 joined (*), 7 notes by phone",
        ]


async def test_an_evening_without_phones_says_nothing_of_them() -> None:
    async with a_console(PhonesState()) as (host, _phones):
        assert host.words("phones") == ""
        assert "*" not in host.line_of("Person 01")


async def test_the_list_marks_who_has_joined() -> None:
    async with a_console(with_joined(4)) as (host, _phones):
        assert host.line_of("Person 04").startswith("4* Person 04")
        assert host.line_of("Person 03").startswith("3 Person 03")


async def test_in_the_smallest_window_the_list_marks_who_has_joined_too() -> None:
    async with a_console(with_joined(4), size=(60, 20)) as (host, _phones):
        assert host.line_of("Person 04").startswith("4*")


async def test_who_joined_is_checked_in_by_one_key_where_the_host_wants_that() -> None:
    event = an_event(6, phone_check_in=True)
    async with a_console(with_joined(1, 4), event) as (host, _phones):
        before, asked = host.line_of("Person 04"), host.words("phones")
        await host.press("I")
        states = roster.states(host.session.event)
        after = host.line_of("Person 04")
        await host.press("u")

        assert "joined" in before
        assert "I: check in 2 people who joined" in asked
        assert "here" in after
        assert [states[f"Person 0{number}"] for number in (1, 2, 4)] == ["here", "expected", "here"]
        assert roster.states(host.session.event)["Person 04"] == "expected"


async def test_at_the_door_the_host_sees_who_has_joined() -> None:
    async with a_console(with_joined(4), an_event(6, phone_check_in=True)) as (host, _phones):
        await host.press("c")
        await host.settle()

        assert host.line_of("Person 04").endswith("joined")
        assert host.line_of("Person 03").endswith("expected")


async def test_by_itself_a_phone_checks_nobody_in() -> None:
    async with a_console(with_joined(1, 4)) as (host, _phones):
        await host.press("I")

        assert "check in" not in host.words("phones")
        assert roster.states(host.session.event)["Person 01"] == "expected"


async def test_a_phone_with_the_wrong_name_is_released_after_a_question() -> None:
    async with a_console(with_joined(4)) as (host, phones):
        await host.mark("Person 04")
        await host.press("Q", "r")
        asked = list(phones.done)
        await host.press("down", "enter")
        host.session.state.tell()
        await host.settle()

        assert (asked, phones.done) == ([], ["Person 04"])
        assert "*" not in host.line_of("Person 04")


async def test_only_who_has_a_phone_can_be_released() -> None:
    async with a_console(with_joined(4)) as (host, phones):
        await host.mark("Person 02")
        await host.press("Q", "r", "escape")

        assert phones.done == []


async def test_a_new_code_is_made_after_a_question_and_told() -> None:
    async with a_console() as (host, phones):
        await host.press("Q", "c", "enter")
        first = list(phones.done)
        await host.press("Q", "c", "down", "enter")

        assert (first, phones.done) == ([], ["new code"])
        assert "ZZ22 ZZ33" in host.words("told")


async def test_the_door_is_closed_and_opened_again() -> None:
    async with a_console() as (host, phones):
        await host.press("Q", "d")
        host.session.state.tell()
        await host.settle()
        closed = host.words("phones")
        await host.press("q")
        refused = host.words("told")
        await host.press("Q", "d")

        assert closed.startswith("Phones: the door is closed")
        assert "The door is closed" in refused
        assert phones.done == ["door False", "door True"]


async def test_phones_are_switched_off_and_on() -> None:
    async with a_console() as (host, phones):
        await host.press("Q", "p", "Q", "p")

        assert phones.done == ["off", "on"]


async def test_the_host_shows_the_code_to_the_room_from_the_console() -> None:
    async with a_console() as (host, _phones):
        await host.press("q")
        shown = host.app.room.shows_join(host.session.clocks.steady())
        said = host.words("told")
        await host.press("q")

        assert shown
        assert said == "The room sees the QR code; q takes it away."
        assert not host.app.room.shows_join(host.session.clocks.steady())


async def test_on_a_mirrored_screen_the_code_takes_the_place_of_the_console() -> None:
    async with a_console(mirrored=True) as (host, _phones):
        await host.press("q")

        assert host.screen == "StageScreen"
        assert host.app.room.shows_join(host.session.clocks.steady())


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_must_be_seen_is_seen_beside_the_phones(size: tuple[int, int]) -> None:
    event = an_event(6, phone_check_in=True)
    async with a_console(with_joined(1, 2, 3, notes=12), event, size) as (host, _phones):
        picture = await host.everything()

        assert "Enter: show the" in picture
        assert "Phones:" in picture
