"""Which message fits a note, and what may stand in its text.

The texts themselves are in `rounds/texts/messages`; the host's own wording is in the event file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rounds.domain.event import Note

MESSAGES = (
    *("thanks", "thanks_now", "thanks_problem"),
    *("meet", "connect", "newsletter", "postcard"),
    *("accept", "answer_by", "decline"),
)
"""The messages that there are."""

PLACES = ("partner", "me", "company", "event", "purpose", "can_do", "day", "days")
"""What may stand in braces in the text of a message."""

_PLACE = re.compile(r"\{(\w*)\}")
_OF_REPLY = {"yes": "accept", "by": "answer_by", "no": "decline"}
_OF_STEP = {
    "meeting": "meet",
    "network": "connect",
    "newsletter": "newsletter",
    "postcard": "postcard",
}
_OF_STAGE = {"now": "thanks_now", "problem": "thanks_problem"}


def fitting_message(note: Note | None, step: str | None = None) -> str:
    """Return the message that fits a note: by the answer, then the next step, then the stage.

    `step` is the next step that the pattern proposes where the author has chosen none.
    """
    if note is None:
        return "thanks"
    return (
        _OF_REPLY.get(note.reply or "")
        or _OF_STEP.get(note.next_step or step or "")
        or _OF_STAGE.get(note.stage or "")
        or "thanks"
    )


def places(text: str) -> tuple[str, ...]:
    """Return the names in braces in a text."""
    return tuple(found[1] for found in _PLACE.finditer(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled in.

    A line is left out if one of its places has no value. What is filled in is never read as a
    place itself.
    """
    lines = [
        _PLACE.sub(lambda found: values.get(found[1], found[0]), line)
        for line in text.strip().split("\n")
        if all(values.get(name, name) for name in places(line))
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
