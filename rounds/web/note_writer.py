"""Brings the notes of the phones to the disk: many share a change, and each waits until it is safe.

The session is told of all notes of a moment together. What the disk does happens in the thread of
the event file; here only its reports are waited for, so nothing blocks.
"""

from __future__ import annotations

import asyncio

from rounds.domain import notes
from rounds.domain.event import Note, PersonKey
from rounds.session.session import Session

GATHER = 0.01
"""Seconds for which notes are gathered into one change."""

PATIENCE = 8.0
"""Seconds after which a phone is told that the disk does not take its note now."""


class NoteWriter:
    """Gives notes to a session and says when they are on the disk."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: set[tuple[int, PersonKey, PersonKey]] = set()
        self._new: dict[tuple[int, PersonKey, PersonKey], Note] = {}
        self._put: asyncio.Future[int] | None = None
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []
        self._loop = asyncio.get_running_loop()
        session.state.on_saved = self._look

    @property
    def written(self) -> int:
        """How many notes came from phones, each counted once."""
        return len(self._seen)

    def close(self) -> None:
        """Give the session what has not been given yet; nobody is answered any more."""
        if self._session.state.on_saved == self._look:
            self._session.state.on_saved = lambda: None
        self._give()

    def present(self, number: int, by: PersonKey, about: PersonKey) -> Note | None:
        """Return somebody's note about a partner as it is now, None without one."""
        new = self._new.get((number, by, about))
        return new or notes.find(self._session.event, number, by, about)

    async def save(self, *written: Note) -> bool:
        """Save notes; return whether they are on the disk.

        Otherwise the session has them, and they are saved as soon as the disk takes them.
        """
        if self._put is None:
            self._put = self._loop.create_future()
            self._loop.call_later(GATHER, self._give)
        for note in written:
            self._new[note.round, note.by, note.about] = note
        self._seen.update(self._new)
        # Shielded: one phone that hangs up must not take the others' notes with it.
        return await self.safe(await asyncio.shield(self._put))

    async def safe(self, ticket: int | None = None) -> bool:
        """Wait until everything up to a ticket, or up to now, is on the disk; return whether."""
        wanted = self._session.state.ticket if ticket is None else ticket
        done: asyncio.Future[None] = self._loop.create_future()
        self._waiting.append((wanted, done))
        self._answer()  # after it waits: the report may have come from its thread just now
        try:
            await asyncio.wait_for(done, PATIENCE)
        except TimeoutError:
            return False
        return True

    def _give(self) -> None:
        """Give the gathered notes to the session as one change."""
        put, self._put = self._put, None
        new, self._new = self._new, {}
        if put is None:
            return
        ticket = self._session.write_note(*new.values(), quietly=True)
        if not put.done():
            put.set_result(ticket)

    def _look(self) -> None:
        """Look at the reports of the disk; this is called from its thread."""
        if self._waiting:
            self._loop.call_soon_threadsafe(self._answer)

    def _answer(self) -> None:
        saved = self._session.state.saved_ticket
        for ticket, done in self._waiting:
            if ticket <= saved and not done.done():
                done.set_result(None)
        self._waiting = [(ticket, done) for ticket, done in self._waiting if not done.done()]
