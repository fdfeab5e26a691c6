"""What a phone can ask for, and what it is answered: only about the person to whom it belongs.

The person always comes from the secret that the phone holds, never from the address of a request.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from rounds.domain import notes
from rounds.domain.event import Note, PersonKey
from rounds.domain.followup.pattern import proposed
from rounds.i18n import using
from rounds.web.access.devices import Devices
from rounds.web.access.door import Door
from rounds.web.access.rates import Rate
from rounds.web.answers import people
from rounds.web.answers.evening import Evening
from rounds.web.answers.now import now_for
from rounds.web.answers.partners import partners_of, pattern, revision, with_revision
from rounds.web.note_form import Join, NoteToSave, read
from rounds.web.note_writer import NoteWriter
from rounds.web.page_files import KINDS, page, page_file
from rounds.web.replies import error, has, language_of, unchanged

COOKIE = "device"
COOKIE_DAYS = 30


class Routes:
    """The answers to all requests.

    `changed` keeps the devices on the disk, and `refused` tells the host whose name somebody
    else wanted.
    """

    def __init__(
        self,
        evening: Evening,
        writer: NoteWriter,
        door: Door,
        devices: Devices,
        *,
        clock: Callable[[], float],
        changed: Callable[[], Awaitable[None]],
        refused: Callable[[PersonKey], None],
    ) -> None:
        self._evening = evening
        self._session = evening.session
        self._writer = writer
        self._door = door
        self._devices = devices
        self._changed = changed
        self._refused = refused
        self._of_device = Rate(60, 10.0, clock)
        self._of_address = Rate(600, 10.0, clock)
        self._start = secrets.token_hex(4)
        """Makes the versions of this start of the program differ from those of another one."""

    # -- who asks --------------------------------------------------------------------------

    def _person(self, request: Request) -> PersonKey | None:
        """Return whose phone asks; None for a phone that has not joined, or not any more."""
        person = self._devices.person(request.cookies.get(COOKIE, ""))
        return person if person in self._evening.now.roster.by_key else None

    def _mine(self, request: Request) -> PersonKey | JSONResponse:
        """Return whose phone asks, or the refusal."""
        person = self._person(request)
        if person is None:
            busy = not self._of_address.use(_address(request))
            return error(request, "busy" if busy else "gone")
        return person if self._of_device.use(person) else error(request, "busy")

    # -- the page --------------------------------------------------------------------------

    async def first_page(self, request: Request) -> Response:
        """The page of a phone that has joined, or the question for the code."""
        return self._page(request, "open" if self._person(request) else "ask")

    async def join_page(self, request: Request) -> Response:
        """The page behind the QR code."""
        if not self._of_address.use(_address(request)):
            return self._page(request, "busy", 429)
        refusal = self._door.refusal(request.path_params["code"], _address(request))
        match refusal:
            case "busy":
                return self._page(request, "busy", 429)
            case "code":
                return self._page(request, "wrong", 403)
        return self._page(request, "open")

    def _page(self, request: Request, state: str, status: int = 200) -> Response:
        with using(language_of(request)):
            return HTMLResponse(page(state, self._evening.event.settings.title), status)

    async def static(self, request: Request) -> Response:
        """A file of the page, or that the phone has it."""
        name = request.url.path[1:]
        if name not in KINDS:
            return error(request, "bad", 404)
        file = page_file(name)
        headers = {"ETag": file.tag, "Cache-Control": "no-cache"}
        if has(request, file.tag):
            return unchanged(file.tag, headers)
        return Response(file.content, headers=headers, media_type=file.kind)

    # -- joining ---------------------------------------------------------------------------

    async def names(self, request: Request) -> Response:
        """Everybody on the roster, for somebody who is about to join."""
        if self._person(request) is None:
            if not self._of_address.use(_address(request)):
                return error(request, "busy")
            code = request.headers.get("x-code", "")
            if refusal := self._door.refusal(code, _address(request)):
                return error(request, refusal)
        roster = self._evening.now.roster
        return JSONResponse({"people": people.names(roster, self._devices.joined)})

    async def join(self, request: Request) -> Response:
        """Give a name to a phone."""
        asked: Join | None = read(Join, await request.body())
        now = self._evening.now
        if asked is None:
            return error(request, "bad")
        wanted, mine = now.by_number.get(asked.number), self._person(request)
        if mine is None or mine != wanted:
            if refusal := self._door.refusal(asked.code, _address(request)):
                return error(request, refusal)
            if wanted is None:
                return error(request, "bad", 404)
            if mine is not None:
                return error(request, "bad", 409)
            if wanted in self._devices.joined:
                self._refused(wanted)
                return error(request, "taken")
        assert wanted is not None
        answer = JSONResponse({"number": asked.number, "name": now.roster.names[wanted]})
        if mine is None:
            secret = self._devices.add(wanted)
            answer.set_cookie(
                COOKIE, secret, max_age=COOKIE_DAYS * 86400, httponly=True, samesite="lax"
            )
            await self._changed()
        return answer

    async def leave(self, request: Request) -> Response:
        """Give the name of a phone back."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        self._devices.release(person)
        await self._changed()
        answer = JSONResponse({})
        answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return answer

    # -- the evening -----------------------------------------------------------------------

    async def now(self, request: Request) -> Response:
        """What is now, or that nothing has changed."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        now, language = self._evening.now, language_of(request)
        own = f"{hash(tuple(self._evening.notes_by(person))) & 0xFFFFFFFFFFFF:x}"
        tag = f'"{self._start}-{now.number}-{language}-{now.roster.numbers[person]}-{own}"'
        clocks = self._session.clocks
        time = round(clocks.unhurried() * 1000)
        headers = {"X-Time": str(time)}
        if has(request, tag):
            return unchanged(tag, headers)
        with using(language):
            said = now_for(now, person, clocks.speed)
        said |= {
            "server_time": time,
            "language": language,
            "notes_revision": own,
            "partners": len(notes.partners(now.event, person)),
        }
        return JSONResponse(said, headers={"ETag": tag, **headers})

    async def tonight(self, request: Request) -> Response:
        """Who is here tonight."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        return JSONResponse({"people": people.tonight(self._evening.now.roster)})

    # -- notes -----------------------------------------------------------------------------

    async def partners(self, request: Request) -> Response:
        """The own partners with the own notes."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        event = self._evening.event
        found = partners_of(self._evening.now.roster, person, self._evening.notes_by(person))
        return JSONResponse(
            {
                "partners": found,
                "follow_up": pattern(event.in_force.follow_up),
                "today": self._session.clocks.wall().date().isoformat(),
            }
        )

    async def write(self, request: Request) -> Response:
        """Save a note about a partner; it is answered when the note is on the disk."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        asked: NoteToSave | None = read(NoteToSave, await request.body())
        if asked is None:
            return error(request, "bad")
        if asked.note.too_long:
            return error(request, "too_large")
        number, about = request.path_params["round"], self._about(request, person)
        if about is None:
            return error(request, "bad", 404)
        before = self._writer.present(number, person, about)
        note = asked.note.applied(before or self._empty(number, person, about))
        if revision(note) == revision(before):
            saved = await self._writer.safe()
        elif asked.revision != revision(before):
            return error(request, "stale", **with_revision(before))
        else:
            saved = await self._writer.save(note.with_(at=self._session.clocks.stamp()))
        if not saved:
            return error(request, "busy", 503)
        at = self._session.clocks.wall()
        return JSONResponse({"revision": revision(note), "saved_at": f"{at:%H:%M}"})

    def _about(self, request: Request, person: PersonKey) -> PersonKey | None:
        """Return the partner that a request is about, None for somebody else's partner."""
        now = self._evening.now
        number, about = request.path_params["round"], request.path_params["about"]
        key = now.by_number.get(about)
        if key is None:
            return None
        met = (number, key) in notes.partners(now.event, person)
        own = ((note.round, note.about) for note in self._evening.notes_by(person))
        return key if met or (number, key) in own else None

    def _empty(self, number: int, by: PersonKey, about: PersonKey) -> Note:
        return Note(round=number, by=by, about=about, at=self._session.clocks.stamp())

    async def apply_pattern(self, request: Request) -> Response:
        """Choose the usual next step for every partner who has none yet."""
        person = self._mine(request)
        if isinstance(person, Response):
            return person
        follow_up, now = self._evening.event.in_force.follow_up, self._session.clocks.stamp()
        steps = [
            note.with_(next_step=step[0], next_step_on=step[1], done_on=None, at=now)
            for note in self._evening.notes_by(person)
            if (step := proposed(follow_up, note, now.date()))
        ]
        if steps and not await self._writer.save(*steps):
            return error(request, "busy", 503)
        return JSONResponse({"changed": len(steps)})


def _address(request: Request) -> str:
    """Return the address from which a request came."""
    return request.client.host if request.client else ""
