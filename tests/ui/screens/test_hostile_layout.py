"""Hostile people on every screen: each row takes its cells, no more and no fewer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events

from rounds.domain.evening import clock
from rounds.i18n import activate
from rounds.session.session import Session
from rounds.store.reading.read import read
from rounds.ui.apps.evening import RoundsApp
from tests.evenings import Hands, a_session
from tests.hostile import TEXTS, arrived, event_file
from tests.ui.screens.laptop import press
from tests.ui.window import strips

SIZES = [(80, 24), pytest.param((200, 50), marks=pytest.mark.slow)]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    yield
    activate("en")


def hostile_session(folder: Path) -> tuple[Session, Hands]:
    hands = Hands()
    session = a_session(read(event_file(folder)).event, hands)
    session.say_to_room(TEXTS["family"] + TEXTS["long word"])
    return session, hands


def whole(app: RoundsApp, where: str) -> str:
    """Look whether every row fills the window exactly; return the screen's text."""
    painted = strips(app)
    rows = ["".join(segment.text for segment in strip) for strip in painted]
    cells = [sum(cell_len(segment.text) for segment in strip) for strip in painted]
    wrong = [
        row
        for row, taken in zip(rows, cells, strict=True)
        # Where a dialog lies over a joined emoji, Textual cuts it in two and may lose a cell.
        if taken != app.size.width and not (app.screen.is_modal and "\u200d" in row)
    ]
    assert (wrong, len(rows)) == ([], app.size.height), where
    assert arrived("\n".join(rows).encode()) == [], where
    return "\n".join(rows)


@pytest.mark.parametrize("size", SIZES)
async def test_every_picture_of_the_stage(tmp_path: Path, size: tuple[int, int]) -> None:
    session, hands = hostile_session(tmp_path)
    session.people.check_in_all()
    app = RoundsApp(session)
    seen = set()
    async with app.run_test(size=size) as pilot:
        for left in (None, "move", 400, 299, 149, 100, 30, -5, "break", "closing"):
            if left == "move":
                session.steps.next()
            elif left == "break":
                session.state.run = clock.start("break", 1, 600, hands.now)
            elif left == "closing":
                session.steps.close_evening()
            elif left is not None:
                if session.run.phase == "move":
                    session.steps.next()
                session.state.run = clock.Run("talk", 1, 300.0, ends_at=hands.now + int(left))
            session.state.tell()
            await pilot.pause()
            seen.add(whole(app, f"{session.state.scene}"))

    assert len(seen) > 7


@pytest.mark.parametrize("size", SIZES)
async def test_the_screens_of_the_host(tmp_path: Path, size: tuple[int, int]) -> None:
    session, hands = hostile_session(tmp_path)
    session.people.check_in_all()
    session.steps.next()
    session.steps.next()
    hands.move(400)
    session.tick()
    app = RoundsApp(session, console=True)
    seen = set()
    async with app.run_test(size=size) as pilot:
        for keys in (
            *("x", "down", "down", "e", "w", "k", "p", "o", "v", "r", "d", "t", "?", "/"),
            *("c", "n", "n space", "n space enter", "n space enter enter", "h", "l"),
        ):
            for key in keys.split():
                await press(pilot, key)
            seen.add(whole(app, keys))
            app.post_message(events.Paste(TEXTS["screen"] + TEXTS["family"] + TEXTS["bidi"]))
            await pilot.pause()
            whole(app, f"{keys}, pasted")
            for _level in range(4):
                if len(app.screen_stack) > 1:
                    await press(pilot, "escape")
            whole(app, f"after {keys}")

    assert len(seen) > 12
