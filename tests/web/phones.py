"""Phones for tests: an evening in memory, the app that answers, and clients that are guests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.event import Event, PersonKey
from rounds.domain.sentence import plain
from rounds.session.clocks import Clocks
from rounds.session.session import Session
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.answering import Answering
from rounds.web.answers.person_id import person_id
from tests.evenings import START, Hands, MemoryKeeper, a_running_round

CODE = "K7QX2M9D"
SERVER = "http://192.168.1.24:8765"


@dataclass
class Disk(MemoryKeeper):
    """Takes every event, and reports it saved at once unless it is slow."""

    session: Session | None = None
    slow: bool = False

    def save(self, event: Event) -> int:
        ticket = super().save(event)
        if not self.slow:
            self.report()
        return ticket

    def report(self) -> None:
        """Say that everything is on the disk."""
        if self.session is not None:
            self.session.state.saved(len(self.kept), START)


class Hall:
    """An evening with phones: the laptop's side of it. It needs a running loop."""

    def __init__(
        self,
        event: Event | None = None,
        hands: Hands | None = None,
        joined: Mapping[str, PersonKey] | None = None,
    ) -> None:
        self.hands = hands or Hands()
        self.disk = Disk()
        clocks = Clocks(self.hands.steady, self.hands.wall)
        self.session = Session(
            event or a_running_round(), self.disk, clocks, planner=PlannerAtOnce()
        )
        self.disk.session = self.session
        self.devices = Devices(joined)
        self.door = Door(CODE, self.hands.steady)
        self.kept: list[dict[str, PersonKey]] = []
        answering = Answering(self.session, self.door, self.devices, changed=self._keep)
        self.app, self.routes = answering.app, answering.routes

    async def _keep(self) -> None:
        self.kept.append(self.devices.people)

    @property
    def told(self) -> list[str]:
        """What the host was told."""
        self.session.state.take_in_reports()
        return [plain(news) for news in self.session.state.news]

    def phone(self, address: str = "192.168.1.50", **headers: str) -> httpx.AsyncClient:
        """Return a phone on the hall's Wi-Fi; it sends what a browser sends."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, client=(address, 50_000)),
            base_url=SERVER,
            headers={"Origin": SERVER, "Accept-Language": "en-GB", **headers},
        )

    async def joined(self, number: int, **headers: str) -> httpx.AsyncClient:
        """Return the phone of the person with this number."""
        phone = self.phone(f"192.168.1.{100 + number}", **headers)
        answer = await phone.post("/api/join", json={"code": CODE, "person": a_person(number)})
        assert answer.status_code == 200, answer.text
        return phone


def a_person(number: int) -> str:
    """Return the word with which phones name Person 01, Person 02, ..."""
    return person_id(f"Person {number:02d}")


def a_note(about: int, round_number: int = 1) -> str:
    """Return the address of a note about the person with this number."""
    return f"/api/notes/{round_number}/{a_person(about)}"


def a_note_to_save(revision: str = "", **written: Any) -> dict[str, Any]:
    """Return the body with which a phone saves a note."""
    return {"revision": revision, "note": written}
