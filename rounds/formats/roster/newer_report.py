"""Tells what a newer list changes in an evening, and what the host can do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rounds.domain.event import Participant
from rounds.domain.people.newer_list import Newer
from rounds.domain.sentence import Sentence, counted, sentence


def lines(newer: Newer) -> Iterator[Sentence]:
    """Yield who is new, who cancelled or is missing, and what changed."""
    if newer.new:
        yield counted(
            "{count} new person: {names}",
            "{count} new people: {names}",
            len(newer.new),
            names=_names(newer.new),
        )
    else:
        yield sentence("Nobody on this list is new.")
    for each in newer.near:
        yield sentence(
            "{name} may be {before}, who is on the roster already, and is not added. If it is "
            "somebody else, add that person to the file by hand.",
            name=each.tonight.name,
            before=each.before.name,
        )
    if newer.cancelled:
        yield sentence(
            "Cancelled since: {names}. During the evening mark them absent (x), before it delete "
            "their blocks in the file.",
            names=_names(newer.cancelled),
        )
    if newer.missing:
        yield sentence(
            "On the roster, but not on this list: {names}. Nothing is changed.",
            names=_names(newer.missing),
        )
    for change in newer.changed:
        yield (
            sentence(
                "{name}: {field} is {after} now, and was {before}. Change it in the file.",
                name=change.person.name,
                field=_FIELDS[change.field],
                before=change.before,
                after=change.after,
            )
            if change.before
            else sentence(
                "{name}: {field} is {after} now. Write it into the file.",
                name=change.person.name,
                field=_FIELDS[change.field],
                after=change.after,
            )
        )


_FIELDS = {
    "company": sentence("company"),
    "industry": sentence("industry"),
    "purpose": sentence("purpose"),
    "avoid": sentence("keep apart from"),
}


def _names(people: Sequence[Participant]) -> list[str]:
    return [person.name for person in people]
