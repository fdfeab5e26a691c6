"""The phones of an evening: on or off, the code, the door, who has joined.

What answers them (`rounds.web.answering`) is imported when they are switched on for the first
time, because most of the program's starts need none of it.
"""

from __future__ import annotations

import asyncio
import socket
from importlib import import_module
from typing import Any

from rounds.domain.errors import RoundsError
from rounds.domain.event import PersonKey
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views.room import JoinByPhone
from rounds.session.phones import PhonesState
from rounds.session.session import Session
from rounds.store.state.crash_log import log_crash
from rounds.store.state.phones_file import KeptPhones, PhonesFile
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.access.join_code import new_code
from rounds.web.address import PORT, listening, own_address, written
from rounds.web.kept_code import kept_phones

NO_ADDRESS = sentence(
    "Phones cannot join: this computer is in no network. Join a Wi-Fi or open a hotspot, then "
    "switch the phones on again."
)

FAILED = sentence("Phones were switched off because of a fault in Rounds.")
NOT_KEPT = sentence(
    "Who has joined with a phone cannot be kept: after a restart of Rounds the phones have to "
    "join again."
)


class PhoneService:
    """The phones of one evening; see `rounds.session.phones.Phones`."""

    def __init__(
        self, session: Session, file: PhonesFile, *, address: str | None = None, port: int = PORT
    ) -> None:
        self._session = session
        self._file = file
        self._wanted_address = address
        self._wanted_port = port
        self._writing = asyncio.Lock()
        self._door = Door("", session.clocks.unhurried)
        self._devices = Devices()
        self._address = ""
        self._trouble: Sentence | None = None
        self._make: Any = None
        self._answering: Any = None
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    @property
    def state(self) -> PhonesState:
        """How the phones are doing now."""
        code = self._door.code if self._address else ""
        return PhonesState(
            on=bool(self._address),
            url=JoinByPhone(address=self._address, code=code).url if code else "",
            address=self._address,
            code=code,
            door_open=self._door.is_open,
            joined=self._devices.joined & self._session.state.roster.by_key.keys(),
            notes=self._answering.notes if self._answering else 0,
            visited=bool(self._answering and self._answering.visited),
            trouble=self._trouble,
        )

    # -- on and off ------------------------------------------------------------------------

    def switch_on(self) -> None:
        """Let phones join, in the loop that runs; `state` says how it went."""
        if not self._wanted:
            self._wanted, self._trouble = True, None
            self._task = asyncio.get_running_loop().create_task(self._run(self._task))

    async def switch_off(self) -> None:
        """Stop answering phones, within a second."""
        task = self._task
        if task is None or not self._wanted:
            return
        self._wanted = False
        if self._answering:
            self._answering.stop()
        else:
            task.cancel()
        _done, late = await asyncio.wait([task], timeout=0.9)
        for each in late:
            each.cancel()

    async def _run(self, before: asyncio.Task[None] | None) -> None:
        """Listen and answer until told to stop; `before` is what may still be stopping."""
        try:
            if before is not None:
                await asyncio.wait([before])
            made = await asyncio.to_thread(self._prepare)
            if made is not None:
                await self._answer(made)
        except RoundsError as error:
            self._trouble = error.sentence
        except Exception as fault:  # the evening goes on without phones
            log_crash(fault)
            self._trouble = FAILED
        finally:
            if asyncio.current_task() is self._task:
                self._wanted = False
            self._address, self._answering = "", None
            if self._trouble is not None:
                self._session.state.remark(self._trouble)
            self._session.state.tell()

    def _prepare(self) -> socket.socket | None:
        """Read what was kept, choose the address and listen there; this is done in a thread."""
        if not self._door.code:
            self._take_over()
        self._make = import_module("rounds.web.answering").Answering
        address = self._wanted_address or own_address()
        if address is None:
            self._trouble = NO_ADDRESS
            return None
        return listening(address, self._wanted_port)

    def _take_over(self) -> None:
        """Go on with the code and the devices of an earlier start, if there was one."""
        try:
            kept = kept_phones(self._file)
        except OSError:
            kept = KeptPhones(new_code(), True, {})
            self._session.state.remark(NOT_KEPT)
        self._door.code, self._door.is_open = kept.code, kept.door_open
        self._devices = Devices(kept.people)

    async def _answer(self, made: socket.socket) -> None:
        self._answering = self._make(
            self._session, self._door, self._devices, changed=self._changed
        )
        self._address = written(*made.getsockname()[:2])
        self._session.state.tell()
        await self._answering.serve(made)

    # -- what the host decides; before the first time that phones are on, there is nothing yet --

    def new_code(self) -> None:
        """Replace the join code; phones that have joined stay."""
        if self._door.code:
            self._door.code = new_code()
            self._keep_later()

    def open_door(self, is_open: bool) -> None:
        """Let further phones join or not; phones that have joined stay."""
        if self._door.code:
            self._door.is_open = is_open
            self._keep_later()

    def release(self, person: PersonKey) -> None:
        """Take the phone of somebody off, so that another one can join under that name."""
        if self._devices.release(person):
            self._keep_later()

    # -- keeping ---------------------------------------------------------------------------

    def _keep_later(self) -> None:
        self._session.state.tell()
        self._keeping = asyncio.get_running_loop().create_task(self._keep())

    async def _changed(self) -> None:
        """Keep who has joined, and show it."""
        await self._keep()
        self._session.state.tell()

    async def _keep(self) -> None:
        """Put code, door and devices on the disk, without waiting for it in this thread."""
        async with self._writing:
            door, people = self._door, self._devices.people
            kept = KeptPhones(door.code, door.is_open, people)
            try:
                await asyncio.to_thread(self._file.write, kept)
            except OSError:
                self._session.state.remark(NOT_KEPT)
