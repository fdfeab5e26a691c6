"""What a host should look at on a roster before doors open: names and companies that look wrong."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from rounds.domain.event import Event, Participant
from rounds.domain.people.joined_names import companions, names_in, writes_family_first
from rounds.domain.people.recognition import near_misses, recognised
from rounds.domain.people.roster import people
from rounds.domain.people.sameness import firm
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.text.fold import fold
from rounds.text.nearest import alike

_ONE_LINE = (
    *("name", "kana", "company", "industry", "purpose", "offers", "seeks", "contact", "remark"),
    "side",
)
"""The fields of a person that are one line."""

_ALIKE = 0.85
"""How similar two spellings must be to be one (0 to 1)."""

_TOLD_APART_BY = frozenset("0123456789一二三四五六七八九十東西南北上下大小新旧本支")
"""Signs that branches and sister companies are told apart by."""

_MOST = 5
"""So many pairs of one kind are told."""

_COMMON = 100
"""Letters that more spellings share tell nothing: comparing all of them would take too long."""

_SHORTEST = 4
"""Of fewer letters, one that differs makes another name."""


def remarks(event: Event) -> list[Sentence]:
    """Return what looks wrong on the roster, and who was recognised from earlier evenings."""
    roster = people(event)
    return [
        *_control_characters(roster),
        *_names(roster),
        *_companies(roster),
        *_spelled_twice(roster),
        *_earlier(event, roster),
    ]


def _control_characters(roster: Sequence[Participant]) -> Iterator[Sentence]:
    """Yield the texts with a tab or a line break, as a backslash in quotes makes one."""
    for person in roster:
        for field in _ONE_LINE:
            text = getattr(person, field)
            if any(unicodedata.category(c) == "Cc" for c in text):
                yield sentence(
                    "{name}: there is a tab or a line break in {field}. For a backslash, write "
                    "two, or use single quotes.",
                    name=person.name,
                    field=field,
                )


def _names(roster: Sequence[Participant]) -> Iterator[Sentence]:
    family_first = writes_family_first(person.name for person in roster)
    for person in roster:
        _name, more = companions(person.name)
        if not any(c.isalpha() for c in person.name):
            yield sentence("{name} is not a name: it has no letters.", name=person.name)
        elif more or names_in(person.name, family_first=family_first):
            yield sentence(
                "{name} looks like several people: write a block for each of them.",
                name=person.name,
            )


def _companies(roster: Sequence[Participant]) -> Iterator[Sentence]:
    """Yield the companies that are nearly called the same, so that colleagues may meet."""
    written: dict[str, str] = {}
    for person in roster:
        if person.company:
            written.setdefault(firm(person.company), person.company)
    for one, other in islice(_near(list(written)), _MOST):
        yield sentence(
            "{one} and {other} count as two companies. If they are one, spell them alike.",
            one=written[one],
            other=written[other],
        )


def _spelled_twice(roster: Sequence[Participant]) -> Iterator[Sentence]:
    """Yield the people of one company who are nearly called the same."""
    of_company = defaultdict(list)
    for person in roster:
        of_company[firm(person.company)].append(person)
    for colleagues in of_company.values():
        names = {fold(person.name): person for person in colleagues}
        for one, other in islice(_near(list(names)), _MOST):
            yield sentence(
                "{one} and {other} are two people on the roster. If they are one, delete one.",
                one=names[one].name,
                other=names[other].name,
            )


def _earlier(event: Event, roster: Sequence[Participant]) -> Iterator[Sentence]:
    if not event.earlier:
        return
    known: set[str] = set()
    for earlier in event.earlier:
        known.update(recognised(roster, people(earlier)).values())
    yield counted(
        "{count} person was at an earlier evening.",
        "{count} people were at an earlier evening.",
        len(known),
    )
    told: set[str] = set()
    for earlier in reversed(event.earlier):
        for each in near_misses(roster, people(earlier)):
            if each.tonight.key not in known | told:
                told.add(each.tonight.key)
                yield sentence(
                    "Is {name} the {before} of {title}? If so, add {id}",
                    name=each.tonight.name,
                    before=each.before.name,
                    title=earlier.settings.title,
                    id=f'id = "{each.before.key}"',
                )


def _near(folded: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of spellings that are nearly the same."""
    by_letters: dict[str, list[str]] = defaultdict(list)
    for text in folded:
        if len(text) >= _SHORTEST:
            for sign in {text[:2], text[-2:]}:
                by_letters[sign].append(text)
    seen: set[tuple[str, str]] = set()
    for group in by_letters.values():
        if len(group) > _COMMON:
            continue
        for one, other in combinations(group, 2):
            told_apart = _telling(one) != _telling(other)
            if (one, other) not in seen and not told_apart and alike(one, other, _ALIKE):
                yield one, other
            seen.add((one, other))


def _telling(text: str) -> list[str]:
    return [sign for sign in text if sign in _TOLD_APART_BY]
