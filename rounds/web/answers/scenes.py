"""What a phone shows in each part of a round, and from when, in the language in force.

A phone gets all parts of the phase under way at once, so it turns at the right second by itself,
even where it cannot reach the laptop just then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rounds.domain.evening.clock import SWAP, Scene
from rounds.domain.views.room import BoardSeat, Room
from rounds.formats.advice import line_of_advice
from rounds.i18n import _
from rounds.text.safe import one_line

Role = BoardSeat | Literal["rest", "none", "speaker", "next_speaker"]
"""What somebody does in a round: a seat, a rest, or nothing (not here, or no round is near).

In the introductions it says whose turn it is, and whose turn comes next.
"""


@dataclass(frozen=True)
class PhoneScene:
    """A part of a phase: from when it is shown, in seconds of the steady clock, and its words.

    `since` is None for the part that is shown from the beginning.
    """

    since: float | None
    name: str
    headline: str
    line: str


def scenes(room: Room, role: Role) -> list[PhoneScene]:
    """Return the parts of the phase under way, in their order, for somebody with this role."""
    if room.run.paused:
        stopped = _("The clock is stopped. One moment, please.")
        return [PhoneScene(None, "paused", _("Paused"), stopped)]
    match room.phase:
        case "lobby":
            line = _("Your table and seat appear here.")
            return [PhoneScene(None, "lobby", _("Welcome"), line)]
        case "introductions":
            return [_introduction(room, role)]
        case "move":
            return _move(room, role)
        case "talk":
            return _talk(room, role)
        case "break":
            return [PhoneScene(None, "break", _("Break"), line_of_advice(room, "break"))]
        case "closing":
            return [PhoneScene(None, "closing", _("Thank you"), line_of_advice(room, "closing"))]


def _introduction(room: Room, role: Role) -> PhoneScene:
    name = one_line(room.introduction.name) if room.introduction else ""
    advice = line_of_advice(room, "introductions")
    if role == "speaker":
        return PhoneScene(None, "introductions", _("You speak"), advice)
    if role == "next_speaker":
        speaks = _("{name} speaks now.").format(name=name)
        return PhoneScene(None, "introductions", _("You are next"), speaks)
    return PhoneScene(None, "introductions", name, advice)


def _move(room: Room, role: Role) -> list[PhoneScene]:
    if role in {"rest", "none"}:
        return [_without_seat("move", role)]
    first = PhoneScene(None, "move", _("Go to your seat"), _your_part(room, role))
    if room.ends_at is None:
        return [first]
    return [
        first,
        PhoneScene(room.ends_at, "move", _("Please sit down"), _your_part(room, role)),
    ]


def _your_part(room: Room, role: Role) -> str:
    """Return what somebody does first in the round to come."""
    if not room.halves:
        return ""
    if role == "C":
        return _("You listen and ask")
    return _("You listen first") if role == room.listens_first else _("You speak first")


def _talk(room: Room, role: Role) -> list[PhoneScene]:
    if role in {"rest", "none"}:
        return [_without_seat("rest", role)]
    return [
        PhoneScene(since, name, _headline(room, role, name), line_of_advice(room, name))
        for since, name in _turns(room)
    ]


def _turns(room: Room) -> list[tuple[float | None, Scene]]:
    """Return the pictures of a talk, each with the moment from which it is shown."""
    if room.ends_at is None:
        return [(None, "end")]
    bell, half = room.ends_at, room.half
    last = bell - min(room.warning, half)
    found: list[tuple[float | None, Scene]] = []
    if room.halves:
        swap_over = bell - half + min(SWAP, half / 4)
        found = [
            (None, "listen_first"),
            (bell - room.seconds, "first_half"),
            (bell - half, "swap"),
            (swap_over, "second_half"),
        ]
        last = max(last, swap_over)
    else:
        found = [(None, "first_half"), (bell - half, "second_half")]
    return [*found, (last, "last_minute"), (bell, "end")]


def _headline(room: Room, role: Role, name: Scene) -> str:
    match name:
        case "listen_first":
            return _your_part(room, role)
        case "swap":
            return _("Swap")
        case "last_minute":
            minute = min(room.warning, room.half) <= 60
            return _("Last minute") if minute else _("Nearly time")
        case "end":
            return _("Time is up")
    if not room.halves:
        return _("Talk with each other")
    if role == "C":
        return _("You listen and ask")
    listens = (role == room.listens_first) == (name == "first_half")
    return _("You listen") if listens else _("You speak")


def _without_seat(name: str, role: Role) -> PhoneScene:
    if role == "rest":
        line = _("Time for your notes, a coffee, or a word with the host.")
        return PhoneScene(None, name, _("You rest this round"), line)
    line = _("Are you here? Please tell the host.")
    return PhoneScene(None, name, _("No seat for you in this round"), line)
