"""The state of the room in words for the host: the phase, who speaks, what the projector shows."""

from __future__ import annotations

from rounds.domain.evening.clock import Scene, clock_text
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views.room import Room, SelfIntroduction

FORGOTTEN = 30.0
"""Seconds of overtime after which the host may have forgotten to go on."""

_SCENES = {
    "lobby": sentence("Lobby"),
    "introductions": sentence("Introductions"),
    "move": sentence("Move"),
    "listen_first": sentence("Listen first"),
    "first_half": sentence("First half"),
    "swap": sentence("Swap"),
    "second_half": sentence("Second half"),
    "last_minute": sentence("Last minute"),
    "end": sentence("End"),
    "break": sentence("Break"),
    "closing": sentence("Closing"),
}


def phase_name(scene: Scene, *, paused: bool = False) -> Sentence:
    """Return the name of this part of the evening."""
    if paused:
        return sentence("Paused")
    return _SCENES[scene]


def forgotten(room: Room, now: float) -> Sentence | None:
    """Return the question whether the host forgot to go on, None while there is no reason."""
    waits = room.until_start(now)
    left = room.remaining(now) if waits is None else waits
    if left > -FORGOTTEN or room.run.paused:
        return None
    match room.scene(now):
        case "lobby" | "move":
            return sentence("Did you forget to start?")
        case "end" | "break" if room.run.timed:
            return sentence("Did you forget to go on?")
    return None


def talking(room: Room, now: float) -> Sentence | None:
    """Return the person introducing themselves, or the seat that speaks now or listens first."""
    if room.introduction is not None:
        return _introducing(room.introduction)
    if not room.halves:
        return None
    match room.scene(now):
        case "move" | "listen_first":
            return sentence("{seat} listens first", seat=room.listens_first)
        case "first_half":
            return sentence(
                "{seat} speaks, swap in {time}",
                seat=room.speaker(now),
                time=clock_text(room.remaining(now) - room.half),
            )
        case "swap" | "second_half" | "last_minute":
            return sentence("{seat} speaks", seat=room.speaker(now))
    return None


def _introducing(now: SelfIntroduction) -> Sentence:
    """Return the person introducing themselves now, and the next one."""
    if not now.following:
        return sentence(
            "{number} of {count}: {name}, the last one",
            number=now.number,
            count=now.count,
            name=now.name,
        )
    return sentence(
        "{number} of {count}: {name}. Next: {following}",
        number=now.number,
        count=now.count,
        name=now.name,
        following=now.following,
    )


def room_sees(room: Room, now: float) -> Sentence:
    """Return the content of the projector now, and how to take a message away."""
    if room.black:
        return sentence("a black screen")
    picture = _paused(room) if room.run.paused else _picture(room, now)
    if not room.message:
        return picture
    return sentence(
        "{picture}; your message (t, Enter: remove it): {message}",
        picture=picture,
        message=room.message,
    )


def _picture(room: Room, now: float) -> Sentence:
    left = clock_text(room.remaining(now))
    match room.scene(now):
        case "lobby" if not room.here:
            return sentence("the welcome, {count} expected", count=room.expected)
        case "lobby":
            return sentence(
                "the welcome, {here} of {expected} here", here=room.here, expected=room.expected
            )
        case "introductions" if room.introduction is not None:
            return sentence(
                "the introduction of {name}, {time}", name=room.introduction.name, time=left
            )
        case "move" if room.remaining(now) > 0:
            return sentence("the seats of round {number}, {time}", number=room.round, time=left)
        case "move":
            return sentence("the seats of round {number}, please sit down", number=room.round)
        case "listen_first":
            return sentence("{seat} listens first", seat=room.listens_first)
        case "end":
            return sentence("0:00, thank your partner")
        case "break":
            return sentence("the break, {time}", time=left)
        case "closing":
            return sentence("the closing: thanks and numbers")
    if room.halves:
        return sentence("{seat} speaks, {time}", seat=room.speaker(now), time=left)
    return sentence("the clock, {time}", time=left)


def _paused(room: Room) -> Sentence:
    """Return what the room sees of a paused clock."""
    left = room.run.left or 0.0
    if 0 < left <= room.seconds:
        return sentence("PAUSED, {time} left", time=clock_text(left))
    return sentence("Paused")
