"""The lines of advice for each part of a round, on the stage and on phones.

They are short on purpose: one at a time, read from the back row. A host's own lines
(`[event.prompts]`, by the name of the picture) take the place of ours.
"""

from __future__ import annotations

from rounds.domain.evening.clock import Scene
from rounds.domain.views.room import Room
from rounds.i18n import _


def line_of_advice(room: Room, scene: Scene) -> str:
    """Return the line of advice of a picture; it changes with each round or introduction."""
    lines = tuple(line for line in room.prompts.get(scene, ()) if line.strip()) or _lines(scene)
    number = room.introduction.number if room.introduction else room.round
    return lines[max(0, number - 1) % len(lines)] if lines else ""


def _lines(scene: Scene) -> tuple[str, ...]:
    match scene:
        case "listen_first":
            return (_("Find out why they came tonight"),)
        case "first_half":
            return (_("What brought you to this work?"), _("What went well lately?"))
        case "swap":
            return (_("Build on what you just heard"),)
        case "second_half":
            return (
                _("What do you need that you cannot do yourself?"),
                _("Who should they meet?"),
            )
        case "last_minute":
            return (_("What can I do for this person?"),)
        case "end":
            return (_("Thank your partner"),)
        case "break":
            return (_("Write down why they came, and what you can do for them"),)
        case "closing":
            return (
                _(
                    "Tonight is just the beginning: send one message today and another "
                    "within a week"
                ),
            )
        case "introductions":
            return (_("Who do you help, with what, and what do they gain?"),)
        case "lobby" | "move":
            return ()
