"""The clock of a phase: when it ends, how it pauses, what it shows.

Nothing here reads the time: every function takes `now`, in seconds of a clock that runs on
while the laptop sleeps, so a test can stand anywhere in a round without waiting for it. A phase
is a value with a deadline and never a counter, so a missed tick costs nothing.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Phase = Literal["lobby", "introductions", "move", "talk", "break", "closing"]
Scene = Literal[
    "lobby",
    "introductions",
    "move",
    "listen_first",
    "first_half",
    "swap",
    "second_half",
    "last_minute",
    "end",
    "break",
    "closing",
]

SWAP = 5.0
"""Seconds for which the swap is shown at half-time; they belong to the second half."""


class Run(NamedTuple):
    """A phase that is under way.

    `seconds` is the phase's full length. While it runs `ends_at` holds the deadline, while
    it is paused `left` holds the seconds that remain. A talk whose remaining seconds exceed
    its length is still in its lead-in. `skipped` seconds were jumped over, not talked.
    `second` is the length of the second half if that is not half of the whole. In the
    introductions `person` speaks, and `order` are those who were there when they began.
    """

    phase: Phase = "lobby"
    round: int = 0
    seconds: float = 0.0
    ends_at: float | None = None
    left: float | None = None
    skipped: float = 0.0
    second: float | None = None
    person: str = ""
    order: tuple[str, ...] = ()

    @property
    def half(self) -> float:
        """The seconds before the bell at which the halves change."""
        return self.seconds / 2 if self.second is None else self.second

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self.left is not None

    @property
    def timed(self) -> bool:
        """Whether this phase has a clock at all."""
        return self.left is not None or self.ends_at is not None


def start(phase: Phase, number: int, seconds: float, now: float, lead_in: float = 0.0) -> Run:
    """Return a phase that begins now; `lead_in` seconds pass before its own time runs."""
    return Run(phase, number, seconds, ends_at=now + lead_in + seconds)


def remaining(run: Run, now: float) -> float:
    """Return the seconds until the bell; below zero they count the overtime."""
    if run.left is not None:
        return run.left
    return 0.0 if run.ends_at is None else run.ends_at - now


def pause(run: Run, now: float) -> Run:
    """Return the run paused; one that has no clock or is paused already stays as it is."""
    if run.ends_at is None:
        return run
    return run._replace(ends_at=None, left=run.ends_at - now)


def go_on(run: Run, now: float) -> Run:
    """Return the run resumed after a pause."""
    if run.left is None:
        return run
    return run._replace(ends_at=now + run.left, left=None)


def extend(run: Run, seconds: float, now: float) -> Run:
    """Return the run with `seconds` more (or less, below zero; never past its end).

    Before the swap the change is split between the halves; after it, the second half gets all
    of it, so nobody speaks twice, and the swap is shown however little time is left. In a
    phase that is overdue, the added time starts now.
    """
    left = remaining(run, now)
    if not run.timed or (left <= 0 and seconds <= 0):
        return run
    swapped = run.half > 0 and left <= run.half
    left = max(0.0, left)
    change = max(seconds, -left)
    left += change
    longer = run._replace(seconds=max(0.0, run.seconds + change))
    if run.phase == "talk":
        half = run.half + change if swapped else min(run.half + change / 2, left)
        longer = longer._replace(second=max(0.0, half))
    if run.paused:
        return longer._replace(left=left)
    return longer._replace(ends_at=now + left)


def end(run: Run, now: float) -> Run:
    """Return the run ended: the time that was left is cut off and does not count as talk."""
    return go_on(extend(run, -max(0.0, remaining(run, now)), now), now)


def swap_now(run: Run, now: float) -> Run:
    """Return the talk moved on to its half-time; past half-time it stays as it is."""
    half = run.half
    left = remaining(run, now)
    if run.phase != "talk" or left <= half:
        return run
    skipped = run.skipped + min(left, run.seconds) - half
    if run.left is not None:
        return run._replace(left=half, skipped=skipped)
    return run._replace(ends_at=now + half, skipped=skipped)


def scene(run: Run, now: float, *, halves: bool = True, warning: float = 60.0) -> Scene:
    """Return the picture that the room sees now.

    `halves` says whether the round swaps at half-time, `warning` how many seconds before the
    bell the last minute begins.
    """
    if run.phase != "talk":
        return run.phase
    left = remaining(run, now)
    half = run.half
    if left > run.seconds and halves:
        return "listen_first"
    if left <= 0:
        return "end"
    if halves and half - min(SWAP, half / 4) < left <= half:
        return "swap"
    if left <= min(warning, half):
        return "last_minute"
    return "first_half" if left > half else "second_half"


def talked(run: Run, now: float) -> float:
    """Return the seconds of talk so far in this round (0 outside a talk)."""
    if run.phase != "talk":
        return 0.0
    return max(0.0, min(run.seconds, run.seconds - remaining(run, now)) - run.skipped)


def clock_text(seconds: float) -> str:
    """Return a countdown as `8:00`, rounded up, so that 0:00 appears exactly at the end."""
    whole = -int(-seconds // 1) if seconds > 0 else int(-seconds // 1)
    return f"{whole // 60}:{whole % 60:02d}"
