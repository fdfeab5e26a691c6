"""Answers the phones of an evening at a socket: everything that only a running server needs."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable

from rounds.domain.event import PersonKey
from rounds.domain.sentence import sentence
from rounds.session.session import Session
from rounds.store.state.crash_log import log_crash
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.access.rates import Rate
from rounds.web.answers.evening import Evening
from rounds.web.app import phone_app
from rounds.web.callers import Callers
from rounds.web.note_writer import NoteWriter
from rounds.web.routes.evening import EveningRoutes
from rounds.web.routes.joining import JoiningRoutes
from rounds.web.routes.mine import MineRoutes
from rounds.web.routes.notes import NoteRoutes
from rounds.web.routes.page import PageRoutes
from rounds.web.routes.report import ReportRoutes
from rounds.web.server import PhoneServer


class Answering:
    """A server for the phones of a session, from its start to its end."""

    def __init__(
        self,
        session: Session,
        door: Door,
        devices: Devices,
        *,
        changed: Callable[[], Awaitable[None]],
    ) -> None:
        self._session = session
        self._writer = NoteWriter(session)
        self._told = Rate(1, 60.0, session.clocks.unhurried)
        self._failed = False
        evening = Evening(session)
        callers = Callers(evening, devices, session.clocks.unhurried)
        self._page = PageRoutes(evening, callers, door, devices)
        subjects = (  # in the order in which they are looked through: the usual ones first
            EveningRoutes(evening, callers),
            NoteRoutes(evening, callers, self._writer),
            self._page,
            JoiningRoutes(
                evening,
                callers,
                door,
                devices,
                clock=session.clocks.unhurried,
                changed=changed,
                refused=self._refused,
            ),
            MineRoutes(evening, callers),
            ReportRoutes(evening, callers, session.clocks.unhurried),
        )
        self.routes = [route for subject in subjects for route in subject.routes]
        self.app = phone_app(self.routes, lambda: session.language, self._log)
        self._server: PhoneServer | None = None

    @property
    def notes(self) -> int:
        """How many notes came from phones."""
        return self._writer.written

    @property
    def visited(self) -> bool:
        """Whether any phone has opened the page."""
        return self._page.visited

    async def serve(self, listening: socket.socket) -> None:
        """Answer at a socket until `stop` is called."""
        self._server = PhoneServer(self.app, listening)
        try:
            await self._server.serve()
        finally:
            self._writer.close()

    def stop(self) -> None:
        """Take no more requests."""
        if self._server:
            self._server.stop()

    def _refused(self, person: PersonKey) -> None:
        """Tell the host that a second phone wants a name, once a minute for each name."""
        if self._told.use(person):
            name = self._session.state.roster.names.get(person, person)
            self._session.state.remark(
                sentence(
                    "A second phone wanted to join as {name}. If the first one took the wrong "
                    "name, release it.",
                    name=name,
                )
            )

    def _log(self, fault: BaseException) -> None:
        """Log the first fault of the program in an answer; the evening goes on."""
        if not self._failed:
            self._failed = True
            log_crash(fault)
            self._session.state.remark(
                sentence("A phone could not be answered because of a fault in Rounds.")
            )
