"""Turns the rows of a roster into people as the event file writes them.

People who do not come and texts that are no names are left out, each with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rounds.domain.people.joined_names import writes_family_first
from rounds.domain.sentence import Sentence, sentence
from rounds.formats.roster.people.entry import Entry, entry_of
from rounds.formats.roster.people.ids import unique_ids
from rounds.formats.roster.people.keep_apart import named_people
from rounds.formats.roster.people.names import full_name, has_companies_behind
from rounds.formats.roster.people.row import Row
from rounds.formats.roster.people.same_person import Known, groups
from rounds.formats.roster.people.sections_and_ticks import in_sections, with_marks
from rounds.formats.roster.reading import Doubt, LeftOut, Taken
from rounds.text.fold import fold

_YEAR_FIRST = re.compile(r"\d{4}[-/年.]")


def people_from(rows: Sequence[Row], width: int) -> tuple[list[Taken], list[LeftOut], list[Doubt]]:
    """Return the people of the rows in their order, who is left out, and what is doubtful.

    `width` is the number of headings. InputError if somebody cannot be kept apart as the list
    asks.
    """
    rows, heads = in_sections(with_marks(rows))
    names = [name for row in rows if (name := full_name(row.values))]
    commas, companies = writes_family_first(names), has_companies_behind(names)
    found = [entry_of(row, width, commas=commas, companies=companies) for row in rows]
    left_out = [*heads, *(each for each in found if isinstance(each, LeftOut))]
    doubts: list[Doubt] = []
    entries = _last_answers([each for each in found if isinstance(each, Entry)], doubts)
    coming = [entry for entry in entries if entry.comes not in {"no", "waits"}]
    away = [entry for entry in entries if entry.comes in {"no", "waits"}]
    left_out += [LeftOut(entry.row, entry.name, _why(entry), entry.person) for entry in away]
    doubts += _doubtful_answers(coming, asked=any(row.said("coming") for row in rows))
    doubts += _shared_mail(coming)
    doubts += [Doubt(entry.row, said) for entry in coming for said in entry.doubts]
    ids = unique_ids(coming, doubts)
    named = named_people(coming, ids, [entry.name for entry in away], doubts)
    taken = [
        Taken(entry.row, _with(entry.person, own, fields))
        for entry, own, fields in zip(coming, ids, named, strict=True)
    ]
    return (
        taken,
        sorted(left_out, key=lambda each: each.row),
        sorted(doubts, key=lambda each: each.row),
    )


def _with(
    person: dict[str, object], own: str | None, fields: dict[str, list[str]]
) -> dict[str, object]:
    """Return a person with an id behind the name, and with the people whom the row names."""
    name = {"name": person["name"]}
    return {**name, **({"id": own} if own else {}), **person, **fields}


def _last_answers(entries: Sequence[Entry], doubts: list[Doubt]) -> list[Entry]:
    """Return one entry for each person: the last answer, in the place of the first one.

    What the last answer leaves empty is taken from the one before it.
    """
    found = []
    known = [
        Known(
            entry.name,
            entry.mail,
            str(entry.person.get("company", "")),
            str(entry.person.get("kana", "")),
            entry.own_id,
        )
        for entry in entries
    ]
    for places in groups(known):
        same = _in_order([entries[place] for place in places])
        last = same[-1]
        for earlier in reversed(same[:-1]):
            last = replace(
                last,
                person={
                    **last.person,
                    **{k: v for k, v in earlier.person.items() if k not in last.person},
                },
                mail=last.mail or earlier.mail,
                avoid=last.avoid or earlier.avoid,
                wishes=last.wishes or earlier.wishes,
                comes=last.comes or earlier.comes,
                because=last.because or earlier.because,
            )
        found.append(last)
        if len(same) > 1 and last.comes not in {"no", "waits"}:
            doubts.append(
                Doubt(last.row, _more_than_once([entries[place] for place in places], last))
            )
    return found


def _more_than_once(same: Sequence[Entry], last: Entry) -> Sentence:
    """Return that somebody is on the list more than once, with the other names if there are any."""
    rows = [str(entry.row) for entry in same]
    others = {fold(entry.name): entry.name for entry in same if entry is not last}
    others.pop(fold(last.name), None)
    if others:
        return sentence(
            "{name} and {others} share a mail address (rows {rows}) and were taken for one person: "
            "the last answer counts.",
            name=last.name,
            others=[*others.values()],
            rows=rows,
        )
    return sentence(
        "{name} is on the roster {times} times (rows {rows}): the last answer counts.",
        name=last.name,
        times=len(same),
        rows=rows,
    )


def _shared_mail(coming: Sequence[Entry]) -> Iterable[Doubt]:
    """Yield the mail addresses that several people have: some may be one person, or a companion."""
    of_mail: dict[str, list[Entry]] = {}
    for entry in coming:
        if entry.mail:
            of_mail.setdefault(fold(entry.mail), []).append(entry)
    for entries in of_mail.values():
        if len(entries) > 1:
            said = sentence(
                "{names} share the mail address {mail} and were taken as {count} people.",
                names=[entry.name for entry in entries],
                mail=entries[0].mail,
                count=len(entries),
            )
            yield Doubt(entries[1].row, said)


def _in_order(same: list[Entry]) -> list[Entry]:
    """Return the answers of one person in the order of their times, if all have one, else as is."""
    if all(_YEAR_FIRST.match(entry.answered) for entry in same):
        return sorted(same, key=lambda entry: entry.answered)
    return same


def _why(entry: Entry) -> Sentence:
    if entry.comes == "waits":
        return sentence("on the waiting list: {value}", value=entry.because)
    return sentence("does not come: {value}", value=entry.because)


def _doubtful_answers(coming: Sequence[Entry], *, asked: bool) -> Iterable[Doubt]:
    """Yield the answers that are neither yes nor no, each with those who gave it."""
    given: dict[str, list[Entry]] = {}
    for entry in coming:
        if entry.comes == "doubtful" or (asked and not entry.comes):
            given.setdefault(entry.because if entry.comes else "", []).append(entry)
    for value, entries in given.items():
        names = [entry.name for entry in entries]
        said = (
            sentence(
                "The answer {value} was taken as coming: {names}", value=f'"{value}"', names=names
            )
            if value
            else sentence("No answer, taken as coming: {names}", names=names)
        )
        yield Doubt(entries[0].row, said)
