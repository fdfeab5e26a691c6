"""The part of an evening that the room may see.

Projector, second window and rehearsal draw this value and nothing else. It has no field for
notes, contacts or who is kept apart from whom, so none of them can leak by accident.
"""

from typing import Literal

from pydantic import Field

from rounds.domain.evening.clock import Phase, Run, Scene, remaining, scene
from rounds.domain.event import Seat
from rounds.domain.language import Language
from rounds.domain.values import Value

Following = Literal["move", "break", "closing"]
"""The phases that can follow a round."""

LANGUAGE_SECONDS = 10.0
"""How long a picture is shown in one of two languages."""

BoardSeat = Literal["A", "B", "C"]
"""A seat on the board: a trio has a third one."""

COUNTED = 15 * 60.0
"""Seconds before the announced start from which on the lobby counts down."""

AWAITED = 60 * 60.0
"""Seconds after the announced start at which the lobby stops counting: the time must be that of
another day."""


def place_name(table: str, seat: str) -> str:
    """Return the name of a place at a table as the room reads it: 12A, but Window A."""
    return f"{table}{seat}" if table[-1:].isdigit() else f"{table} {seat}"


class BoardEntry(Value):
    """One line of the board: a person and a place in the round to come.

    `table` is None for somebody who rests; `seat` is "A", "B" or, in a trio, "C". `reading`
    is the kana by which Japanese names are sorted, empty if the host gave none. `stays` says
    that this person keeps the seat of the round before, the table and the letter.
    """

    number: int
    name: str
    company: str = ""
    reading: str = ""
    table: str | None = None
    seat: BoardSeat | None = None
    stays: bool = False


class SelfIntroduction(Value):
    """One of the introductions that open the evening: who speaks, and who is next.

    `about` is one line of the roster: the purpose, else the industry. It is the `number`th of
    `count`; `following` is empty in the last one.
    """

    name: str
    company: str = ""
    about: str = ""
    number: int = 1
    count: int = 1
    following: str = ""


def in_halves(code: str) -> str:
    """Return a join code as it is read out: K7QX 2M9D; phones take it with the blank, too."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"


class JoinByPhone(Value):
    """How phones join: the address that people type into a browser, and the join code."""

    address: str
    code: str

    @property
    def url(self) -> str:
        """What the QR code says; in capitals it needs the fewest modules."""
        return f"http://{self.address}/J/{self.code}".upper()


class Room(Value):
    """The public state of the evening; times are seconds of the system's steady clock.

    `ends_at`, `left`, `seconds` and `second` are those of `clock.Run`. `halves` is False if the
    host switched listening first off. `prompts` holds only the host's own lines per scene. A
    participant meets at least `meets` of `others` tonight; with `two_sides` the others are those
    of the other side. `after` says what follows this phase. `page` is the board page that the
    host chose, with the moment of choosing. `begins_at` is the announced start. `rehearsal` says
    that nothing of this is real. `here` counts everybody expected if the evening runs without
    check-in; `talked` counts the people who sat with somebody. With two `languages` the pictures
    are shown in each of them in turn, beginning with `language`. `introductions` are the seconds
    of each introduction, 0 without them; `introduction` is the one under way. `join` says how
    phones join, None while none can; `join_over` is the scene in whose place it is shown.
    """

    language: Language = "en"
    languages: tuple[Language, ...] = ()
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
    introductions: float = 0
    introduction: SelfIntroduction | None = None
    here: int = 0
    expected: int = 0
    meets: int = 0
    others: int = 0
    two_sides: bool = False
    round_minutes: float = 8
    starts_at: str = ""
    clock: Literal["24h", "12h"] | None = None
    dates: Literal["day_first", "month_first"] | None = None
    by_family_name: bool = False
    begins_at: float | None = None
    after: Following | None = None
    held_pairings: int = 0
    talked: int = 0
    prompts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    message: str = ""
    black: bool = False
    join: JoinByPhone | None = None
    join_over: Scene | None = None
    calm: bool = False
    rehearsal: bool = False
    page: int | None = None
    page_chosen_at: float = 0.0
    board_since: float = 0.0

    @property
    def run(self) -> Run:
        """The phase under way and its clock."""
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
        """Return the picture to show."""
        return scene(self.run, now, halves=self.halves, warning=self.warning)

    def shows_join(self, now: float) -> bool:
        """Return whether the whole picture tells how to join with a phone."""
        return self.join is not None and self.join_over == self.scene(now)

    def spoken(self, now: float) -> Language:
        """Return the language of the picture now; that of the board, a list of names, stays."""
        turns = tuple(dict.fromkeys((self.language, *self.languages)))
        if len(self.languages) < 2 or self.phase == "move":
            return self.language
        return turns[int(now // LANGUAGE_SECONDS) % len(turns)]

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
