"""Chooses the tables of a round so that one of each pair stays seated wherever possible.

A new pairing wants the table of one of its people; a table is wanted by the pairings of those
who sat there. That is a matching, and the largest one gives the fewest people who move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count, islice

from rounds.domain.fields import TableLabel


def labels(tables: int | tuple[TableLabel, ...] | None, wanted: int) -> list[TableLabel]:
    """Return at least `wanted` labels: the host's, then a continuation of them."""
    given: list[TableLabel]
    if tables is None:
        given = list(range(1, wanted + 1))
    elif isinstance(tables, int):
        given = list(range(1, tables + 1))
    else:
        by_name: dict[str, TableLabel] = {}
        for label in tables:
            by_name.setdefault(str(label), label)
        given = list(by_name.values())
    missing = wanted - len(given)
    if missing <= 0:
        return given
    numbers = [label for label in given if isinstance(label, int)]
    if len(numbers) == len(given):
        first = max(numbers, default=0) + 1
        return [*given, *range(first, first + missing)]
    taken = {str(label) for label in given}
    more = (f"+{n}" for n in count(1))
    return [*given, *islice((label for label in more if label not in taken), missing)]


def seat(
    pairings: Sequence[tuple[int, ...]],
    sat: Mapping[int, str],
    free: Sequence[str],
    pinned: Mapping[int, str],
    announced: Mapping[frozenset[int], str],
    same_letter: frozenset[int] = frozenset(),
) -> list[str]:
    """Return the table of each pairing.

    `sat` holds the table of each person in the round before, `free` all tables in order, `pinned`
    the tables of people who keep theirs, `announced` the tables of pairings in the plan so far.
    Of the two who could stay at their table, one of `same_letter` does: that person need not
    even change the seat.
    """
    at: dict[int, str] = {}
    taken: set[str] = set()
    held = sorted((i, k) for k, people in enumerate(pairings) for i in people if i in pinned)
    for i, k in held:
        if k not in at and pinned[i] not in taken:
            at[k] = pinned[i]
            taken.add(pinned[i])
    known = set(free)
    wants: dict[int, list[str]] = {}
    for k, people in enumerate(pairings):
        if k not in at:
            wants[k] = [
                table
                for table in dict.fromkeys(
                    sat[i] for i in sorted(people, key=lambda i: i not in same_letter) if i in sat
                )
                if table in known and table not in taken
            ]
    seats_kept = {k: {sat[i] for i in pairings[k] if i in sat and i in same_letter} for k in wants}
    liked = {k: announced.get(frozenset(pairings[k]), "") for k in wants}
    at.update(_largest_matching(wants, liked, seats_kept))
    taken.update(at.values())
    for k, people in enumerate(pairings):
        label = announced.get(frozenset(people), "")
        if k not in at and label in known and label not in taken:
            at[k] = label
            taken.add(label)
    rest = iter([table for table in free if table not in taken])
    for k in range(len(pairings)):
        if k not in at:
            at[k] = next(rest)
    return [at[k] for k in range(len(pairings))]


def _largest_matching(
    wants: dict[int, list[str]], liked: Mapping[int, str], better: Mapping[int, set[str]]
) -> dict[int, str]:
    """Return a largest choice of one table each (augmenting paths; liked, then better ones)."""
    holder: dict[str, int] = {}
    for k, tables in wants.items():
        if liked[k] in tables and liked[k] not in holder:
            holder[liked[k]] = k
    has = {k: table for table, k in holder.items()}
    for only_better in (True, False):
        for k, tables in wants.items():
            if k not in has:
                for table in tables:
                    if table not in holder and (table in better[k] or not only_better):
                        holder[table], has[k] = k, table
                        break
    for start in wants:
        if start in has:
            continue
        came: dict[str, int] = {}
        queue, end = [start], None
        for k in queue:
            for table in wants[k]:
                if table in came:
                    continue
                came[table] = k
                if table not in holder:
                    end = table
                    break
                queue.append(holder[table])
            if end is not None:
                break
        while end is not None:
            k = came[end]
            previous = has.get(k)
            has[k], holder[end] = end, k
            end = previous
    return has
