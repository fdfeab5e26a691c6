"""The tables in use, and taking one out of use without changing anybody's partner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from rounds.domain.errors import RuleError
from rounds.domain.event import Change, Event, Pairing, PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.table_labels import labels
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.text.fold import fold


def tables(event: Event) -> list[TableLabel]:
    """Return the labels of the tables: those of the host, of the rounds' need, and those in use.

    A pairing that broke off leaves its table unused, so labels in use may go beyond the need.
    """
    known = labels(event.in_force.tables, max(map(_tables_of, _rounds(event)), default=0))
    in_use = (pairing.table for round_ in _to_come(event) for pairing in round_.pairings)
    return list({str(label): label for label in (*known, *in_use)}.values())


def table_meant(event: Event, typed: str) -> str:
    """Return the label that the host means by a typed one: as written, else in any spelling.

    A label that no table has is returned as it was typed, digits as narrow ones.
    """
    known = [str(label) for label in tables(event)]
    if typed in known:
        return typed
    wanted = fold(typed)
    alike = next((label for label in known if fold(label) == wanted), None)
    return alike or (wanted if wanted.isdecimal() else typed)


def in_ranges(known: Sequence[TableLabel]) -> list[TableLabel | Sentence]:
    """Return labels in short form, with ranges: 1, 2, 4 to 16, Bar."""
    said: list[TableLabel | Sentence] = []
    run: list[TableLabel] = []
    for label, following in zip_longest(known, known[1:]):
        run.append(label)
        if isinstance(label, int) and isinstance(following, int) and following == label + 1:
            continue
        several = len(run) > 2
        said += [sentence("{first} to {last}", first=run[0], last=label)] if several else run
        run = []
    return said


def to_set_up(event: Event, people: int) -> Sentence | None:
    """Return which tables are missing if more pairings are to come than the host gave tables.

    `people` sit down in the first round; they count as long as nothing is planned.
    """
    given = event.in_force.tables
    if given is None:
        return None
    most = max(map(_tables_of, _to_come(event)), default=people // 2)
    extra = labels(given, most)[len(labels(given, 0)) :]
    if not extra:
        return None
    return counted(
        "Set up {count} more table ({extra}): {pairings} pairings talk at once.",
        "Set up {count} more tables ({extra}): {pairings} pairings talk at once.",
        len(extra),
        pairings=most,
        extra=in_ranges(extra),
    )


def out_of_use(
    event: Event, table: str, now: datetime, instead: str = ""
) -> tuple[Event, TableLabel | None]:
    """Return the event without a table, and the label of the table that replaces it.

    Rounds that have begun stay as they are: nobody moves in the middle of a talk. The
    replacement is the host's choice (`instead`), else a free table, else the next label; it is
    None if nobody is to sit at the table.
    """
    known = tables(event)
    if table not in map(str, known):
        raise RuleError(
            "There is no table {table}. The tables are {tables}.",
            table=table,
            tables=in_ranges(known),
        )
    taken = {str(pairing.table) for round_ in event.plan for pairing in round_.pairings}
    if instead and instead in {*taken, table}:
        raise RuleError("Table {table} is taken. Choose a free one.", table=instead)
    left = [label for label in known if str(label) != table]
    new = _label(instead) if instead else _free(known, {*taken, table})
    settled = left if str(new) in map(str, left) else [*left, new]
    change = Change(at=now, tables=tuple(settled))

    def moved(round_: Round) -> Round:
        return round_.with_(pairings=tuple(_at(new, pairing, table) for pairing in round_.pairings))

    changed = event.with_(
        changes=(*event.changes, change),
        plan=tuple(moved(round_) for round_ in event.plan),
    )
    return changed, new if instead or table in taken else None


def kept_by(event: Event, table: str) -> tuple[PersonKey, ...]:
    """Return the people to whom the host's part of the file gives this table."""
    return tuple(
        person.key
        for person in RosterIndex(event).people
        if person.table is not None and str(person.table) == table
    )


def _rounds(event: Event) -> tuple[Round, ...]:
    return (*event.rounds, *event.plan)


def _to_come(event: Event) -> list[Round]:
    return [round_ for round_ in _rounds(event) if round_.ended_at is None]


def _tables_of(round_: Round) -> int:
    return len({str(pairing.table) for pairing in round_.pairings})


def _free(known: list[TableLabel], taken: set[str]) -> TableLabel:
    longer = labels(tuple(known), len(known) + 1)
    return next(label for label in longer if str(label) not in taken)


def _label(text: str) -> TableLabel:
    return int(text) if text.isascii() and text.isdecimal() and int(text) > 0 else text


def _at(new: TableLabel, pairing: Pairing, old: str) -> Pairing:
    if str(pairing.table) != old:
        return pairing
    return pairing.with_(table=new)
