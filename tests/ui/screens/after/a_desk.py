"""A desk for tests: evenings in memory, a day that stands still, keys and what is on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from rounds.domain.errors import RoundsError
from rounds.domain.event import Event
from rounds.domain.people.private_reports import PrivateReport
from rounds.domain.sentence import Sentence
from rounds.session.desk import Desk
from rounds.store.reading.read import Opened
from rounds.ui.apps.after import AfterApp
from rounds.ui.screens.after.screen import AfterScreen
from tests.ui.screens.laptop import a_key, all_done, at_once
from tests.ui.window import rows

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
HELD = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)

NAMES = ("Ann Lee", "Ben Cole", "Eva Sato", "Kai Mori")


@dataclass
class MemoryFiles:
    """Event files in memory; `refuses` is what every change is answered with."""

    events: dict[Path, Event | RoundsError]
    refuses: RoundsError | None = None
    written: list[Path] = field(default_factory=list)
    new: set[Path] = field(default_factory=set)
    warnings: tuple[Sentence, ...] = ()

    def __post_init__(self) -> None:
        self.new |= {*self.events}

    def changed(self) -> Iterator[tuple[Path, Opened | RoundsError]]:
        for path in [path for path in self.events if path in self.new]:
            self.new.discard(path)
            event = self.events[path]
            yield path, event if isinstance(event, RoundsError) else Opened(event, self.warnings)

    def change(self, path: Path, change: Callable[[Event], Event]) -> Event:
        if self.refuses is not None:
            raise self.refuses
        before = self.events[path]
        assert isinstance(before, Event)
        after = self.events[path] = change(before)
        self.written.append(path)
        return after

    def of(self, name: str = "may.toml") -> Event:
        """Return the event of a file as it is on the disk."""
        event = self.events[Path(name)]
        assert isinstance(event, Event)
        return event


@dataclass
class MemoryReports:
    """Reports in memory."""

    reports: tuple[PrivateReport, ...] = ()

    def read(self) -> tuple[PrivateReport, ...]:
        return self.reports

    def stamp(self) -> object:
        return self.reports

    def change(
        self, change: Callable[[Sequence[PrivateReport]], tuple[PrivateReport, ...]]
    ) -> tuple[PrivateReport, ...]:
        self.reports = change(self.reports)
        return self.reports


def a_note(by: str, about: str, **fields: Any) -> dict[str, Any]:
    """Return a note of the evening."""
    return {"round": 1, "by": by, "about": about, "at": HELD, **fields}


def an_evening(*notes: dict[str, Any], held: datetime = HELD, **fields: Any) -> Event:
    """Return an evening of four, of which one round was held."""
    return Event.checked(
        {
            "event": {"title": "May Mixer", "date": held.date()},
            "participants": [
                {"name": name, "company": f"{name[:3]} Ltd", "industry": "trade"} for name in NAMES
            ],
            "rounds": [
                {
                    "number": 1,
                    "started_at": held,
                    "ended_at": held + timedelta(minutes=8),
                    "pairings": [
                        {"table": 1, "people": [NAMES[0], NAMES[1]]},
                        {"table": 2, "people": [NAMES[2], NAMES[3]]},
                    ],
                }
            ],
            "notes": list(notes),
            **fields,
        }
    )


def on(days: int) -> date:
    """Return the day so many days from today."""
    return TODAY + timedelta(days=days)


class Hand:
    """Presses keys at the desk and reads the screen."""

    def __init__(self, pilot: Pilot[Any], files: MemoryFiles, reports: MemoryReports) -> None:
        self.pilot = pilot
        self.files = files
        self.reports = reports

    @property
    def app(self) -> AfterApp:
        app = self.pilot.app
        assert isinstance(app, AfterApp)
        return app

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [row.rstrip() for row in rows(self.app)]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def line(self, word: str) -> str:
        """Return the first row in which a word stands."""
        return next((line for line in self.lines if word in line), "")

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; afterwards everything is written and painted."""
        for key in keys:
            at_once(self.app, a_key(key))
            await self.settle()
        await self.painted()

    async def write(self, text: str) -> None:
        """Type a text in one go."""
        at_once(self.app, *(a_key("space" if letter == " " else letter) for letter in text))
        await self.settle()
        await self.painted()

    @property
    def _asking(self) -> bool:
        """Whether an action is on its way to its next question, or from its last one."""
        asking = any(each.group == "asking" and not each.is_finished for each in self.app.workers)
        return asking and isinstance(self.app.screen, AfterScreen)

    async def painted(self) -> None:
        """Let the screen come to rest: a dialog opens, the layout follows, then it is painted."""
        before = ""
        while before != (now := self.text):
            before = now
            await all_done()
            await self.pilot.pause(0.005)

    async def until(self, words: str) -> str:
        """Wait until words are on the screen, and return their row."""
        for _attempt in range(500):
            if found := self.line(words):
                return found
            await self.painted()
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def settle(self) -> None:
        """Let what follows happen.

        Waiting for an idle process after each key, as the pilot does, takes ten times as long.
        """
        for _attempt in range(400):
            await all_done()
            if not (self.app.desk.saving or self.app.desk.reading or self._asking):
                return
            await asyncio.sleep(0.005)
        raise AssertionError("the desk does not come to rest")


@asynccontextmanager
async def at_a_desk(
    *events: Event | RoundsError,
    size: tuple[int, int] = (80, 24),
    reports: Sequence[PrivateReport] = (),
) -> AsyncIterator[Hand]:
    """Open a desk with some evenings: may.toml, file-2.toml and so on."""
    names = ["may.toml", *(f"file-{number}.toml" for number in range(2, len(events) + 1))]
    files = MemoryFiles({Path(name): event for name, event in zip(names, events, strict=False)})
    kept = MemoryReports(tuple(reports))
    desk = Desk(files, lambda: NOW)
    app = AfterApp(desk, kept)
    async with app.run_test(size=size) as pilot:
        hand = Hand(pilot, files, kept)
        await hand.settle()
        await pilot.pause()
        yield hand
    assert desk.close()
