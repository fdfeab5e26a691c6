"""What must fit together in an event file beyond each value on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from rounds.domain.evening.clock import Scene
from rounds.domain.event import Settings
from rounds.domain.followup.message_texts import PLACES, places
from rounds.domain.people.wishes import wished_industry
from rounds.domain.sentence import Sentence, sentence
from rounds.store.errors.finding import HINTED, Finding, KeyPath, did_you_mean, shown
from rounds.store.errors.readable_parts import ReadableParts
from rounds.text.fold import fold

LineOf = Callable[[KeyPath], int]


def check(roster: ReadableParts, line: LineOf) -> Iterator[Finding]:
    """Yield what does not fit together; `line` finds the line of a place."""
    yield from _names(roster, line)
    yield from _named_people(roster)
    yield from _number(roster)
    yield from _visits(roster)
    if roster.settings is not None:
        yield from _sides(roster, roster.settings)
        yield from _tables(roster, roster.settings)
        yield from _prompts(roster.settings)
        yield from _texts(roster.settings)


def _names(roster: ReadableParts, line: LineOf) -> Iterator[Finding]:
    first: dict[str, KeyPath] = {}
    for path, person in roster.people:
        place = (*path, "id" if person.id else "name")
        if not any(c.isprintable() and not c.isspace() for c in person.name):
            yield (*path, "name"), sentence("must not be empty"), None
        elif person.key in first:
            yield (
                place,
                sentence(
                    "{name} is on the roster twice (first on line {line})",
                    name=shown(person.key),
                    line=line(first[person.key]),
                ),
                sentence('give one of them its own id: id = "..."'),
            )
        else:
            first[person.key] = place
    for walk_in in roster.walk_ins:
        if walk_in.key in first:
            yield (
                first[walk_in.key],
                sentence("{name} is already among the walk-ins", name=shown(walk_in.key)),
                sentence('keep one of the two, or give this person their own id: id = "..."'),
            )


def _named_people(roster: ReadableParts) -> Iterator[Finding]:
    keys = roster.keys
    hinted = 0
    by_name: dict[str, list[str]] = {}
    for _path, person in roster.people:
        by_name.setdefault(person.name, []).append(person.key)
    for path, person in roster.people:
        for field in ("avoid", "wishes"):
            for number, name in enumerate(getattr(person, field)):
                if name in keys or (field == "wishes" and wished_industry(name)):
                    continue
                ids = by_name.get(name)
                hinted += 1
                if hinted > HINTED:
                    yield (
                        (*path, field, number),
                        sentence("{name} is not on the roster", name=shown(name)),
                        None,
                    )
                    continue
                hint = (
                    sentence("use the id instead of the name: {ids}", ids=[*map(shown, ids)])
                    if ids
                    else did_you_mean(name, keys)
                )
                yield (
                    (*path, field, number),
                    sentence("{name} is not on the roster", name=shown(name)),
                    hint,
                )


def _number(roster: ReadableParts) -> Iterator[Finding]:
    participants = [person for _path, person in roster.people if not person.staff]
    if len(participants) + len(roster.walk_ins) < 2:
        yield (
            ("participants",),
            sentence("at least two participants are needed"),
            sentence('add a block [[participants]] with name = "..." for each person'),
        )


def _visits(roster: ReadableParts) -> Iterator[Finding]:
    for path, person in roster.people:
        if (
            person.from_round is not None
            and person.until_round is not None
            and person.until_round < person.from_round
        ):
            yield (
                (*path, "until_round"),
                sentence(
                    "{name} would leave (round {until}) before arriving (round {come})",
                    name=shown(person.name),
                    until=person.until_round,
                    come=person.from_round,
                ),
                None,
            )


def _sides(roster: ReadableParts, settings: Settings) -> Iterator[Finding]:
    if settings.sides is None:
        return
    one, other = settings.sides
    if fold(one) == fold(other):
        yield ("event", "sides"), sentence("the two sides need different names"), None
        return
    sides = {fold(one), fold(other)}
    for path, person in roster.people:
        if fold(person.side) in sides or (person.staff and not person.side):
            continue
        hint = sentence(
            'write side = "{one}" or side = "{other}"', one=shown(one), other=shown(other)
        )
        if person.side:
            near = did_you_mean(person.side, settings.sides)
            yield (
                (*path, "side"),
                sentence("{side} is neither of the two sides", side=shown(person.side)),
                near or hint,
            )
        else:
            yield (
                (*path, "name"),
                sentence("{name} has no side", name=shown(person.name)),
                hint,
            )


def _tables(roster: ReadableParts, settings: Settings) -> Iterator[Finding]:
    tables = settings.tables
    if isinstance(tables, tuple):
        labels = [str(label) for label in tables]
        for number, label in enumerate(labels):
            if label in labels[:number]:
                yield (
                    ("event", "tables", number),
                    sentence("two tables are called {table}", table=shown(label)),
                    None,
                )
    for path, person in roster.people:
        if person.table is not None and not _is_table(person.table, tables):
            yield (
                (*path, "table"),
                sentence("there is no table {table}", table=shown(str(person.table))),
                _which_tables(tables),
            )


def _prompts(settings: Settings) -> Iterator[Finding]:
    scenes = get_args(Scene)
    for name in settings.prompts:
        if name not in scenes:
            yield (
                ("event", "prompts", name),
                sentence("not a scene of the stage"),
                did_you_mean(name, scenes) or sentence("the scenes are {scenes}", scenes=[*scenes]),
            )


def _texts(settings: Settings) -> Iterator[Finding]:
    for name, text in settings.texts.items():
        place = ("event", "texts", name)
        if name not in PLACES:
            near = did_you_mean(name, PLACES)
            every = sentence("the messages are {names}", names=[*PLACES])
            yield place, sentence("not a message of the sheets"), near or every
            continue
        for wrong in dict.fromkeys(places(text)):
            if wrong not in PLACES[name]:
                known = [f"{{{each}}}" for each in PLACES[name]]
                yield (
                    place,
                    sentence("{place} cannot be filled in", place=f"{{{shown(wrong)}}}"),
                    sentence("the places are {places}", places=known),
                )


def _is_table(label: int | str, tables: int | tuple[int | str, ...] | None) -> bool:
    if isinstance(tables, tuple):
        return str(label) in {str(each) for each in tables}
    number = int(label) if str(label).isdecimal() else 0
    return number >= 1 and (tables is None or number <= tables)


def _which_tables(tables: int | tuple[int | str, ...] | None) -> Sentence:
    if isinstance(tables, tuple):
        return sentence("the tables are {tables}", tables=[shown(str(each)) for each in tables])
    if tables is None:
        return sentence("tables are numbered from 1, unless [event] names them: tables = [...]")
    return sentence("the tables are 1 to {last}", last=tables)
