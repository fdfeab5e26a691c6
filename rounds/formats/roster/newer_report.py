"""Tells what a newer list changes in an evening, and what the host can do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rounds.domain.event import Participant
from rounds.domain.people.newer_list import Newer
from rounds.domain.sentence import Sentence, counted, sentence


def lines(newer: Newer, most: int = 1000, *, in_public: bool = False) -> Iterator[Sentence]:
    """Yield who is new, who cancelled or is missing, and what changed.

    A line names `most` people at the most, and as many changes are told; the others are counted.
    `in_public` says that the room reads along: then nobody is named who does not come, nor who
    is to be kept apart.
    """
    if newer.new:
        yield counted(
            "{count} new person: {names}.",
            "{count} new people: {names}.",
            len(newer.new),
            names=_names(newer.new, most),
        )
    else:
        yield sentence("Nobody on this list is new.")
    for each in newer.near[:most]:
        yield sentence(
            "{name} may be {before}, who is on the roster already, and is not added. If it is "
            "somebody else, add that person to the file by hand.",
            name=each.tonight.name,
            before=each.before.name,
        )
    if in_public:
        yield from _counts(newer)
    if newer.cancelled and not in_public:
        yield sentence(
            "Cancelled since: {names}. During the evening mark them absent (x), before it delete "
            "their blocks in the file.",
            names=_names(newer.cancelled, most),
        )
    if newer.missing and not in_public:
        yield sentence(
            "On the roster, but not on this list: {names}. Nothing is changed.",
            names=_names(newer.missing, most),
        )
    changed = [each for each in newer.changed if not in_public or each.field != "avoid"]
    for change in changed[:most]:
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
    if (more := len(changed) - most) > 0:
        yield counted("{count} more change.", "{count} more changes.", more)


def _counts(newer: Newer) -> Iterator[Sentence]:
    cancelled, missing = len(newer.cancelled), len(newer.missing)
    if cancelled:
        yield counted("{count} person has cancelled.", "{count} people have cancelled.", cancelled)
    if missing:
        yield counted(
            "{count} person of the roster is not on this list.",
            "{count} people of the roster are not on this list.",
            missing,
        )
    if cancelled or missing or any(change.field == "avoid" for change in newer.changed):
        yield sentence("For the names: rounds add, where the room cannot read along.")


_FIELDS = {
    "company": sentence("company"),
    "industry": sentence("industry"),
    "purpose": sentence("purpose"),
    "avoid": sentence("keep apart from"),
}


def _names(people: Sequence[Participant], most: int) -> list[str] | Sentence:
    names = [person.name for person in people]
    if len(names) <= most:
        return names
    more = len(names) - most
    return counted("{names} and {count} more", "{names} and {count} more", more, names=names[:most])
