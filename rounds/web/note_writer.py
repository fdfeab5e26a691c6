"""Brings the notes of the phones to the disk: many share a change, and each waits until it is safe.

The session is told of all notes of a moment together. What the disk does happens in the thread of
the event file; here only its reports are waited for, so nothing blocks.
"""

from __future__ import annotations

import asyncio

from rounds.domain.event import Note, PersonKey
from rounds.session.session import Session

GATHER = 0.03
"""Seconds for which notes are gathered into one change."""

PATIENCE = 8.0
"""Seconds after which a phone is told that the disk does not take its note now."""


class NoteWriter:
    """Gives notes to a session and says when they are on the disk."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen: set[tuple[int, PersonKey, PersonKey]] = set()
        self._new: dict[tuple[int, PersonKey, PersonKey], Note] = {}
        self._new_waiting: list[asyncio.Future[bool]] = []
        self._waiting: list[tuple[int, asyncio.Future[bool]]] = []
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

    def coming(self, number: int, by: PersonKey, about: PersonKey) -> Note | None:
        """Return a note that is about to be given to the session, None if there is none."""
        return self._new.get((number, by, about))

    async def save(self, *written: Note) -> bool:
        """Save notes; return whether they are on the disk.

        Otherwise the session has them, and they are saved as soon as the disk takes them.
        """
        if not self._new:
            self._loop.call_later(GATHER, self._give)
            self._loop.call_later(PATIENCE, _say, self._new_waiting, False)
        for note in written:
            of = (note.round, note.by, note.about)
            self._new[of] = note
            self._seen.add(of)
        done: asyncio.Future[bool] = self._loop.create_future()
        self._new_waiting.append(done)
        return await done

    async def safe(self) -> bool:
        """Wait until everything up to now is on the disk; return whether it is."""
        done: asyncio.Future[bool] = self._loop.create_future()
        self._loop.call_later(PATIENCE, _say, [done], False)
        self._waiting.append((self._session.state.ticket, done))
        self._answer()  # after it waits: the report may have come from its thread just now
        return await done

    def _give(self) -> None:
        """Give the gathered notes to the session as one change."""
        if not self._new:
            return
        new, self._new = self._new, {}
        waiting, self._new_waiting = self._new_waiting, []
        ticket = self._session.write_note(*new.values(), quietly=True)
        self._waiting += [(ticket, done) for done in waiting]
        self._answer()

    def _look(self) -> None:
        """Look at the reports of the disk; this is called from its thread."""
        if self._waiting:
            self._loop.call_soon_threadsafe(self._answer)

    def _answer(self) -> None:
        saved = self._session.state.saved_ticket
        _say([done for ticket, done in self._waiting if ticket <= saved], True)
        self._waiting = [(ticket, done) for ticket, done in self._waiting if not done.done()]


def _say(waiting: list[asyncio.Future[bool]], saved: bool) -> None:
    for done in waiting:
        if not done.done():
            done.set_result(saved)
