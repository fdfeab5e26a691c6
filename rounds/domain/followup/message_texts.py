"""Which message fits a note or a referral, and what may stand in its text.

The texts themselves are in `rounds/texts/messages`; the host's own wording is in the event file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rounds.domain.days_after import Referral
from rounds.domain.event import Note

_TO_PARTNERS = (
    *("thanks", "thanks_now", "thanks_problem"),
    *("meet", "connect", "newsletter", "postcard"),
    *("accept", "answer_by", "decline"),
)
_INTRODUCTIONS = ("ask_introduction", "introduce", "not_this_time", "worth_it")
_REFERRALS = (
    *("referral_received", "first_ball", "referral_no"),
    *("referral_going_well", "referral_stuck", "referral_won", "referral_lost"),
    "referral_thanks",
)

PLACES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        _TO_PARTNERS,
        ("partner", "me", "company", "event", "purpose", "can_do", "day", "days"),
    ),
    **dict.fromkeys(
        _INTRODUCTIONS,
        (
            *("partner", "about_partner", "gain", "other", "about_other", "other_gain"),
            *("me", "company", "event", "purpose", "certainty", "minutes"),
        ),
    ),
    **dict.fromkeys(
        _REFERRALS,
        (
            *("partner", "me", "company", "event", "client"),
            *("state", "reason", "words", "can_do", "day"),
        ),
    ),
}
"""The messages that there are, each with what may stand in braces in its text."""

MESSAGES = tuple(PLACES)

_PLACE = re.compile(r"\{(\w*)\}")
_OF_REPLY = {"yes": "accept", "by": "answer_by", "no": "decline"}
_OF_STEP = {
    "meeting": "meet",
    "network": "connect",
    "newsletter": "newsletter",
    "postcard": "postcard",
}
_OF_STATE = {"won": "referral_won", "lost": "referral_lost"}
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


def fitting_report(referral: Referral, *, first_ball: bool = False) -> str:
    """Return the message in which the receiver tells the giver how a referral goes."""
    if referral.state == "new" and not referral.reports:
        return "first_ball" if first_ball else "referral_received"
    return _OF_STATE.get(referral.state, "referral_going_well")
