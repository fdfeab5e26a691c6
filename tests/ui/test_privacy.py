"""A note is for its author and the host: whatever is pressed, the room never reads one."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.domain.evening import clock
from rounds.domain.event import Event, Note, Pairing, Round
from rounds.formats import EXPORTS
from rounds.i18n import activate
from rounds.session.session import Session
from rounds.store.state.crash_log import log_crash
from rounds.store.state.room_file import RoomFile, room_file
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.screens.notes.screen import NotesScreen
from tests.breadth import daily
from tests.evenings import START, Hands, a_session, an_event
from tests.ui.screens.laptop import a_key, at_once, press
from tests.ui.window import rows

SECRETS = ("SECRETLINE", "SECRETPURPOSE", "SECRETOFFER")

REPORTED = "SECRETREPORT"
"""What somebody told the host in confidence."""

KEYS = [
    *("enter", "space", "backspace", "escape", "tab", "up", "down", "left", "right"),
    *("pagedown", "pageup", "delete", "home", "end", "f2", "f3", "ctrl+p", "ctrl+s", "ctrl+t"),
    *"bcdehijklmnopqrstuwxyzYRQI0123456789.+-=[]<>/?",
    *("h", "n", "enter", "escape"),
]
"""What may be pressed; leaving (Ctrl+Q) and stopping the program (Ctrl+Z) would end the walk."""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    yield
    activate("en")


def with_notes(people: int = 6) -> Event:
    """Return an event in which everybody has written everything about their partner."""
    event = an_event(people)
    keys = [person.key for person in event.participants]
    pairs = list(zip(keys[::2], keys[1::2], strict=True))
    held = Round(
        number=1,
        started_at=START,
        ended_at=START,
        pairings=tuple(Pairing(table=at, people=pair) for at, pair in enumerate(pairs, 1)),
    )
    line, purpose, offer = SECRETS
    notes = tuple(
        Note.checked(
            {
                "round": 1,
                "by": by,
                "about": about,
                "at": START,
                "text": line,
                "purpose": purpose,
                "can_do": offer,
            }
        )
        for pair in pairs
        for by, about in (pair, pair[::-1])
    )
    return event.with_(rounds=(held,), notes=notes)


def an_evening() -> tuple[Session, Hands]:
    hands = Hands()
    session = a_session(with_notes(), hands)
    session.state.run = clock.start("break", 1, 600, hands.now)
    session.reports.tell("Person 02", REPORTED, "act", "Person 01")
    return session, hands


def told(text: str) -> list[str]:
    return [secret for secret in (*SECRETS, REPORTED) if secret in text]


def in_view(app: RoundsApp) -> str:
    """Return everything that can be read now: the screen with its toasts, and the title."""
    return "\n".join([*rows(app), app.title, app.sub_title])


def private(app: RoundsApp) -> bool:
    """Return whether somebody has opened a form of their own in the notes."""
    return isinstance(app.screen, NotesScreen) and app.screen.query_one("#form").display


@pytest.mark.parametrize("walk", daily(1, range(3)))
async def test_no_sequence_of_keys_shows_a_note_to_the_room(walk: int) -> None:
    await press_at_random(random.Random(walk), 100)


@pytest.mark.slow
@pytest.mark.parametrize("walk", range(100, 130))
async def test_no_long_sequence_of_keys_shows_a_note_to_the_room(walk: int) -> None:
    await press_at_random(random.Random(walk), 400)


async def press_at_random(chance: random.Random, keys: int) -> None:
    """Press so many keys, beginning on the stage; after each no note may be in view."""
    session, hands = an_evening()
    app = RoundsApp(session)
    pressed: list[str] = []
    seen: set[str] = set()
    async with app.run_test() as pilot:
        for step in range(keys):
            key = chance.choice(KEYS) if step % 12 < 10 else "escape"
            pressed.append(key)
            at_once(app, a_key(key))
            for _ in range(60):
                await asyncio.sleep(0)
            hands.move(chance.choice([0.1, 0.5, 2.5]))
            if step % 5 == 0:
                await pilot.pause(0)
            if not app.is_running:
                break

            seen.add(type(app.screen).__name__)
            if not private(app):
                assert told(in_view(app)) == [], pressed
            assert told(json.dumps(session.room.data())) == [], pressed
            assert told(" ".join(map(str, session.state.news))) == [], pressed

    assert len(seen) > 2, seen


async def test_nothing_of_a_note_is_left_after_its_author_has_gone() -> None:
    session, hands = an_evening()
    app = RoundsApp(session)
    async with app.run_test() as pilot:
        await press(pilot, "n", "space", "1", "enter", "enter")
        opened = told(in_view(app))
        hands.move(61)
        app._beat()
        await pilot.pause()
        locked = told(in_view(app))
        await press(pilot, "escape")
        await pilot.pause()

        assert opened == list(SECRETS)
        assert locked == []
        assert told(in_view(app)) == []


async def test_the_second_windows_file_holds_no_note_and_is_ours_alone(tmp_path: Path) -> None:
    session, _hands = an_evening()
    file = tmp_path / "mixer.toml"

    RoomFile(file).publish(session.room)

    published = room_file(file)
    assert told(published.read_text()) == []
    assert published.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_holds_notes_only_where_they_were_asked_for(name: str) -> None:
    event = with_notes()

    assert told(EXPORTS[name].render(event, ())) == []
    assert told(EXPORTS[name].render(event, event.notes)) == list(SECRETS)


def test_the_log_of_a_crash_does_not_quote_a_note() -> None:
    try:
        raise ValueError(SECRETS[0])
    except ValueError as error:
        file = log_crash(error)

    assert file is not None
    assert told(file.read_text()) == []
    assert file.stat().st_mode & 0o777 == 0o600
