"""What the host should know now, in words: the next step, what the room sees, how late it is.

Everything here is a sentence that may be read aloud, because the console may be on the
projector.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from rounds.domain.evening import rounds as evening
from rounds.domain.evening.clock import Run, Scene, clock_text
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence, counted, is_private, sentence
from rounds.domain.timetable import full_minute
from rounds.domain.views.room import Room
from rounds.domain.views.room_view import phase_after

FORGOTTEN = 30.0
"""Seconds of overtime after which the host may have forgotten to go on."""

_SCENES = {
    "lobby": sentence("Lobby"),
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


def next_step(people: RosterIndex, run: Run, scene: Scene, *, replan: bool = False) -> Sentence:
    """Return the effect of Enter now; `replan` says that it makes a new plan first."""
    event = people.event
    match run.phase:
        case "break" if not event.plan:
            return _last_step(replan)
        case "lobby" if not event.rounds:
            return _first_step(people)
        case "lobby" | "break":
            coming = max((round_.number for round_ in event.rounds), default=0) + 1
            return sentence("Enter: show the seats of round {number}", number=coming)
        case "move":
            return sentence("Enter: start round {number}", number=run.round)
        case "talk" if scene != "end":
            return sentence("Enter: end the round early (press twice)")
        case "talk":
            match phase_after(event, run.round):
                case "break":
                    return sentence("Enter: begin the break")
                case "move":
                    return sentence("Enter: show the seats of round {number}", number=run.round + 1)
            return _last_step(replan)
        case "closing":
            return sentence("The evening is over. Ctrl+Q leaves.")


def nobody_to_pair() -> Sentence:
    """Return the reason why there are no seats while fewer than two people are here."""
    return sentence(
        "There is nobody to pair yet: check in at least two participants, then press Enter."
    )


def _first_step(people: RosterIndex) -> Sentence:
    """Return the step to the first seats: for everybody expected, or for those checked in."""
    number = len(people.present(1))
    if number < 2:
        return nobody_to_pair()
    if not people.checked_in:
        return counted(
            "Enter: show the seats of round 1 for the {count} expected",
            "Enter: show the seats of round 1 for all {count} expected",
            number,
        )
    missing = [
        person
        for person in people.people
        if people.states[person.key] == "expected"
        and not person.staff
        and (person.from_round or 1) == 1
    ]
    if not missing:
        return sentence("Enter: show the seats of round {number}", number=1)
    return counted(
        "Enter: show the seats of round 1 for the {count} who is here ({missing} not checked in)",
        "Enter: show the seats of round 1 for the {count} who are here ({missing} not checked in)",
        number,
        missing=len(missing),
    )


def _last_step(replan: bool) -> Sentence:
    if replan:
        return sentence("Enter: plan anew and go on")
    return sentence("Enter: close the evening")


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
    """Return the seat that speaks now, or listens first in the round to come."""
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


def room_sees(room: Room, now: float) -> Sentence:
    """Return the content of the projector now, and how to take a message away."""
    if room.black:
        return sentence("nothing: the screen is black")
    picture = _paused(room) if room.run.paused else _picture(room, now)
    if not room.message:
        return picture
    return sentence(
        "{picture}; your message (t, Enter: take it away): {message}",
        picture=picture,
        message=room.message,
    )


def _picture(room: Room, now: float) -> Sentence:
    left = clock_text(room.remaining(now))
    match room.scene(now):
        case "lobby":
            return sentence(
                "the welcome, {here} of {expected} here", here=room.here, expected=room.expected
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


def projector(connected: bool | None) -> Sentence | None:
    """Return whether a second window shows the room; None if that is unknown."""
    if connected is None:
        return None
    if connected:
        return sentence("Projector window: connected")
    return sentence("No projector window is connected (rounds stage)")


def head_count(people: RosterIndex, number: int) -> list[Sentence]:
    """Return the numbers of people here, expected, absent, gone, and resting in round `number`."""
    presences = [people.states[person.key] for person in people.people if not person.staff]
    under_way = evening.current(people.event, number)
    resting = len(under_way.resting) if under_way else 0
    counts = [
        (counted("{count} here", "{count} here", presences.count("here")), True),
        (counted("{count} expected", "{count} expected", presences.count("expected")), False),
        (counted("{count} absent", "{count} absent", presences.count("absent")), False),
        (counted("{count} left", "{count} left", presences.count("left")), False),
        (counted("{count} resting", "{count} resting", resting), False),
    ]
    return [said for said, always in counts if always or said.count]


def on_time(ends: datetime, closes: datetime | None) -> tuple[list[Sentence], bool]:
    """Return the end of the evening beside that of the hall, and whether it is too late."""
    if closes is None:
        return [sentence("Ends {end}", end=f"{full_minute(ends):%H:%M}")], False
    spare = (closes - ends).total_seconds()
    said = [
        sentence(
            "Ends {end}, hall closes {closes}",
            end=f"{full_minute(ends):%H:%M}",
            closes=f"{closes:%H:%M}",
        )
    ]
    if spare < 0:
        return [*said, sentence("{span} over", span=duration(math.ceil(-spare / 60)))], True
    return [*said, sentence("{span} to spare", span=duration(math.floor(spare / 60)))], False


def duration(minutes: int) -> Sentence:
    """Return a length of time in words."""
    if minutes < 60:
        return sentence("{minutes} min", minutes=minutes)
    return sentence("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def discreet(said: Sequence[Sentence]) -> list[Sentence]:
    """Return sentences without the private ones, for a screen that the room may see."""
    open_words = [one for one in said if not is_private(one)]
    if len(open_words) < len(said):
        open_words.append(sentence("A rule you have set stands in the way."))
    return open_words
