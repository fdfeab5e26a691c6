"""The app of the evening and the phones: on from the start, off at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from rounds.domain.event import PersonKey
from rounds.session.phones import PhonesState
from rounds.ui.apps.evening import RoundsApp
from tests.evenings import a_session


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
    app = RoundsApp(a_session(), phones=phones, phones_on=True)
    async with app.run_test() as pilot:
        await pilot.pause()
        on = list(phones.done)

    assert (on, phones.done) == (["on"], ["on", "off"])


async def test_without_being_asked_no_phone_is_let_in() -> None:
    phones = Switched()
    async with RoundsApp(a_session(), phones=phones).run_test() as pilot:
        await pilot.pause()

        assert phones.done == []
