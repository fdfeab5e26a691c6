"""The app of the evening and the phones: on from the start, off at the end."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.pilot import Pilot

from rounds.domain.event import PersonKey
from rounds.domain.sentence import plain, sentence
from rounds.domain.views.room import Room
from rounds.session.phones import PhonesState
from rounds.session.session import Session
from rounds.store.state.phones_file import PhonesFile
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.stage.scenes import scene
from rounds.web.service import PhoneService
from tests.evenings import a_session
from tests.ui.screens.laptop import press
from tests.ui.screens.test_stage import told as stage_says
from tests.ui.stage.test_qr_code import decoded


def people_moving() -> Session:
    """An evening in which everybody looks for their table."""
    session = a_session()
    session.steps.next()
    return session


@dataclass
class Switched:
    """Phones that remember what was done with them."""

    state: PhonesState = field(default_factory=PhonesState)
    done: list[str] = field(default_factory=list)

    def switch_on(self) -> None:
        self.done.append("on")

    async def switch_off(self) -> None:
        self.done.append("off")

    def new_code(self) -> None:
        self.done.append("new code")

    def open_door(self, is_open: bool) -> None:
        self.done.append(f"door {is_open}")

    def release(self, person: PersonKey) -> None:
        self.done.append(person)


async def test_phones_are_on_from_the_start_where_the_host_wants_it_and_off_at_the_end() -> None:
    phones = Switched()
    app = RoundsApp(a_session(), phones=lambda: phones, phones_on=True)
    async with app.run_test() as pilot:
        while not phones.done:
            await pilot.pause()
        on = list(phones.done)

    assert (on, phones.done) == (["on"], ["on", "off"])


async def test_without_being_asked_no_phone_is_let_in() -> None:
    phones = Switched()
    async with RoundsApp(a_session(), phones=lambda: phones).run_test() as pilot:
        await pilot.pause()

        assert phones.done == []


JOINING = PhonesState(
    on=True, url="HTTP://10.0.0.5:8765/J/K7QX2M9D", address="10.0.0.5:8765", code="K7QX2M9D"
)
NO_NETWORK = sentence("Phones cannot join: this computer is in no network.")


async def code_seen(app: RoundsApp, pilot: Pilot[None]) -> list[str]:
    """What a camera reads from the stage."""
    await pilot.pause()
    return decoded(scene(app.room, app.session.clocks.steady(), 80, 24))


async def test_the_code_covers_the_stage_at_the_key_and_the_next_press_takes_it_away() -> None:
    app = RoundsApp(people_moving(), phones=lambda: Switched(JOINING))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = [await code_seen(app, pilot)]
        for _each in range(2):
            await press(pilot, "q")
            seen.append(await code_seen(app, pilot))

    assert seen == [[], [JOINING.url], []]


async def test_the_key_switches_phones_on_and_the_code_comes_when_they_are() -> None:
    phones = Switched()
    app = RoundsApp(a_session(), phones=lambda: phones)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        before = await code_seen(app, pilot)
        phones.state = JOINING
        app.session.state.tell()

        assert (phones.done, before) == (["on"], [])
        assert await code_seen(app, pilot) == [JOINING.url]
        assert app.room.shows_join(app.session.clocks.steady())


async def test_the_code_goes_with_the_next_step_of_the_evening() -> None:
    app = RoundsApp(a_session(), phones=lambda: Switched(JOINING))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q", "enter")
        await pilot.pause()

        assert app.room.phase == "move"
        assert await code_seen(app, pilot) == []
        await press(pilot, "backspace")  # and it does not come back by itself
        await pilot.pause()
        assert not app.room.shows_join(app.session.clocks.steady())


@pytest.mark.parametrize("now", [PhonesState(), JOINING._replace(door_open=False)], ids=str)
async def test_no_code_and_no_address_stay_on_the_stage_once_no_phone_can_join(
    now: PhonesState,
) -> None:
    phones = Switched(JOINING)
    app = RoundsApp(a_session(), phones=lambda: phones)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        shown = await code_seen(app, pilot)
        phones.state = now
        app.session.state.tell()
        await pilot.pause()

        assert shown == [JOINING.url]
        assert app.room.join is None
        assert await code_seen(app, pilot) == []


async def test_a_host_who_asks_for_the_code_in_vain_is_told_why_there() -> None:
    phones = Switched()
    app = RoundsApp(a_session(), phones=lambda: phones)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        phones.state = PhonesState(trouble=NO_NETWORK)
        app.session.state.tell()
        await pilot.pause()

        assert "in no network" in stage_says(app)


async def test_without_a_network_the_host_reads_one_line_and_the_evening_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rounds.web.service.own_address", lambda: None)
    session = a_session()
    service = PhoneService(session, PhonesFile(tmp_path / "mixer.toml", tmp_path))
    app = RoundsApp(session, console=True, phones=lambda: service, phones_on=True)
    async with app.run_test(size=(80, 24)) as pilot:
        for times in (1, 2):  # at the start, and again when the host asks for phones
            while len(session.state.news) < times:
                await pilot.pause(0.01)
            told = [plain(news)[:52] for news in session.state.news]
            assert told == ["Phones cannot join: this computer is in no network. "] * times
            await press(pilot, "Q", "p")
        await press(pilot, "enter")

        assert app.room.join is None
        assert session.run.phase == "move"


async def test_a_second_window_shows_the_code_too() -> None:
    published: list[Room] = []
    app = RoundsApp(a_session(), phones=lambda: Switched(JOINING), publish=published.append)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        await pilot.pause()

    room = Room.checked(json.loads(json.dumps(published[-1].data())))
    assert decoded(scene(room, 0.0, 60, 20)) == [JOINING.url]


async def test_a_rehearsal_has_no_phones_and_no_key_for_them() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "q")
        await pilot.pause()

        assert "q" not in app.screen.active_bindings or not app.screen.active_bindings["q"].enabled
        assert app.room.join is None
