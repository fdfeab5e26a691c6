"""What the host should know now, in words: the next step, who is here, how late it is.

Everything here is a sentence that may be read aloud, because the console may be on the
projector.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from rounds.domain.evening import rounds as evening
from rounds.domain.evening.clock import Run, Scene
from rounds.domain.evening.introductions import following
from rounds.domain.people.roster import RosterIndex
from rounds.domain.sentence import Sentence, counted, is_private, sentence
from rounds.domain.timetable import full_minute
from rounds.domain.views.room_view import phase_after


def next_step(people: RosterIndex, run: Run, scene: Scene, *, replan: bool = False) -> Sentence:
    """Return the effect of Enter now; `replan` says that it makes a new plan first."""
    event = people.event
    match run.phase:
        case "break" if not event.plan or phase_after(event, run.round) == "closing":
            return _last_step(replan and not event.plan)
        case "lobby" if following(people, run, 0.0) is not None:
            return _to_introductions(people)
        case "introductions" if (coming := following(people, run, 0.0)) is not None:
            name = people.names.get(coming.person, coming.person)
            return sentence("Enter: the next introduction, {name}", name=name)
        case "lobby" | "introductions" if not event.rounds:
            return _first_step(people)
        case "lobby" | "introductions" | "break":
            number = max((round_.number for round_ in event.rounds), default=0) + 1
            return sentence("Enter: show the seats of round {number}", number=number)
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
            return _last_step(replan and not event.plan)
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
    missing = _not_checked_in(people)
    if not missing:
        return sentence("Enter: show the seats of round {number}", number=1)
    return counted(
        "Enter: show the seats of round 1 for the {count} who is here ({missing} not checked in)",
        "Enter: show the seats of round 1 for the {count} who are here ({missing} not checked in)",
        number,
        missing=missing,
    )


def _to_introductions(people: RosterIndex) -> Sentence:
    """Return the step to the introductions, and how many expected would be missing."""
    missing = _not_checked_in(people) if people.checked_in else 0
    if not missing:
        return sentence("Enter: begin the introductions")
    return sentence("Enter: begin the introductions ({missing} not checked in)", missing=missing)


def _not_checked_in(people: RosterIndex) -> int:
    """Return how many are expected for the first round and not here yet."""
    return sum(
        people.states[person.key] == "expected"
        and not person.staff
        and (person.from_round or 1) == 1
        for person in people.people
    )


def _last_step(replan: bool) -> Sentence:
    if replan:
        return sentence("Enter: re-plan and go on")
    return sentence("Enter: close the evening")


def projector(connected: bool | None, mirrored: bool = False) -> Sentence | None:
    """Return whether a second window shows the room, or this one; None if that is unknown."""
    if mirrored:
        return sentence("One screen: the room sees this one")
    if connected is None:
        return None
    if connected:
        return sentence("Projector window: connected")
    return sentence("No projector window is connected (rounds stage)")


def head_count(people: RosterIndex, number: int) -> list[Sentence]:
    """Return the numbers of people here, expected, absent, gone, and resting in round `number`.

    While nobody is checked in, everybody expected takes part.
    """
    presences = [people.states[person.key] for person in people.people if not person.staff]
    under_way = evening.current(people.event, number)
    resting = len(under_way.resting) if under_way else 0
    here, expected = presences.count("here"), presences.count("expected")
    if people.checked_in or not expected:
        there = counted("{count} here", "{count} here", here)
    else:
        there = counted(
            "{count} taking part, nobody checked in",
            "{count} taking part, nobody checked in",
            here + expected,
        )
        expected = 0
    counts = [
        (there, True),
        (counted("{count} expected", "{count} expected", expected), False),
        (counted("{count} absent", "{count} absent", presences.count("absent")), False),
        (counted("{count} left", "{count} left", presences.count("left")), False),
        (counted("{count} resting", "{count} resting", resting), False),
    ]
    return [said for said, always in counts if always or said.count]


def on_time(ends: datetime, closes: datetime | None) -> tuple[list[Sentence], bool]:
    """Return the end of the evening beside the planned one, and whether it is too late."""
    if closes is None:
        return [sentence("Will end {end}", end=full_minute(ends).time())], False
    spare = (closes - ends).total_seconds()
    said = [
        sentence(
            "Will end {end}, planned end {closes}",
            end=full_minute(ends).time(),
            closes=closes.time(),
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
        open_words.append(sentence("A rule you set does not allow this."))
    return open_words
