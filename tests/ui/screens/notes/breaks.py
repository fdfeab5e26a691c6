"""A break in which notes are written, for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rounds.domain.evening import clock
from rounds.domain.event import Event, Pairing, Round
from rounds.ui.widgets.text_line import TextLine
from tests.evenings import START, Hands, a_session, an_event
from tests.ui.screens.laptop import Laptop, laptop


def held(event: Event, rounds: int) -> Event:
    """Return the event after some rounds: in round r, person i sat with person i xor r."""
    keys = [person.key for person in event.participants]
    record = []
    for number in range(1, rounds + 1):
        pairs = sorted({tuple(sorted((i, i ^ number))) for i in range(len(keys))})
        record.append(
            Round(
                number=number,
                started_at=START,
                ended_at=START,
                pairings=tuple(
                    Pairing(table=table, people=(keys[one], keys[other]))
                    for table, (one, other) in enumerate(pairs, 1)
                    if other < len(keys)
                ),
            )
        )
    return event.with_(rounds=tuple(record))


@asynccontextmanager
async def in_the_break(
    people: int = 32,
    rounds: int = 3,
    event: Event | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    language: str = "en",
) -> AsyncIterator[Laptop]:
    """Open the break of an evening with the stage in view, by default after three rounds."""
    hands = Hands()
    session = a_session(event or held(an_event(people), rounds), hands, language=language)
    session.state.run = clock.start("break", rounds, 600, hands.now)
    async with laptop(session, hands, console=False, size=size) as opened:
        yield opened


def line(laptop: Laptop) -> str:
    """Return what stands in the first line of the form."""
    return laptop.app.screen.query_one("#purpose", TextLine).value
