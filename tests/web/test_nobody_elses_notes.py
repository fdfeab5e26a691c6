"""No answer to anybody holds what somebody else wrote: every route, every role, every phase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from rounds.domain.event import Event, Note
from tests.evenings import START
from tests.web.phones import CODE, Hall, a_note, a_note_to_save, a_person

PEOPLE = 6


def marker(kind: str, number: int) -> str:
    """Return a word that stands for one thing of one person and is nowhere else."""
    return f"zq{kind}x{number:02d}qz"


def an_evening() -> Event:
    """Everybody has a contact and a remark that nobody may see; the contact of 6 is for all."""
    return Event.checked(
        {
            "event": {"title": "Markers", "rounds": 2, "seed": 1},
            "participants": [
                {
                    "name": f"Person {number:02d}",
                    "contact": marker("contact", number),
                    "share_contact": number == PEOPLE,
                    "remark": marker("remark", number),
                    "purpose": "boats",
                }
                for number in range(1, PEOPLE + 1)
            ],
        }
    )


def with_notes(hall: Hall) -> None:
    """Let everybody write about everybody they met, with a word of their own in every line."""
    for round_ in hall.session.event.rounds:
        for pairing in round_.pairings:
            for by, about in (pairing.people, reversed(pairing.people)):
                number = hall.session.state.roster.numbers[by]
                word = marker("note", number)
                hall.session.write_note(
                    Note(
                        round=round_.number,
                        by=by,
                        about=about,
                        at=START,
                        text=word,
                        purpose=word,
                        can_do=word,
                        stage="problem",
                        reply="by",
                        next_step="mail",
                        again=number % 2 == 1,
                    )
                )


def requests(hall: Hall) -> Iterator[tuple[str, str, Any]]:
    """Yield every request that a phone can send: method, address, body."""
    for route in hall.routes:
        places = re.findall(r"\{(\w+)(?::\w+)?\}", route.path)
        paths = [route.path]
        if "code" in places:
            paths = [f"/J/{CODE}", "/J/WRONG234"]
        elif places:
            paths = [a_note(about, number) for number in range(3) for about in range(PEOPLE + 2)]
        for path in paths:
            for method in sorted((route.methods or set()) - {"HEAD"}):
                if method == "GET":
                    yield method, path, None
                elif path == "/api/join":
                    yield method, path, {"code": CODE, "person": a_person(1)}
                elif path != "/api/leave":
                    yield method, path, a_note_to_save("stale", text="other") if places else {}


async def answers(hall: Hall, phone: httpx.AsyncClient, *more: str) -> str:
    """Return everything that a phone is answered, headers too."""
    told = []
    for method, path, body in requests(hall):
        answer = await phone.request(
            method, path, json=body, headers={"X-Code": more[0] if more else ""}
        )
        told.append(answer.text + repr(answer.headers))
        hall.hands.move(2)
    return "\n".join(told)


def go_to(hall: Hall, phase: str) -> None:
    """Go on to a phase of the second round, or to the closing."""
    steps = 0
    while hall.session.run.phase != phase or (
        phase != "closing" and hall.session.run.round < 2 and steps < 4
    ):
        steps += 1
        assert steps < 20
        hall.session.steps.next()
        with_notes(hall)
        hall.hands.move(1000)
        hall.session.tick()


@pytest.mark.parametrize("phase", ["talk", "closing"])
async def test_nobody_is_answered_what_somebody_else_wrote(phase: str) -> None:
    hall = Hall(an_evening())
    go_to(hall, phase)
    assert len(hall.session.event.notes) >= PEOPLE
    stranger, scanned = hall.phone("192.168.1.9"), hall.phone("192.168.1.10")
    released = await hall.joined(2)
    hall.devices.release("Person 02")
    everybody = {number: await hall.joined(number) for number in range(1, PEOPLE + 1)}

    told = {0: await answers(hall, stranger), -1: await answers(hall, scanned, CODE)}
    told[-2] = await answers(hall, released)
    for number, phone in everybody.items():
        told[number] = await answers(hall, phone)

    for number, text in told.items():
        found = set(re.findall(r"zq(note|contact|remark)x(\d\d)qz", text))
        assert {of for kind, of in found if kind == "note"} <= {f"{number:02d}"}
        assert not [of for kind, of in found if kind == "remark"]
        if number > 0:
            assert ("note", f"{number:02d}") in found
        else:
            assert found == set()


async def test_contacts_are_told_from_the_closing_on_and_only_where_both_or_all_may() -> None:
    hall = Hall(an_evening())
    go_to(hall, "closing")
    notes = hall.session.event.notes
    wanted = {(note.by, note.about) for note in notes if note.again}
    numbers = hall.session.state.roster.numbers

    for number in range(1, PEOPLE + 1):
        text = await answers(hall, await hall.joined(number))
        me = f"Person {number:02d}"
        mutual = {numbers[other] for one, other in wanted if one == me and (other, one) in wanted}
        found = {int(of) for of in re.findall(r"zqcontactx(\d\d)qz", text)}
        assert found == (mutual | {PEOPLE}) - {number}
