"""A host's laptop for tests: the program on clocks that stand still, and what it shows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from rounds.domain.event import Event
from rounds.i18n import Customs, activate, follow
from rounds.session.session import Session
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.widgets.people_list import PeopleList
from rounds.ui.widgets.wrapped_text import WrappedText
from tests.evenings import START, Hands, a_session
from tests.ui.window import rows

APART = 1.0
"""Seconds between two keys as they are pressed here: one after the other, no burst."""

_PRESSES = count(1)


def a_key(key: str) -> events.Key:
    """Return a key as the terminal's driver reports it."""
    named = {"space": " ", "question_mark": "?", "full_stop": "."}
    return events.Key(key, key if len(key) == 1 else named.get(key))


def at_once(app: App[Any], *inputs: events.Event) -> None:
    """Let keys, clicks and pastes arrive at the same time, long after those before."""
    at = Message().time + next(_PRESSES) * APART
    for event in inputs:
        event.time = at
        app.post_message(event)


async def all_done() -> None:
    """Let everything happen that waits for its turn, and for no time."""
    waiting = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    for _turn in range(100):
        await asyncio.sleep(0)
        if not waiting:
            return


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, as a person does."""
    for key in keys:
        at_once(pilot.app, a_key(key))
        await pilot.pause()


class Laptop:
    """Presses keys and reads the screen."""

    def __init__(self, session: Session, hands: Hands, pilot: Pilot[None]) -> None:
        self.session = session
        self.hands = hands
        self.keys = 0
        """How many keys were pressed, beside the letters of what was written."""
        self._pilot = pilot

    @property
    def app(self) -> RoundsApp:
        app = self._pilot.app
        assert isinstance(app, RoundsApp)
        return app

    @property
    def screen(self) -> str:
        return type(self.app.screen).__name__

    async def press(self, *keys: str) -> None:
        """Press keys as the terminal's driver does, and let what follows happen.

        Waiting for an idle process after each key, as the pilot does, takes ten times as long.
        """
        for key in keys:
            await self.burst(a_key(key))
            self.keys += 1

    async def write(self, text: str) -> None:
        """Press the letters of a text."""
        for letter in text:
            await self.burst(a_key("space" if letter == " " else letter))

    async def click(self, selector: str, offset: tuple[int, int]) -> None:
        await self._pilot.pause()
        while not (found := self.app.screen.query(selector)) or not found.first().region.area:
            await self._pilot.pause()  # until it has its place
        corner = self.app.screen.query_one(selector).region.offset
        x, y = corner.x + offset[0], corner.y + offset[1]
        at = (None, x, y, 0, 0, 1, False, False, False, x, y)
        await self.burst(events.MouseDown(*at), events.MouseUp(*at))

    async def double_click(self, selector: str, offset: tuple[int, int]) -> None:
        await self._pilot.double_click(selector, offset=offset)
        await self.settle()

    async def burst(self, *inputs: events.Event) -> None:
        """Let keys, clicks and pastes arrive at once, and let what follows happen."""
        at_once(self.app, *inputs)
        await self.settle()

    async def settle(self) -> None:
        await all_done()

    async def until(self, screen: str) -> None:
        """Wait until a screen is in view and takes what is typed."""
        while self.screen != screen or not self.app.screen.is_mounted:
            await self._pilot.pause()

    async def type(self, text: str) -> None:
        self.app.screen.query_one(Input).insert_text_at_cursor(text)
        await self.settle()

    async def wait(self, seconds: float) -> None:
        """Let the clocks go on and the program look at them."""
        self.hands.move(seconds)
        self.app._beat()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    def words(self, name: str) -> str:
        """Return what a part of the screen says."""
        found = self.app.screen.query_one(f"#{name}")
        if not found.display:
            return ""
        return found.said if isinstance(found, WrappedText) else str(found.render())

    async def picture(self) -> list[str]:
        """Return the whole window as lines of text."""
        await self._pilot.pause()
        return rows(self.app)

    async def everything(self) -> str:
        """Return all that can be read in the window."""
        return "\n".join(await self.picture())

    def disk_has_everything(self) -> None:
        """Let the disk report that it has every note so far."""
        self.session.state.saved(len(self.session.state.saver.kept), START)  # type: ignore[attr-defined]

    def line_of(self, name: str) -> str:
        """Return the line of the list that shows somebody."""
        people = self.app.screen.query_one(PeopleList)
        return next(
            " ".join(" ".join(line.cells).split()) for line in people.lines if name in line.cells
        )

    @property
    def marked(self) -> str | None:
        return self.app.screen.query_one(PeopleList).marked

    async def mark(self, key: str) -> None:
        self.app.screen.query_one(PeopleList).mark(key)
        await self.settle()


@asynccontextmanager
async def laptop(
    event: Event | Session,
    hands: Hands | None = None,
    *,
    console: bool = True,
    size: tuple[int, int] = (80, 24),
    language: str = "en",
    file: Path | None = None,
) -> AsyncIterator[Laptop]:
    """Open an evening on the console (or the stage)."""
    hands = hands or Hands()
    session = event if isinstance(event, Session) else a_session(event, hands, language=language)
    try:
        async with RoundsApp(session, console=console, file=file).run_test(size=size) as pilot:
            await pilot.pause()
            yield Laptop(session, hands, pilot)
    finally:
        activate("en")
        follow(Customs())


async def into_the_round(host: Laptop) -> None:
    """Everybody is here, the seats are shown, the talk has begun."""
    host.session.people.check_in_all()
    await host.press("enter")
    await host.wait(60)
    await host.press("enter")
    await host.wait(7)
