"""The notes of a phone's owner: read, written, and given the usual next step."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rounds.domain.event import Note, PersonKey
from rounds.domain.followup.pattern import proposed
from rounds.i18n import shown_time, using
from rounds.web.answers.evening import Evening
from rounds.web.answers.partners import partners_of, pattern, revision, with_revision
from rounds.web.callers import Callers
from rounds.web.note_form import NoteToSave, read
from rounds.web.note_writer import NoteWriter
from rounds.web.replies import Json, Refused, language_of
from rounds.web.routes.route import route


class NoteRoutes:
    """Notes of one person about the people met; nobody else's are read or written here."""

    def __init__(self, evening: Evening, callers: Callers, writer: NoteWriter) -> None:
        self._evening = evening
        self._callers = callers
        self._writer = writer

    @property
    def routes(self) -> list[Route]:
        """The addresses of the notes."""
        return [
            route("/api/notes/{round:int}/{about}", self.write, "PUT"),
            route("/api/notes", self.partners, compressed=True),
            route("/api/notes/pattern", self.apply_pattern, "POST"),
        ]

    async def partners(self, request: Request) -> Response:
        """The partners of the phone's owner, with the owner's notes."""
        person = self._callers.joined(request)
        evening = self._evening
        found = partners_of(evening.now, person, evening.notes_by(person))
        return Json(
            {
                "partners": found,
                "follow_up": pattern(evening.event.in_force.follow_up),
                "today": evening.session.clocks.wall().date().isoformat(),
            }
        )

    async def write(self, request: Request) -> Response:
        """Save a note about a partner; it is answered when the note is on the disk."""
        person = self._callers.joined(request)
        asked: NoteToSave | None = read(NoteToSave, await request.body())
        if asked is None:
            raise Refused("bad")
        if asked.note.too_long:
            raise Refused("too_large")
        number: int = request.path_params["round"]
        about = self._partner(person, number, request.path_params["about"])
        before = self._present(number, person, about)
        present, at = revision(before), self._evening.session.clocks.stamp()
        empty = Note(round=number, by=person, about=about, at=at)
        note = asked.note.applied(before or empty, at)
        wanted = revision(note)
        if wanted == present and self._writer.coming(number, person, about) is None:
            saved = await self._writer.safe()
        elif present not in {wanted, asked.revision}:
            raise Refused("stale", **with_revision(before))
        else:
            saved = await self._writer.save(note)
        if not saved:
            raise Refused("disk")
        with using(language_of(request)):
            return Json({"revision": wanted, "saved_at": shown_time(at.time())})

    def _present(self, number: int, person: PersonKey, about: PersonKey) -> Note | None:
        """Return the owner's note about a partner as it is now, None without one."""
        coming = self._writer.coming(number, person, about)
        if coming is not None:
            return coming
        own = self._evening.notes_by(person)
        return next((note for note in own if (note.round, note.about) == (number, about)), None)

    def _partner(self, person: PersonKey, number: int, about: str) -> PersonKey:
        """Return the owner's partner of a round by their id; raises `Refused` for others."""
        evening = self._evening
        key = evening.now.by_id.get(about)
        met = evening.now.met(person)
        written = [(note.round, note.about) for note in evening.notes_by(person)]
        if key is None or (number, key) not in (*met, *written):
            raise Refused("bad", 404)
        return key

    async def apply_pattern(self, request: Request) -> Response:
        """Choose the usual next step for every partner who has none yet."""
        person = self._callers.joined(request)
        follow_up = self._evening.event.in_force.follow_up
        now = self._evening.session.clocks.stamp()
        steps = [
            note.with_(next_step=step[0], next_step_on=step[1], done_on=None, at=now)
            for own in self._evening.notes_by(person)
            if (note := self._present(own.round, person, own.about))
            if (step := proposed(follow_up, note, now.date()))
        ]
        if steps and not await self._writer.save(*steps):
            raise Refused("disk")
        return Json({"changed": len(steps)})
