"""The host's screens as plain text, as they were looked at."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from rounds.domain.evening import clock
from rounds.domain.event import Event, Pairing, Round
from rounds.domain.people import attendance
from rounds.domain.sentence import sentence
from rounds.i18n import activate
from rounds.session.session import Session
from tests.breadth import daily
from tests.evenings import START, Hands, a_session
from tests.ui.screens.laptop import Laptop, laptop
from tests.ui.stage.pictures import album, kept

SAMPLES = Path(__file__).parents[3] / "sample_events"
FOLDER = Path(__file__).parent / "pictures"


def seated(keys: list[str], number: int) -> Round:
    """Two facing lines that move on by one place a round; the last of an odd number rests."""
    half = len(keys) // 2
    pairings = tuple(
        Pairing(table=table + 1, people=(keys[table], keys[half + (table + number) % half]))
        for table in range(half)
    )
    return Round(number=number, pairings=pairings, resting=tuple(keys[2 * half :]))


def an_evening(sample: str, language: str) -> tuple[Session, Hands]:
    """The first round of a sample evening has run for a minute; two people have not come."""
    hands = Hands()
    event = Event.checked(tomllib.loads((SAMPLES / sample).read_text(encoding="utf-8")))
    keys = [person.key for person in event.participants if not person.staff]
    first = seated(keys[:-2], 1).with_(started_at=START - timedelta(seconds=60))
    session = a_session(event.with_(rounds=(first,)), hands, language=language)
    session.people.check_in_all()
    session.people.mark_absent(keys[-1])
    session.state.event = attendance.mark(session.event, [keys[-2]], "expected", START)
    session.state.event = session.event.with_(plan=(seated(keys[:-2], 2), seated(keys[:-2], 3)))
    session.state.run = clock.start("talk", 1, 480, hands.now - 60)
    return session, hands


async def host_pictures(host: Laptop) -> dict[str, list[str]]:
    """Return the console, two of its dialogs and the check-in."""
    shown = {"console": await host.picture()}
    await host.press("2")
    await host.wait(0)
    await host.press("w")
    shown["exchange"] = await host.picture()
    await host.press("escape", "v")
    shown["met"] = await host.picture()
    await host.press("escape", "c")
    await host.type("1")
    shown["check-in"] = await host.picture()
    await host.press("escape", "escape")
    host.session.state.unsaved(sentence("The disk is full."))
    host.hands.move(480 + 31)
    await host.wait(0)
    shown["late"] = await host.picture()
    return shown


@pytest.mark.parametrize(
    ("size", "sample", "language"),
    daily(
        2,
        [
            ((60, 20), "founders_mixer.toml", "en"),
            ((80, 24), "kouryukai.toml", "ja"),
            ((80, 24), "founders_mixer.toml", "en"),
            ((60, 20), "kouryukai.toml", "ja"),
            ((120, 36), "kouryukai.toml", "ja"),
        ],
    ),
)
async def test_the_host_sees_the_pictures_that_were_looked_at(
    size: tuple[int, int], sample: str, language: str
) -> None:
    activate(language)
    session, hands = an_evening(sample, language)
    async with laptop(session, hands, size=size) as host:
        shown = album(await host_pictures(host))

    assert shown == kept(f"host-{size[0]}x{size[1]}-{language}", shown, FOLDER)
