"""What the room may see.

Projector, second window and rehearsal draw this value and nothing else. It has no field for
notes, contacts or who is kept apart from whom, so none of them can leak by accident.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rounds.domain.evening.clock import Phase, Run, Scene, remaining, scene
from rounds.domain.event import Seat
from rounds.domain.language import Language
from rounds.domain.values import Value

Following = Literal["move", "break", "closing"]
"""What comes after a round."""

BoardSeat = Literal["A", "B", "C"]
"""A seat as the board shows it: a trio has a third one."""


COUNTED = 15 * 60.0
"""The last seconds before the start on the invitation, which the lobby counts down."""

AWAITED = 60 * 60.0
"""Seconds past the start after which nobody waits for it any more: the time was another's."""


def place_name(table: str, seat: str) -> str:
    """Return a table and a seat as the room reads them: 12A, but Window A."""
    return f"{table}{seat}" if table[-1:].isdigit() else f"{table} {seat}"


class BoardEntry(Value):
    """One line of the board: who sits where in the round to come.

    `table` is None for somebody who rests; `seat` is "A", "B" or, in a trio, "C". `reading`
    is the kana by which Japanese names are sorted, empty where the host gave none. `stays`
    says that this person keeps the place of the round before.
    """

    number: int
    name: str
    company: str = ""
    reading: str = ""
    table: str | None = None
    seat: BoardSeat | None = None
    stays: bool = False


class Room(Value):
    """The public state of the evening; times are seconds of the system's steady clock.

    `ends_at` / `left` / `seconds` / `second` are those of `clock.Run`. `halves` is False where the
    host switched listening first off. `prompts` holds only the host's own lines per scene.
    `meets` of `others`: how many a participant meets tonight, with `two_sides` only of the other
    one. `after` says what follows this phase. `page` is the board page the host chose, with the
    moment of choosing. `begins_at` is the start on the invitation.
    """

    language: Language = "en"
    title: str = ""
    place: str = ""
    date: str = ""
    phase: Phase = "lobby"
    round: int = 0
    rounds: int = 0
    seconds: float = 0.0
    ends_at: float | None = None
    left: float | None = None
    second: float | None = None
    halves: bool = True
    warning: float = 60.0
    listens_first: Seat = "B"
    board: tuple[BoardEntry, ...] = ()
    here: int = 0
    expected: int = 0
    meets: int = 0
    others: int = 0
    two_sides: bool = False
    round_minutes: float = 8
    starts_at: str = ""
    begins_at: float | None = None
    after: Following | None = None
    held_pairings: int = 0
    prompts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    message: str = ""
    black: bool = False
    calm: bool = False
    page: int | None = None
    page_chosen_at: float = 0.0
    board_since: float = 0.0

    @property
    def run(self) -> Run:
        """The phase under way as the clock knows it."""
        return Run(
            self.phase, self.round, self.seconds, self.ends_at, self.left, second=self.second
        )

    @property
    def half(self) -> float:
        """The seconds before the bell at which the halves change."""
        return self.run.half

    @property
    def speaks_first(self) -> Seat:
        """The seat that speaks in the first half."""
        return "A" if self.listens_first == "B" else "B"

    def scene(self, now: float) -> Scene:
        """Return which picture is due."""
        return scene(self.run, now, halves=self.halves, warning=self.warning)

    def remaining(self, now: float) -> float:
        """Return the seconds to this phase's end; below zero in overtime."""
        return remaining(self.run, now)

    def until_start(self, now: float) -> float | None:
        """Return the seconds to the start while the lobby waits for it, else None."""
        if self.phase != "lobby" or self.begins_at is None:
            return None
        left = self.begins_at - now
        return left if -AWAITED < left <= COUNTED else None

    def speaker(self, now: float) -> Seat:
        """Return the seat that speaks now."""
        first = self.speaks_first
        if self.remaining(now) > self.half:
            return first
        return "A" if first == "B" else "B"
